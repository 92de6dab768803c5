package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.math.Stats;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Loss;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowScoresTest {
    private static final Split SPLIT = new Split(new int[] {0, 1}, new int[] {2, 3}, new int[0]);

    @Test
    void cross_entropy_and_accuracy_of_classes() {
        Dataset data =
                Dataset.of("d", new float[4], new Targets.Classes(new int[] {0, 1, 0, 1}, List.of("a", "b")), SPLIT);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.CROSS_ENTROPY, RowDetails.none());
        scores.add(2, new float[] {0.8f, 0.2f}, 0);
        scores.add(3, new float[] {9, 9, 0.6f, 0.4f}, 2);
        Measures measures = scores.measures();
        double first = -Math.log(0.8);
        double second = -Math.log(0.4);
        assertThat(measures.loss()).isCloseTo((first + second) / 2, within(1e-7));
        assertThat(measures.lossStandardError()).isCloseTo(Math.abs(first - second) / 2, within(1e-6));
        assertThat(measures.accuracy()).isEqualTo(0.5);
        assertThat(measures.rmse()).isNull();
        assertThat(measures.constantLoss()).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void squared_error_of_numbers() {
        Dataset data = Dataset.of(
                "d",
                new float[4],
                new Targets.Values(
                        new float[] {-1, 1, 0, 2}, new TargetEncoding.Output("y", new Standardisation(10, 3))),
                SPLIT);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.MSE, RowDetails.none());
        scores.add(2, new float[] {1}, 0);
        scores.add(3, new float[] {2}, 0);
        Measures measures = scores.measures();
        assertThat(measures.loss()).isEqualTo(0.5);
        assertThat(measures.rmse()).isCloseTo(3 * Math.sqrt(0.5), within(1e-12));
        assertThat(measures.constantLoss()).isEqualTo(2);
    }

    @Test
    void several_outputs_share_the_loss_and_have_no_common_error() {
        Targets values = new Targets.Values(
                new float[] {-1, 2, 1, 4, 0, 0, 2, 1},
                new TargetEncoding.Output("y", new Standardisation(10, 3)),
                new TargetEncoding.Output("z", new Standardisation(0, 1)));
        Dataset data = Dataset.of("d", new float[4], values, SPLIT);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.MSE, RowDetails.none());
        scores.add(2, new float[] {1, 3}, 0);
        scores.add(3, new float[] {9, 2, 1}, 1);
        Measures measures = scores.measures();
        assertThat(measures.loss()).isEqualTo(((1 + 9) / 2.0 + 0) / 2);
        assertThat(measures.lossStandardError()).isEqualTo(2.5);
        assertThat(measures.constantLoss()).isEqualTo(((0 + 9) / 2.0 + (4 + 4) / 2.0) / 2);
        assertThat(measures.rmse()).isNull();
    }

    @Test
    void losses_of_weighted_classes_are_weighted_and_accuracy_is_not() {
        Dataset data = weighted(new int[] {0, 1, 0, 1}, SPLIT);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.CROSS_ENTROPY, RowDetails.none());
        scores.add(2, new float[] {0.8f, 0.2f}, 0);
        scores.add(3, new float[] {0.6f, 0.4f}, 0);
        Measures measures = scores.measures();
        double first = -Math.log(0.8);
        double second = -Math.log(0.4);
        double mean = 0.25 * first + 0.75 * second;
        assertThat(measures.loss()).isCloseTo(mean, within(1e-7));
        assertThat(measures.constantLoss()).isCloseTo(-0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), within(1e-12));
        double squares = Math.pow(0.5 * (first - mean), 2) + Math.pow(1.5 * (second - mean), 2);
        assertThat(measures.lossStandardError()).isCloseTo(Math.sqrt(squares * 2) / 2, within(1e-7));
        assertThat(measures.accuracy()).isEqualTo(0.5);
        assertThat(scores.plainLoss()).isCloseTo((first + second) / 2, within(1e-7));
    }

    /** Many samples of rows: the standard deviation of their weighted means is what each of them says of itself. */
    @Test
    void the_standard_error_of_a_weighted_loss_is_the_deviation_of_such_losses() {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 400;
        int[] labels = random.ints(rows, 0, 4).map(draw -> draw / 3).toArray();
        Split split = new Split(IntStream.range(0, rows).toArray(), new int[0], new int[0]);
        Dataset data = weighted(labels, split);
        List<Double> losses = new ArrayList<>();
        double errors = 0;
        for (int sample = 0; sample < 500; sample++) {
            RowScores scores = new RowScores(
                    data, new ConstantPrediction(data, split.train()), Loss.CROSS_ENTROPY, RowDetails.none());
            for (int i = 0; i < rows; i++) {
                int row = random.nextInt(rows);
                float probability = (float) (0.1 + 0.8 * random.nextDouble() * (1 - 0.5 * labels[row]));
                scores.add(
                        row,
                        new float[] {
                            labels[row] + (1 - 2 * labels[row]) * probability,
                            1 - labels[row] - (1 - 2 * labels[row]) * probability
                        },
                        0);
            }
            losses.add(scores.measures().loss());
            errors += scores.measures().lossStandardError() / 500;
        }
        assertThat(errors).isCloseTo(Stats.of(losses).sampleStandardDeviation(), withinPercentage(8));
    }

    @Test
    void row_losses_are_kept_unweighted() {
        Dataset data = weighted(new int[] {0, 1, 0, 1}, SPLIT);
        RowDetails details = new RowDetails(EnumSet.of(Detail.ROW_LOSSES), 1, 2);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.CROSS_ENTROPY, details);
        scores.add(3, new float[] {0.5f, 0.5f}, 0);
        Map<Detail, FloatVector> kept = new EnumMap<>(Detail.class);
        details.copyInto(kept);
        assertClose(kept.get(Detail.ROW_LOSSES), (float) Math.log(2));
    }

    private static Dataset weighted(int[] labels, Split split) {
        Targets classes = new Targets.Classes(labels, List.of("a", "b"), List.of(0.5, 1.5));
        return Dataset.of("d", new float[labels.length], classes, split);
    }

    @Test
    void probabilities_of_classes_by_themselves_are_divided_by_their_sum() {
        Dataset data =
                Dataset.of("d", new float[4], new Targets.Classes(new int[] {0, 1, 0, 1}, List.of("a", "b")), SPLIT);
        RowScores scores = new RowScores(
                data, new ConstantPrediction(data, SPLIT.train()), Loss.BINARY_CROSS_ENTROPY, RowDetails.none());
        scores.add(2, new float[] {0.9f, 0.6f}, 0);
        scores.add(3, new float[] {0, 0}, 0);
        assertThat(scores.measures().loss()).isCloseTo((-Math.log(0.6) + Math.log(2)) / 2, within(1e-6));
    }

    @Test
    void losses_and_predictions_are_kept_where_they_are_asked_for() {
        Dataset data =
                Dataset.of("d", new float[4], new Targets.Classes(new int[] {0, 1, 0, 1}, List.of("a", "b")), SPLIT);
        RowDetails details = new RowDetails(EnumSet.complementOf(EnumSet.of(Detail.ROW_ERRORS)), 2, 2);
        RowScores scores =
                new RowScores(data, new ConstantPrediction(data, SPLIT.train()), Loss.BINARY_CROSS_ENTROPY, details);
        scores.add(2, new float[] {0.9f, 0.6f}, 0);
        scores.add(3, new float[] {7, 0, 0}, 1);
        Map<Detail, FloatVector> kept = new EnumMap<>(Detail.class);
        details.copyInto(kept);
        assertThat(kept).containsOnlyKeys(Detail.ROW_LOSSES, Detail.PREDICTIONS);
        assertClose(kept.get(Detail.ROW_LOSSES), (float) -Math.log(0.6), (float) Math.log(2));
        assertClose(kept.get(Detail.PREDICTIONS), 0.6f, 0.4f, 0.5f, 0.5f);
    }

    private static void assertClose(@Nullable FloatVector values, float... expected) {
        assertThat(values)
                .isNotNull()
                .satisfies(each -> assertThat(each.toArray()).containsExactly(expected, within(1e-6f)));
    }

    @Test
    void nothing_is_kept_where_it_is_not_asked_for() {
        Map<Detail, FloatVector> kept = new EnumMap<>(Detail.class);
        new RowDetails(EnumSet.of(Detail.PARAMETERS), Integer.MAX_VALUE, Integer.MAX_VALUE).copyInto(kept);
        assertThat(kept).isEmpty();
    }

    @Test
    void a_probability_that_underflowed_costs_a_finite_loss() {
        assertThat(RowScores.crossEntropy(0)).isEqualTo(60);
        assertThat(RowScores.crossEntropy(Double.NaN)).isNaN();
    }
}
