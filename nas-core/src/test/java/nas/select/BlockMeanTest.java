package nas.select;

import static nas.select.SyntheticTrials.block;
import static nas.select.SyntheticTrials.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import nas.trial.FloatVector;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class BlockMeanTest {
    private static final RowLosses ROWS = new RowLosses(FloatVector.copyOf(new float[] {1, 1}));

    @Test
    void measures_are_means_over_blocks() {
        Measures mean = BlockMean.of(List.of(block(0, 1), block(1, 2)));
        assertThat(mean.loss()).isEqualTo(1);
        assertThat(mean.lossStandardError()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.constantLoss()).isEqualTo(SyntheticTrials.CONSTANT_LOSS);
        assertThat(mean.accuracy()).isEqualTo(0.5);
        assertThat(mean.rmse()).isNull();
        assertThat(mean.rows()).isEqualTo(4);
    }

    @Test
    void partitions_are_of_the_same_rows() {
        BlockOutcome once = partition(new float[] {1}, new float[] {2}, new float[] {3});
        assertThat(BlockMean.of(List.of(once, once)).rows()).isEqualTo(3);
    }

    @Test
    void a_metric_is_the_mean_where_it_is_known() {
        Measures known = new Measures(1, 0, 2, null, 3.0, 2, Map.of(Measures.MAE, 4.0));
        Measures other = new Measures(1, 0, 2, null, 5.0, 2, Map.of());
        Measures mean = BlockMean.of(List.of(new BlockOutcome(known, ROWS), new BlockOutcome(other, ROWS)));
        assertThat(mean.rmse()).isEqualTo(4);
        assertThat(mean.metrics()).isEqualTo(Map.of(Measures.MAE, 4.0));
    }
}
