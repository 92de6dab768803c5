package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWeightsTest {
    private static final ClassWeighting BALANCED = new ClassWeighting.Balanced();

    /** Of the training rows 6 are 'no', 3 are 'yes' and 1 is 'maybe'; the last two rows train nothing. */
    private static final Targets.Classes CLASSES =
            new Targets.Classes(new int[] {0, 0, 1, 2, 0, 1, 0, 0, 1, 0, 2, 2}, List.of("no", "yes", "maybe"));

    private static final int[] TRAINING = IntStream.range(0, 10).toArray();

    @Test
    void equal_weights_are_none() {
        assertThat(weighted(ClassWeighting.EQUAL).isWeighted()).isFalse();
    }

    @Test
    void balanced_weights_are_inverse_to_the_training_rows_of_a_class() {
        assertThat(weighted(BALANCED).weights()).containsExactly(10.0 / (3 * 6), 10.0 / (3 * 3), 10.0 / 3);
    }

    @Test
    void balanced_weights_of_balanced_classes_are_none() {
        assertThat(ClassWeights.apply(BALANCED, CLASSES, new int[] {0, 2, 3}).isWeighted())
                .isFalse();
    }

    @Test
    void a_class_without_training_rows_weighs_1_where_weights_are_balanced() {
        assertThat(ClassWeights.apply(BALANCED, CLASSES, new int[] {0, 1, 4, 2}).weights())
                .containsExactly(4.0 / (2 * 3), 4.0 / 2, 1.0);
    }

    @Test
    void given_weights_are_scaled_and_1_stands_for_those_that_are_not_given() {
        List<Double> weights =
                weighted(byClass(Map.of("maybe", 4.0, "yes", 2.0))).weights();
        double mean = (6 * 1 + 3 * 2 + 1 * 4) / 10.0;
        assertThat(weights.get(0)).isCloseTo(1 / mean, within(1e-15));
        assertThat(weights.get(1)).isCloseTo(2 / mean, within(1e-15));
        assertThat(weights.get(2)).isCloseTo(4 / mean, within(1e-15));
    }

    @Test
    void given_weights_that_are_all_alike_are_none() {
        assertThat(weighted(byClass(Map.of("no", 0.1, "yes", 0.1, "maybe", 0.1)))
                        .isWeighted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_mean_weight_of_the_training_rows_is_1(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = random.ints(500, 0, 4).map(label -> label * label / 3).toArray();
        Targets.Classes classes = new Targets.Classes(labels, List.of("a", "b", "c", "d"));
        int[] training = IntStream.range(0, 500).filter(row -> row % 3 > 0).toArray();
        Map<String, Double> given = Map.of("a", random.nextDouble(), "d", 1e6 * random.nextDouble());
        for (ClassWeighting weighting : List.of(BALANCED, byClass(given))) {
            List<Double> weights =
                    ClassWeights.apply(weighting, classes, training).weights();
            double mean = IntStream.of(training)
                    .mapToDouble(row -> weights.get(labels[row]))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void a_name_that_is_no_class_is_refused_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> weighted(byClass(Map.of("mabye", 2.0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.weights must name classes of the target (no, yes, maybe), but was 'mabye'; "
                        + "did you mean 'maybe'?");
        assertThatThrownBy(() -> weighted(byClass(Map.of("blue", 2.0))))
                .hasMessage("data.weights must name classes of the target (no, yes, maybe), but was 'blue'");
    }

    @Test
    void numbers_have_no_classes_to_weigh() {
        Targets values = new Targets.Values(new float[2], new TargetEncoding.Output("y", Standardisation.NONE));
        assertThat(ClassWeights.apply(ClassWeighting.EQUAL, values, TRAINING)).isSameAs(values);
        assertThatThrownBy(() -> ClassWeights.apply(BALANCED, values, TRAINING))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.weights must be left out where numbers are predicted, but was balanced");
        assertThatThrownBy(() -> ClassWeights.apply(byClass(Map.of("no", 2.0)), values, TRAINING))
                .hasMessage("data.weights must be left out where numbers are predicted, but was {no=2.0}");
    }

    private static Targets.Classes weighted(ClassWeighting weighting) {
        return ClassWeights.apply(weighting, CLASSES, TRAINING);
    }

    private static ClassWeighting byClass(Map<String, Double> weights) {
        return new ClassWeighting.ByClass(weights);
    }
}
