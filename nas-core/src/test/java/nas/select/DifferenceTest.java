package nas.select;

import static nas.select.SyntheticTrials.block;
import static nas.select.SyntheticTrials.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.select.SyntheticTrials.Scatter;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final BlockOutcome ZERO = block(0, 0, 0, 0);

    @Test
    void a_genome_does_not_differ_from_itself() {
        List<BlockOutcome> blocks = List.of(block(0.1f, 7, 0.3f), block(0.7f, 100, 0.9f));
        assertThat(Difference.of(blocks, blocks)).isEqualTo(new Difference(0, 0));
    }

    @Test
    void rows_that_vary_more_than_blocks_make_the_error() {
        Difference difference = Difference.of(List.of(block(1, 2, 3, 4)), List.of(ZERO));
        assertThat(difference.value()).isEqualTo(2.5);
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(5 / 3.0 / 4), within(1e-12));
    }

    @Test
    void blocks_that_vary_more_than_rows_make_the_error() {
        Difference difference =
                Difference.of(List.of(block(1, 1, 1, 1), block(3, 3, 3, 3)), List.of(ZERO, ZERO, block(9, 9, 9, 9)));
        assertThat(difference.value()).isEqualTo(2);
        assertThat(difference.standardError()).isEqualTo(1);
    }

    @Test
    void partitions_of_few_rows_are_corrected_for_shared_training_rows() {
        BlockOutcome genome = partition(new float[] {1, 1}, new float[] {2, 4}, new float[] {5, 5});
        BlockOutcome other = partition(new float[] {2, 2}, new float[] {0, 0}, new float[] {3, 1});
        BlockOutcome zero = partition(new float[] {0, 0}, new float[] {0, 0}, new float[] {0, 0});
        Difference difference = Difference.of(List.of(genome, other), List.of(zero, zero));
        double mean = 13 / 6.0;
        double squares = Stream.of(1, 3, 5, 2, 0, 2)
                .mapToDouble(fold -> (fold - mean) * (fold - mean))
                .sum();
        assertThat(difference.value()).isCloseTo(mean, within(1e-12));
        assertThat(difference.standardError()).isCloseTo(Math.sqrt((1 / 6.0 + 1 / 2.0) * squares / 5), within(1e-12));
    }

    @Test
    void losses_beyond_twenty_times_the_constant_prediction_are_clipped() {
        assertThat(Difference.of(List.of(block(0, 1e9f)), List.of(block(0, 0))).value())
                .isEqualTo(20 * SyntheticTrials.CONSTANT_LOSS / 2);
        assertThat(Difference.of(List.of(block(0, 1e9f)), List.of(block(0, 1e6f))))
                .isEqualTo(new Difference(0, 0));
    }

    @Test
    void weights_weigh_rows() {
        FloatVector weights = FloatVector.copyOf(new float[] {3, 1, 1, 3});
        BlockOutcome genome = block(new RowLosses(FloatVector.copyOf(new float[] {1, 2, 3, 4}), weights, null));
        BlockOutcome zero = block(new RowLosses(FloatVector.copyOf(new float[4]), weights, null));
        Difference difference = Difference.of(List.of(genome), List.of(zero));
        assertThat(difference.value()).isEqualTo(2.5);
        double squares = 9 * 2.25 + 0.25 + 0.25 + 9 * 2.25;
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(squares / 3 / 4) / 2, within(1e-12));
    }

    @Test
    void a_group_of_equal_rows_tells_no_more_than_one_row() {
        ImmutableIntArray groups = ImmutableIntArray.of(5, 6, 5, 6, 9, 9);
        FloatVector losses = FloatVector.copyOf(new float[] {1, 2, 1, 2, 6, 6});
        BlockOutcome doubled = block(new RowLosses(losses, null, groups));
        BlockOutcome zero = block(new RowLosses(FloatVector.copyOf(new float[6]), null, groups));
        assertThat(Difference.of(List.of(doubled), List.of(zero)))
                .isEqualTo(Difference.of(List.of(block(1, 2, 6)), List.of(block(0, 0, 0))));
    }

    @Test
    void other_rows_than_the_reference_s_are_refused() {
        assertThatThrownBy(() -> Difference.of(List.of(block(1, 2)), List.of(ZERO)))
                .hasMessage("rows must be those of the reference, 4, but were 2");
    }

    /** Of 600 intervals of 90 %, three standard deviations about the nominal share are 22. Blocks make them wider only. */
    @ParameterizedTest
    @CsvSource({"1, 518, 562", "5, 518, 600"})
    void intervals_cover_the_truth_as_often_as_they_say(int blocks, int least, int most) {
        Genome genome = RandomGenomes.uniform(1, 8);
        Genome reference = RandomGenomes.uniform(1, 16);
        double z = Quantile.normal(0.95);
        long covered = IntStream.range(0, 600)
                .mapToObj(seed -> difference(genome, reference, blocks, seed))
                .filter(difference -> Math.abs(difference.value() - 0.1) <= z * difference.standardError())
                .count();
        assertThat(covered).isBetween((long) least, (long) most);
    }

    private static Difference difference(Genome genome, Genome reference, int blocks, long seed) {
        BlockResults results = new BlockResults(
                new SyntheticTrials(any -> any.equals(reference) ? 1 : 1.1, new Scatter(0.2, 0, 60, seed)));
        results.complete(List.of(genome, reference), blocks);
        return Difference.of(results.of(genome), results.of(reference));
    }
}
