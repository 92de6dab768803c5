package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nas.data.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassMetricsTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** Probabilities of few different values, so that there are ties, and classes that may be missing. */
    @ParameterizedTest
    @MethodSource("seeds")
    void roc_auc_is_what_counting_all_pairs_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = random.nextInt(2, 5);
        int rows = random.nextInt(1, 60);
        int values = random.nextInt(1, 30);
        int[] labels = random.ints(rows, 0, random.nextInt(1, classes + 1)).toArray();
        float[] said = new float[rows * classes];
        for (int i = 0; i < said.length; i++) {
            said[i] = random.nextInt(values) / (float) values;
        }
        OptionalDouble found = metrics(classes, labels, said).rocAuc(said);
        OptionalDouble expected = classes == 2
                ? areaByPairs(1, classes, labels, said)
                : IntStream.range(0, classes)
                        .mapToObj(label -> areaByPairs(label, classes, labels, said))
                        .flatMapToDouble(OptionalDouble::stream)
                        .average();
        assertThat(found.isPresent()).isEqualTo(expected.isPresent());
        assertThat(found.orElse(-1)).isCloseTo(expected.orElse(-1), within(1e-12));
    }

    private static OptionalDouble areaByPairs(int label, int classes, int[] labels, float[] said) {
        double sum = 0;
        int pairs = 0;
        for (int inside = 0; inside < labels.length; inside++) {
            for (int outside = 0; outside < labels.length; outside++) {
                if (labels[inside] == label && labels[outside] != label) {
                    int order = Float.compare(said[inside * classes + label], said[outside * classes + label]);
                    sum += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }

    @Test
    void roc_auc_of_two_classes_is_that_of_either() {
        int[] labels = {0, 1, 0, 1, 1, 0, 0};
        float[] said = said(0.25f, 0.5f, 0.5f, 0.875f, 0.125f, 0.0625f, 0.75f);
        double second = metrics(2, labels, said).rocAuc(said).orElseThrow();
        assertThat(areaByPairs(0, 2, labels, said).orElseThrow()).isEqualTo(second);
    }

    @Test
    void small_differences_and_zeros_of_both_signs_are_ranked() {
        int[] labels = {0, 1, 0, 1};
        float[] said = {1, Float.MIN_VALUE, 1, 0, 1, 0, 1, -0f};
        assertThat(metrics(2, labels, said).rocAuc(said)).hasValue((0 + 0.5 + 0 + 0.5) / 4);
        float[] near = said(0.5f, Math.nextUp(0.5f), 0.5f, Math.nextUp(0.5f));
        assertThat(metrics(2, labels, near).rocAuc(near)).hasValue(1);
    }

    /** Rows of the table are classes, columns predictions: a 3 1 1, b 0 2 2, c 0 0 1. */
    @Test
    void metrics_of_three_classes_follow_from_their_confusion_table() {
        int[] labels = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2};
        int[] predicted = {0, 0, 0, 1, 2, 1, 1, 2, 2, 2};
        ClassMetrics metrics = metrics(3, labels, certain(3, predicted));
        assertThat(metrics.balancedAccuracy().orElseThrow()).isCloseTo((3 / 5.0 + 2 / 4.0 + 1) / 3, within(1e-15));
        assertThat(metrics.f1().orElseThrow()).isCloseTo((2 * 3 / 8.0 + 2 * 2 / 7.0 + 2 * 1 / 5.0) / 3, within(1e-15));
    }

    @Test
    void f1_of_two_classes_is_that_of_the_second() {
        int[] labels = {0, 0, 0, 0, 1, 1, 1};
        int[] predicted = {0, 0, 0, 1, 1, 1, 0};
        ClassMetrics metrics = metrics(2, labels, certain(2, predicted));
        assertThat(metrics.f1()).hasValue(2.0 * 2 / (3 + 3));
        assertThat(metrics.balancedAccuracy()).hasValue((3 / 4.0 + 2 / 3.0) / 2);
    }

    @Test
    void a_constant_prediction_tells_nothing_apart() {
        int[] labels = {0, 0, 0, 1, 2};
        float[] said = new float[15];
        Arrays.fill(said, 1 / 3f);
        ClassMetrics metrics = metrics(3, labels, said);
        assertThat(metrics.balancedAccuracy()).hasValue(1.0 / 3);
        assertThat(metrics.rocAuc(said)).hasValue(0.5);
        assertThat(metrics.f1()).hasValue(2.0 * 3 / (3 + 5) / 3);
    }

    @Test
    void a_perfect_prediction_has_1_everywhere() {
        int[] labels = {2, 0, 1, 1, 2, 2};
        float[] said = certain(3, labels);
        ClassMetrics metrics = metrics(3, labels, said);
        assertThat(metrics.balancedAccuracy()).hasValue(1);
        assertThat(metrics.rocAuc(said)).hasValue(1);
        assertThat(metrics.f1()).hasValue(1);
    }

    @Test
    void rows_of_a_single_class_leave_the_curve_undefined() {
        int[] labels = {0, 0};
        float[] said = said(0.25f, 0.75f);
        ClassMetrics metrics = metrics(2, labels, said);
        assertThat(metrics.rocAuc(said)).isEmpty();
        assertThat(metrics.balancedAccuracy()).hasValue(0.5);
        assertThat(metrics.f1()).hasValue(0);
        assertThat(metrics(2, labels, certain(2, labels)).f1()).isEmpty();
    }

    @Test
    void classes_that_do_not_occur_count_for_nothing_unless_they_are_predicted() {
        int[] labels = {0, 0, 1, 1};
        float[] right = certain(4, labels);
        assertThat(metrics(4, labels, right).f1()).hasValue(1);
        assertThat(metrics(4, labels, right).rocAuc(right)).hasValue(1);
        ClassMetrics wrong = metrics(4, labels, certain(4, new int[] {0, 0, 1, 3}));
        assertThat(wrong.balancedAccuracy()).hasValue(0.75);
        assertThat(wrong.f1().orElseThrow()).isCloseTo((1 + 2.0 / 3 + 0) / 3, within(1e-15));
    }

    private static ClassMetrics metrics(int classes, int[] labels, float[] said) {
        int[] rows = IntStream.range(0, labels.length).toArray();
        return new ClassMetrics(new Targets.Classes(labels, NAMES.subList(0, classes)), rows, said);
    }

    /** Returns two probabilities for each row. */
    private static float[] said(float... second) {
        float[] said = new float[2 * second.length];
        for (int i = 0; i < second.length; i++) {
            said[2 * i] = 1 - second[i];
            said[2 * i + 1] = second[i];
        }
        return said;
    }

    private static float[] certain(int classes, int[] predicted) {
        float[] said = new float[classes * predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            said[i * classes + predicted[i]] = 1;
        }
        return said;
    }
}
