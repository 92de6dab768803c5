package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
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
                "d", new float[4], new Targets.Values(new float[] {-1, 1, 0, 2}, new Standardisation(10, 3)), SPLIT);
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
        RowDetails details = new RowDetails(EnumSet.allOf(Detail.class), 2, 2);
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
