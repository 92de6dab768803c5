package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nas.Seeds;
import nas.evolve.Generation;
import nas.evolve.Proposal;
import nas.evolve.Standing;
import nas.evolve.Standings;
import nas.evolve.Strategy;
import nas.select.Assessed;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Folding;
import nas.trial.LossScale;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final RungSettings RUNGS = new RungSettings(List.of(1, 3, 9), List.of(1 / 2.0, 1 / 3.0));

    private final Script script = new Script();

    /** Widths of one layer; the loss falls with the width by less than what size costs, so the front has all of them. */
    @Test
    void shares_of_a_generation_climb_by_rank_and_every_rung_is_the_beginning_of_one_schedule() {
        Table trials = new Table(
                trial -> 1.0 / width(trial.genome()) + 1.0 / trial.budget().epochs());
        script.generation(4, 8, 16, 32, 64, 5, 7);
        exploration(trials).next();
        assertThat(trials.asked)
                .extracting(Trial::budget)
                .containsOnly(new Budget(1, 30), new Budget(3, 30), new Budget(9, 30));
        assertThat(trials.widths(1)).containsExactly(4, 8, 16, 32, 64, 5, 7);
        assertThat(trials.widths(3)).hasSize(4);
        assertThat(trials.widths(9)).hasSize(2);
        assertThat(trials.widths(3)).containsAll(trials.widths(9));
    }

    @Test
    void of_genomes_that_others_beat_on_both_none_climbs_before_them() {
        Table trials = new Table(trial -> width(trial.genome()) == 4 ? 0.1 : width(trial.genome()));
        script.generation(64, 32, 16, 4);
        exploration(trials).next();
        assertThat(trials.widths(3)).containsExactly(4, 16);
        assertThat(trials.widths(9)).containsExactly(4);
    }

    @Test
    void a_genome_stands_at_its_highest_rung_beside_the_lowest_loss_there() {
        Table trials = new Table(trial ->
                0.5 + 1.0 / width(trial.genome()) + 1.0 / trial.budget().epochs());
        script.generation(4, 8, 16, 32, 64);
        Exploration exploration = exploration(trials);
        exploration.next();
        for (int width : new int[] {4, 8, 16, 32, 64}) {
            int epochs = trials.mostEpochs(genome(width));
            int rung = RUNGS.epochs().indexOf(epochs) + 1;
            double lowest = trials.widths(epochs).stream()
                    .mapToDouble(other -> 1.0 / other)
                    .min()
                    .orElseThrow();
            LossScale scale = new LossScale(1, 0.5 + lowest + 1.0 / epochs);
            Standing standing = exploration.standing(genome(width));
            assertThat(standing.rung()).isEqualTo(rung);
            assertThat(standing.excess()).isCloseTo((1.0 / width - lowest) / scale.price(0.02), within(1e-9));
            assertThat(standing.parameters()).isEqualTo(genome(width).parameters(4, 3));
        }
        assertThat(exploration.top())
                .extracting(Assessed::genome)
                .hasSize(trials.widths(9).size());
    }

    @Test
    void a_generation_is_judged_by_the_references_of_those_before_it() {
        Table trials = new Table(trial -> width(trial.genome()) == 64 ? 0.1 : 0.5);
        List<Double> excesses = new ArrayList<>();
        script.generation(4, 8);
        script.generation(64, 16);
        script.onAsked = standings -> {
            if (script.generations == 1) {
                excesses.add(standings.of(genome(4)).excess());
            }
        };
        Exploration exploration = new Exploration(terms(RungSettings.of(9), 3), script, trials);
        exploration.next();
        exploration.next();
        assertThat(excesses).containsExactly(0.0);
        assertThat(exploration.standing(genome(64)).excess()).isNegative();
        exploration.next();
        assertThat(exploration.standing(genome(64)).excess()).isZero();
        assertThat(exploration.standing(genome(4)).excess()).isPositive();
    }

    @Test
    void elders_are_measured_with_the_next_seed_at_their_rung_up_to_three_times_and_carry_the_mean() {
        Map<Long, Double> bySeed = new HashMap<>();
        Table trials = new Table(trial -> bySeed.computeIfAbsent(trial.seed(), seed -> 0.2 + 0.1 * bySeed.size()));
        script.generation(4);
        for (int again = 0; again < 4; again++) {
            script.elders(4);
        }
        Exploration exploration = new Exploration(terms(RungSettings.of(9), 3), script, trials);
        List<Double> means = new ArrayList<>();
        while (exploration.next().isPresent()) {
            means.add(exploration.top().get(0).loss());
        }
        assertThat(means).hasSize(5);
        assertThat(means.get(0)).isCloseTo(0.2, within(1e-12));
        assertThat(means.get(1)).isCloseTo(0.25, within(1e-12));
        assertThat(means.get(2)).isCloseTo(0.3, within(1e-12));
        assertThat(means.get(4)).isCloseTo(0.3, within(1e-12));
        assertThat(trials.asked).hasSize(3).extracting(Trial::seed).doesNotHaveDuplicates();
    }

    @Test
    void who_fails_at_any_rung_has_failed_and_stands_at_none() {
        Table trials =
                new Table(trial -> width(trial.genome()) == 8 && trial.budget().epochs() == 3 ? Double.NaN : 0.5);
        script.generation(8, 16);
        Exploration exploration = exploration(trials);
        exploration.next();
        assertThat(exploration.standing(genome(8)).isFailed()).isTrue();
        assertThat(exploration.standing(genome(8)).objective()).isInfinite();
        assertThat(exploration.standing(genome(16)).rung()).isEqualTo(1);
        assertThat(exploration.top()).extracting(Assessed::genome).containsExactly(genome(16));
        assertThat(exploration.front()).extracting(Assessed::genome).containsExactly(genome(16));
        assertThat(exploration.tried()).containsExactlyInAnyOrder(genome(8), genome(16));
    }

    @Test
    void who_fails_with_a_second_seed_has_failed() {
        Set<Long> seeds = new HashSet<>();
        Table trials = new Table(trial -> {
            boolean isFirst = seeds.isEmpty() || seeds.contains(trial.seed());
            seeds.add(trial.seed());
            return isFirst ? 1.0 / width(trial.genome()) : Double.NaN;
        });
        script.generation(8, 16);
        script.elders(16);
        Exploration exploration = new Exploration(terms(RungSettings.of(9), 3), script, trials);
        exploration.next();
        assertThat(exploration.top()).extracting(Assessed::genome).containsExactly(genome(16), genome(8));
        exploration.next();
        assertThat(exploration.standing(genome(16)).isFailed()).isTrue();
        assertThat(exploration.top()).extracting(Assessed::genome).containsExactly(genome(8));
        assertThat(exploration.front()).extracting(Assessed::genome).containsExactly(genome(8));
    }

    @Test
    void known_genomes_are_not_tried_again_and_are_told_as_duplicates() {
        Table trials = new Table(trial -> 0.5);
        script.generation(4, 8, 4);
        script.generation(8, 16);
        Exploration exploration = new Exploration(terms(RungSettings.of(9), 3), script, trials);
        assertThat(exploration.next().orElseThrow().duplicates()).isEqualTo(1);
        assertThat(exploration.next().orElseThrow().duplicates()).isEqualTo(1);
        assertThat(exploration.next()).isEmpty();
        assertThat(exploration.generation()).isEqualTo(2);
        assertThat(trials.asked).hasSize(3);
    }

    @Test
    void only_the_first_seed_at_the_highest_rung_returns_the_details_asked_for() {
        Table trials = new Table(trial -> 0.5);
        script.generation(4, 8, 16);
        script.elders(4);
        Exploration exploration = exploration(trials);
        exploration.next();
        exploration.next();
        long first = Seeds.derive(7, "search");
        assertThat(trials.requests)
                .allSatisfy(request -> assertThat(request.details())
                        .isEqualTo(
                                request.trial().budget().epochs() == 9
                                                && request.trial().seed() == first
                                        ? Set.of(Detail.ROW_LOSSES)
                                        : Set.of()));
        assertThat(trials.asked)
                .filteredOn(trial -> trial.budget().epochs() == 9)
                .extracting(Trial::seed)
                .containsExactly(first, Seeds.derive(7, "search", 1));
    }

    @Test
    void what_was_never_tried_has_no_standing() {
        assertThatThrownBy(() -> exploration(new Table(trial -> 0.5)).standing(genome(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never tried");
    }

    private Exploration exploration(Trials trials) {
        return new Exploration(terms(RUNGS, 3), script, trials);
    }

    private static Exploration.Terms terms(RungSettings rungs, int seeds) {
        return new Exploration.Terms(
                rungs, 30, 0.02, Folding.NONE, genome -> genome.parameters(4, 3), 7, seeds, Set.of(Detail.ROW_LOSSES));
    }

    private static Genome genome(int width) {
        return RandomGenomes.uniform(1, width);
    }

    private static int width(Genome genome) {
        return genome.architecture().units().get(0);
    }

    /** Proposes what the test says. */
    private static final class Script implements Strategy {
        private final List<Generation> script = new ArrayList<>();
        private Listener onAsked = standings -> {};
        private int generations;

        interface Listener {
            void asked(Standings standings);
        }

        void generation(Integer... widths) {
            script.add(new Generation(proposals(widths), List.of()));
        }

        void elders(Integer... widths) {
            script.add(new Generation(
                    proposals(widths),
                    Stream.of(widths).map(ExplorationTest::genome).toList()));
        }

        private static List<Proposal> proposals(Integer... widths) {
            return Stream.of(widths)
                    .map(width -> new Proposal(genome(width), List.of(), List.of("start")))
                    .toList();
        }

        @Override
        public Generation next(Standings standings) {
            onAsked.asked(standings);
            return generations < script.size() ? script.get(generations++) : Generation.NONE;
        }

        @Override
        public int size() {
            return 8;
        }
    }

    /** Answers trials by a formula and keeps what was asked. */
    private static final class Table implements Trials {
        private final ToDoubleFunction<Trial> loss;
        private final List<Trial> asked = new ArrayList<>();
        private final List<TrialRequest> requests = new ArrayList<>();
        private final Map<Trial, TrialResult> results = new HashMap<>();

        Table(ToDoubleFunction<Trial> loss) {
            this.loss = loss;
        }

        @Override
        public void complete(List<TrialRequest> wanted) {
            wanted.forEach(request -> {
                asked.add(request.trial());
                requests.add(request);
                results.put(request.trial(), FakeEvaluator.result(request, loss));
            });
        }

        @Override
        public Optional<TrialResult> find(Trial trial) {
            return Optional.ofNullable(results.get(trial));
        }

        List<Integer> widths(int epochs) {
            return asked.stream()
                    .filter(trial -> trial.budget().epochs() == epochs)
                    .map(trial -> width(trial.genome()))
                    .toList();
        }

        int mostEpochs(Genome genome) {
            return asked.stream()
                    .filter(trial -> trial.genome().equals(genome))
                    .mapToInt(trial -> trial.budget().epochs())
                    .max()
                    .orElseThrow();
        }
    }
}
