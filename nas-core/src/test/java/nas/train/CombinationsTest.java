package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nas.data.Dataset;
import nas.evolve.RandomDraw;
import nas.space.Genome;
import nas.space.Loss;
import nas.space.OpenSpaces;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law: whatever choices come together, training ends in numbers, or says that they were none; and it repeats. */
class CombinationsTest {
    private static final int GENOMES = 60;

    /** Of 81 training rows, one is left after batches of 16. */
    private static final Dataset CLASSES = SmallData.rings(135);

    private static final Dataset NUMBERS = SmallData.difference(135);
    private static final List<Loss> LOSSES_OF_NUMBERS = List.of(Loss.AUTO, Loss.MAE, Loss.HUBER);

    /**
     * Data and what is trained on them.
     *
     * @param data what is learnt
     * @param genomes drawn from a space with everything open
     */
    record Course(Dataset data, List<Genome> genomes) {
        @Override
        public String toString() {
            return data.name();
        }
    }

    static Stream<Course> courses() {
        return Stream.of(new Course(CLASSES, drawn(1)), new Course(NUMBERS, withLossesOfNumbers(drawn(2))));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_trial_ends_in_numbers_or_tells_that_they_were_none(Course course) {
        List<TrialRequest> requests = course.genomes().stream()
                .map(genome -> new Trial(genome, new Budget(3), 5, Fold.VALIDATION))
                .map(trial -> TrialRequest.of(trial, Detail.values()))
                .toList();
        List<TrialResult> results = run(course.data(), requests, 2);
        assertThat(results).hasSameSizeAs(requests).allSatisfy(CombinationsTest::assertTold);
        assertThat(results.stream().filter(result -> result.measures().isPresent()))
                .hasSizeGreaterThan(GENOMES * 9 / 10);
        assertThat(facts(run(course.data(), Lists.reverse(requests), 1))).isEqualTo(facts(results));
    }

    private static void assertTold(TrialResult result) {
        result.measures().ifPresent(CombinationsTest::assertFinite);
        result.failure().ifPresent(failed -> {
            assertThat(failed.cause()).as(failed.reason()).isEqualTo(Outcome.Cause.NOT_FINITE);
            assertThat(failed.reason()).startsWith("loss is not finite");
        });
    }

    private static void assertFinite(Measures measures) {
        assertThat(measures.loss()).isFinite().isNotNegative();
        assertThat(measures.lossStandardError()).isFinite().isNotNegative();
    }

    private static List<TrialResult> run(Dataset data, List<TrialRequest> requests, int workers) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, workers, EngineChoice.AUTO)) {
            evaluator.evaluate(requests, results::add);
        }
        results.sort(Comparator.comparing(result -> result.trial().genome().key()));
        return results;
    }

    /** What must not depend on anything but the trial. */
    private static List<Map<String, Object>> facts(List<TrialResult> results) {
        return results.stream()
                .map(result -> Map.<String, Object>of(
                        "trial", result.trial(), "outcome", result.outcome(), "details", result.details()))
                .toList();
    }

    private static List<Genome> drawn(long seed) {
        return RandomDraw.of(OpenSpaces.everything(), 2 * GENOMES, seed).stream()
                .distinct()
                .limit(GENOMES)
                .toList();
    }

    private static List<Genome> withLossesOfNumbers(List<Genome> genomes) {
        Set<Genome> changed = new LinkedHashSet<>();
        for (Genome genome : genomes) {
            Loss loss = LOSSES_OF_NUMBERS.get(changed.size() % LOSSES_OF_NUMBERS.size());
            changed.add(new Genome(genome.architecture(), genome.recipe().withLoss(loss)));
        }
        return List.copyOf(changed);
    }
}
