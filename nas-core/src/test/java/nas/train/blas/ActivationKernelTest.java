package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nas.space.Activation;
import nas.train.ReferenceActivation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ActivationKernelTest {
    private static final double STEP = 1e-6;

    private final Exponential exponential = new Exponential();

    @AfterEach
    void free_memory() {
        exponential.free();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRELU", "RRELU"})
    void values_and_slopes_are_those_of_the_formula(Activation activation) {
        float[] values = new float[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = -20 + i * 0.04f + 0.001f; // between them the kink at 0
        }
        float[] sums = values.clone();
        float[] slopes = new float[values.length];
        ActivationKernel.of(activation, exponential).apply(values, slopes, values.length);
        for (int i = 0; i < values.length; i++) {
            double value = ReferenceActivation.value(activation, sums[i]);
            double slope = difference(activation, sums[i]);
            assertThat((double) values[i])
                    .as("at %s", sums[i])
                    .isCloseTo(value, within(2e-7 * Math.max(1, Math.abs(value))));
            assertThat((double) slopes[i]).as("slope at %s", sums[i]).isCloseTo(slope, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRELU", "RRELU"})
    void not_a_number_stays(Activation activation) {
        float[] values = {Float.NaN};
        ActivationKernel.of(activation, exponential).apply(values, new float[1], 1);
        assertThat(values[0]).isNaN();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRELU", "RRELU"})
    void huge_sums_give_numbers(Activation activation) {
        float[] values = {-1e30f, 1e30f};
        float[] slopes = new float[2];
        ActivationKernel.of(activation, exponential).apply(values, slopes, 2);
        assertThat(values[0]).isFinite();
        assertThat(values[1]).isFinite();
        assertThat(slopes[0]).isBetween(-1f, 2f);
        assertThat(slopes[1]).isBetween(-1f, 2f);
    }

    private static double difference(Activation activation, double x) {
        double above = ReferenceActivation.value(activation, x + STEP);
        return (above - ReferenceActivation.value(activation, x - STEP)) / (2 * STEP);
    }
}
