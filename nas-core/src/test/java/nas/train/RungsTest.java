package nas.train;

import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nas.data.Dataset;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials of growing budgets go on where those before them stopped, and nobody can tell from the results. */
class RungsTest {
    private static final Dataset RINGS = SmallData.rings(60);
    private static final int SCHEDULE = 12;
    private static final int[] RUNGS = {1, 3, 9};

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_rung_has_the_bits_of_a_training_from_the_beginning(Engine engine) {
        List<Genome> genomes = genomes(engine);
        Set<Object> straight = new HashSet<>();
        for (int epochs : RUNGS) {
            try (Counted fresh = new Counted(engine, Long.MAX_VALUE, 1)) {
                straight.addAll(fresh.facts(genomes, epochs));
            }
        }
        for (int workers = 1; workers <= 2; workers++) {
            try (Counted one = new Counted(engine, Long.MAX_VALUE, workers)) {
                Set<Object> facts = new HashSet<>();
                for (int epochs : RUNGS) {
                    facts.addAll(one.facts(genomes, epochs));
                }
                assertThat(facts).isEqualTo(straight).hasSize(RUNGS.length * genomes.size());
            }
        }
    }

    @Test
    void what_is_forgotten_is_trained_again_with_the_same_bits() {
        List<Genome> genomes = genomes(Engine.BLAS);
        try (Counted all = new Counted(Engine.BLAS, Long.MAX_VALUE, 1);
                Counted some = new Counted(Engine.BLAS, 20_000, 1);
                Counted none = new Counted(Engine.BLAS, 0, 1)) {
            for (int epochs : RUNGS) {
                Set<Object> expected = all.facts(genomes, epochs);
                assertThat(some.facts(genomes, epochs)).isEqualTo(expected);
                assertThat(none.facts(genomes, epochs)).isEqualTo(expected);
            }
            assertThat(all.epochs).hasValueLessThan(some.epochs.get());
            assertThat(some.epochs).hasValueLessThan(none.epochs.get());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void no_epoch_is_trained_twice(Engine engine) {
        Genome genome = genome(Recipe.DEFAULT, layer(5, 0.2));
        try (Counted evaluator = new Counted(engine, Long.MAX_VALUE, 1)) {
            for (int epochs : RUNGS) {
                evaluator.run(trial(genome, epochs, Fold.VALIDATION));
                assertThat(evaluator.epochs).hasValue(epochs);
            }
            evaluator.run(trial(genome, SCHEDULE, Fold.VALIDATION));
            assertThat(evaluator.epochs).hasValue(SCHEDULE);
            assertThat(evaluator.paused.take(trial(genome, SCHEDULE, Fold.VALIDATION)))
                    .isEmpty();
        }
    }

    @Test
    void a_smaller_budget_another_seed_fold_or_schedule_begins_anew() {
        Genome genome = genome(Recipe.DEFAULT, layer(5, 0.2));
        try (Counted evaluator = new Counted(Engine.BLAS, Long.MAX_VALUE, 1)) {
            evaluator.run(trial(genome, 3, Fold.VALIDATION));
            evaluator.run(trial(genome, 1, Fold.VALIDATION));
            evaluator.run(new Trial(genome, new Budget(4, SCHEDULE), 8, Fold.VALIDATION));
            evaluator.run(new Trial(genome, new Budget(4, SCHEDULE + 1), 7, Fold.VALIDATION));
            evaluator.run(trial(genome, 4, Fold.TEST));
            evaluator.run(trial(genome, 4, Fold.block(1, 1, 3)));
            assertThat(evaluator.epochs).hasValue(3 + 1 + 4 + 4 + 4 + 4);
        }
    }

    @Test
    void only_trials_of_a_search_are_remembered() {
        Genome genome = genome(Recipe.DEFAULT, layer(5, 0.2));
        try (Counted evaluator = new Counted(Engine.BLAS, Long.MAX_VALUE, 1)) {
            for (Fold fold : List.of(Fold.TEST, Fold.FULL, Fold.block(1, 1, 3))) {
                evaluator.run(trial(genome, 3, fold));
                assertThat(evaluator.paused.take(trial(genome, 4, fold))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_trial_that_stopped_early_answers_higher_rungs_unchanged_and_with_other_details(Engine engine) {
        Recipe still = new Recipe(Optimizer.SGD, 1e-30, 32).withPatience(2);
        Recipe pruned = new Recipe(Optimizer.SGD, 1e-30, 32);
        for (Genome genome : List.of(genome(still, layer(4, 0)), genome(pruned, layer(4, 0)))) {
            try (Counted evaluator = new Counted(engine, Long.MAX_VALUE, 1)) {
                TrialResult lower = evaluator.run(wide(genome, 15));
                int epochs = evaluator.epochs.get();
                assertThat(epochs).isLessThan(15).isEqualTo(lower.epochs());
                TrialResult higher = evaluator.run(wide(genome, 20), Detail.values());
                assertThat(evaluator.epochs).hasValue(epochs);
                assertThat(higher.outcome()).isEqualTo(lower.outcome());
                try (Counted fresh = new Counted(engine, 0, 1)) {
                    assertThat(fresh.run(wide(genome, 20), Detail.values()).details())
                            .isEqualTo(higher.details());
                }
            }
        }
    }

    @Test
    void the_best_epoch_of_a_lower_rung_has_the_details_that_a_higher_one_asks_for() {
        Recipe wild = new Recipe(Optimizer.SGD, 3, 8).withPatience(20);
        Genome genome = genome(wild, layer(4, 0));
        try (Counted evaluator = new Counted(Engine.BLAS, Long.MAX_VALUE, 1);
                Counted fresh = new Counted(Engine.BLAS, 0, 1)) {
            evaluator.run(trial(genome, SCHEDULE - 1, Fold.VALIDATION));
            TrialResult last = evaluator.run(trial(genome, SCHEDULE, Fold.VALIDATION), Detail.PREDICTIONS);
            TrialResult straight = fresh.run(trial(genome, SCHEDULE, Fold.VALIDATION), Detail.PREDICTIONS);
            assertThat(straight.outcome().curve().bestEpoch()).isLessThan(SCHEDULE);
            assertThat(last.outcome()).isEqualTo(straight.outcome());
            assertThat(last.details()).isEqualTo(straight.details()).containsOnlyKeys(Detail.PREDICTIONS);
            assertThat(evaluator.epochs).hasValue(fresh.epochs.get());
        }
    }

    @Test
    void a_state_that_takes_more_than_all_room_is_not_kept_and_the_first_are_forgotten_first() {
        Trial[] trials = new Trial[3];
        Arrays.setAll(trials, i -> new Trial(genome(Recipe.DEFAULT), new Budget(1, 9), i, Fold.VALIDATION));
        TrialState state = state(100);
        PausedTrials two = new PausedTrials(2 * state.bytes());
        for (Trial trial : trials) {
            two.put(trial, state);
        }
        assertThat(two.take(trials[0])).isEmpty();
        assertThat(two.take(trials[1])).contains(state);
        assertThat(two.take(trials[1])).isEmpty();
        two.put(trials[0], state(1_000));
        assertThat(two.take(trials[0])).isEmpty();
        assertThat(two.take(trials[2])).contains(state);
    }

    private static TrialState state(int parameters) {
        FloatVector values = FloatVector.copyOf(new float[parameters]);
        return new TrialState(new TrainingState(Engine.BLAS, "", 1, values, values), TrialState.Progress.NONE);
    }

    /** Every schedule, with early stopping and dropout; and what DL4J alone covers, which takes its time. */
    private static List<Genome> genomes(Engine engine) {
        List<Genome> genomes = new ArrayList<>();
        for (Schedule schedule : Schedule.values()) {
            Recipe nesterov = new Recipe(Optimizer.NESTEROV, 0.5, 32).withSchedule(schedule);
            genomes.add(genome(nesterov.withPatience(2), layer(6, 0.2)));
        }
        if (engine == Engine.DL4J) {
            Recipe plateau = new Recipe(Optimizer.ADAM, 0.01, 32).withSchedule(Schedule.REDUCE_ON_PLATEAU);
            genomes.add(genome(plateau, layer(5, 0.2).withBatchNorm(true)));
            genomes.add(genome(Recipe.DEFAULT, new HiddenLayer(5, Activation.RRELU, 0.1)));
            return genomes;
        }
        for (Schedule schedule : Schedule.values()) {
            Recipe adam = new Recipe(Optimizer.ADAM, 0.01, 16).withSchedule(schedule);
            genomes.add(genome(adam, layer(6, 0.2), layer(4, 0.1)));
        }
        return genomes;
    }

    private static Genome genome(Recipe recipe, HiddenLayer... layers) {
        return new Genome(new Architecture(List.of(layers)), recipe);
    }

    private static Trial trial(Genome genome, int epochs, Fold fold) {
        return new Trial(genome, new Budget(epochs, SCHEDULE), 7, fold);
    }

    private static Trial wide(Genome genome, int epochs) {
        return new Trial(genome, new Budget(epochs, 40), 7, Fold.VALIDATION);
    }

    /** An evaluator that counts the epochs it trains, whatever its trainings are begun for. */
    private static final class Counted implements AutoCloseable {
        private final AtomicInteger epochs = new AtomicInteger();
        private final PausedTrials paused;
        private final LocalEvaluator evaluator;

        Counted(Engine engine, long room, int workers) {
            this.paused = new PausedTrials(room);
            this.evaluator = new LocalEvaluator(
                    new EngineRunner(
                            RINGS,
                            EngineChoice.valueOf(engine.name()),
                            paused,
                            usual -> (by, rows, plan, state) -> counting(usual.begin(by, rows, plan, state))),
                    workers);
        }

        Set<Object> facts(List<Genome> genomes, int budget) {
            List<TrialRequest> requests = new ArrayList<>();
            for (Genome genome : genomes) {
                requests.add(TrialRequest.of(trial(genome, budget, Fold.VALIDATION), Detail.values()));
            }
            Collections.shuffle(requests, new Random(budget));
            Set<Object> facts = new HashSet<>();
            evaluator.evaluate(
                    requests, result -> facts.add(List.of(result.trial(), result.outcome(), result.details())));
            return facts;
        }

        TrialResult run(Trial trial, Detail... details) {
            List<TrialResult> results = new ArrayList<>();
            evaluator.evaluate(List.of(TrialRequest.of(trial, details)), results::add);
            return results.get(0);
        }

        @Override
        public void close() {
            evaluator.close();
        }

        private Training counting(Training training) {
            return new CountingTraining(training, epochs);
        }
    }

    /** Hands everything on to a training. */
    private record CountingTraining(Training training, AtomicInteger counter) implements Training {
        @Override
        public int epochs() {
            return training.epochs();
        }

        @Override
        public double advance(int[] order, Abandonment abandonment) {
            counter.incrementAndGet();
            return training.advance(order, abandonment);
        }

        @Override
        public void scaleRates(double factor) {
            training.scaleRates(factor);
        }

        @Override
        public void predict(int[] rows, Predictions predictions) {
            training.predict(rows, predictions);
        }

        @Override
        public void predictByDl4j(int[] rows, Predictions predictions) {
            training.predictByDl4j(rows, predictions);
        }

        @Override
        public FloatVector parameters() {
            return training.parameters();
        }

        @Override
        public TrainingState state() {
            return training.state();
        }

        @Override
        public void close() {
            training.close();
        }
    }
}
