package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Floats;
import java.util.List;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Loss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputKernelTest {
    private static final int[] ORDER = {1, 0};
    private static final Split SPLIT = new Split(new int[] {0, 1}, new int[0], new int[0]);
    private static final Dataset CLASSES =
            Dataset.of("c", new float[2], new Targets.Classes(new int[] {0, 2}, List.of("a", "b", "c")), SPLIT);
    private static final Dataset WEIGHTED = Dataset.of(
            "w",
            new float[2],
            new Targets.Classes(new int[] {0, 2}, List.of("a", "b", "c"), List.of(0.5, 1.0, 2.5)),
            SPLIT);
    private static final Dataset VALUES = Dataset.of(
            "v",
            new float[2],
            new Targets.Values(new float[] {1, -1}, new TargetEncoding.Output("y", new Standardisation(0, 1))),
            SPLIT);

    private final Workspaces workspaces = new Workspaces();

    @AfterEach
    void free_buffers() {
        workspaces.close();
    }

    @Test
    void softmax_is_safe_against_large_sums() {
        float[] sums = {1000, 0, -1000, 50, 50, 50};
        OutputKernel kernel = kernel(Loss.CROSS_ENTROPY, CLASSES);
        kernel.outputs(sums, 2);
        assertThat(sums[0]).isEqualTo(1);
        assertThat(sums[3]).isCloseTo(1 / 3f, within(1e-7f));
        float[] again = {1000, 0, -1000, 50, 50, 50};
        assertThat(kernel.deltas(again, ORDER, 0, 2)).isCloseTo(2000 + Math.log(3), within(1e-3));
        assertThat(again[0]).isEqualTo(0.5f);
        assertThat(again[2]).isEqualTo(-0.5f);
    }

    @Test
    void softmax_adds_up_the_losses_of_many_rows() {
        int rows = 3000;
        float[] sums = new float[rows * 3];
        int[] order = new int[rows];
        double loss = kernel(Loss.CROSS_ENTROPY, CLASSES).deltas(sums, order, 0, rows);
        assertThat(loss).isCloseTo(rows * Math.log(3), within(1e-4));
    }

    @Test
    void several_outputs_of_a_regression_share_the_loss() {
        ValueOutput output = new ValueOutput(Loss.MSE, new float[] {0, 0, 1, 3}, 2);
        float[] sums = {2, 3, 0, 0};
        assertThat(output.deltas(sums, ORDER, 0, 2)).isEqualTo(((1 + 0) + (0 + 0)) / 2.0);
        assertThat(sums).containsExactly(0.5f, 0, 0, 0);
    }

    @Test
    void hubers_loss_is_square_below_1_and_linear_above() {
        float[] sums = {-0.5f, 4};
        assertThat(kernel(Loss.HUBER, VALUES).deltas(sums, ORDER, 0, 2)).isEqualTo(0.125 + 2.5);
        assertThat(sums).containsExactly(0.25f, 0.5f);
    }

    @ParameterizedTest
    @EnumSource(names = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY"})
    void weights_multiply_the_losses_and_the_derivatives_of_rows(Loss loss) {
        float[] first = {0.5f, -1, 2};
        float[] second = {-3, 0.25f, 1};
        double expected = 2.5 * alone(loss, CLASSES, first, 1) + 0.5 * alone(loss, CLASSES, second, 0);
        float[] sums = Floats.concat(first, second);
        float[] plain = sums.clone();
        assertThat(kernel(loss, WEIGHTED).deltas(sums, ORDER, 0, 2)).isCloseTo(expected, within(1e-5));
        kernel(loss, CLASSES).deltas(plain, ORDER, 0, 2);
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isCloseTo(plain[i] * (i < 3 ? 2.5f : 0.5f), within(1e-6f));
        }
        float[] said = plain.clone();
        float[] saidPlain = plain.clone();
        kernel(loss, WEIGHTED).outputs(said, 2);
        kernel(loss, CLASSES).outputs(saidPlain, 2);
        assertThat(said).containsExactly(saidPlain);
    }

    /** Returns the loss of one row by itself. */
    private double alone(Loss loss, Dataset data, float[] sums, int row) {
        return kernel(loss, data).deltas(sums.clone(), new int[] {row}, 0, 1);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_loss_is_for_classes_or_for_values(Loss loss) {
        boolean isOfClasses = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY;
        Dataset misfit = isOfClasses ? VALUES : CLASSES;
        assertThatThrownBy(() -> kernel(loss, misfit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("loss " + loss.word() + " does not fit a target of ");
    }

    private OutputKernel kernel(Loss loss, Dataset data) {
        try (Workspace workspace = workspaces.lend()) {
            return OutputKernel.of(loss, data, workspace, 2);
        }
    }
}
