package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    private final Exponential exponential = new Exponential();

    @AfterEach
    void free_memory() {
        exponential.free();
    }

    @Test
    void relative_error_is_below_3e_7() {
        float[] arguments = new float[40_001];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = -60 + i * 120f / (arguments.length - 1);
        }
        float[] values = arguments.clone();
        exponential.apply(values, values.length);
        for (int i = 0; i < values.length; i++) {
            double expected = StrictMath.exp(arguments[i]);
            assertThat(values[i] / expected).as("e^%s", arguments[i]).isCloseTo(1, within(3e-7));
        }
    }

    @Test
    void arguments_outside_count_as_the_nearest_end() {
        float[] values = {-1e30f, Float.NEGATIVE_INFINITY, -60, 60, 1e30f, Float.POSITIVE_INFINITY};
        exponential.apply(values, values.length);
        assertThat(values[0]).isEqualTo(values[2]).isEqualTo(values[1]);
        assertThat(values[5]).isEqualTo(values[3]).isEqualTo(values[4]).isFinite();
    }

    @Test
    void zero_gives_exactly_one_and_not_a_number_stays() {
        float[] values = {0, -0f, Float.NaN};
        exponential.apply(values, values.length);
        assertThat(values).containsExactly(1, 1, Float.NaN);
    }

    @Test
    void a_value_has_the_same_bits_wherever_it_stands() {
        float[] many = new float[3 * RowTile.BLOCK + 5];
        Arrays.fill(many, -1.2345f);
        float[] one = {-1.2345f};
        exponential.apply(many, many.length);
        exponential.apply(one, 1);
        assertThat(many).containsOnly(one[0]);
    }

    @Test
    void values_beyond_the_count_are_left_alone() {
        float[] values = {1, 2, 3};
        exponential.apply(values, 2);
        assertThat(values[2]).isEqualTo(3);
    }
}
