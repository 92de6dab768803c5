package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nas.space.Activation;
import nas.space.HiddenLayer;
import nas.space.Loss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int COUNT = 1_000_000;
    private static final int BLOCK = 1000;

    private final Exponential exponential = new Exponential();

    @AfterEach
    void free_memory() {
        exponential.free();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
    void as_many_are_dropped_as_asked_for_and_the_others_make_up_for_it(double dropped) {
        float[] values = dropped(dropout(1, dropped, Activation.RELU), 0, 7, ones());
        double keep = 1 - dropped;
        double share = share(values);
        assertThat(share).isCloseTo(keep, within(5 * Math.sqrt(keep * dropped / COUNT)));
        for (float value : values) {
            assertThat(value == 0 || value == (float) (1 / keep)).isTrue();
        }
    }

    @Test
    void masks_of_seeds_steps_layers_and_places_are_independent() {
        float[] mask = mask(1, 0, 0);
        for (float[] other :
                List.of(mask(2, 0, 0), mask(1, 1, 0), mask(1, 0, 1), shifted(mask, 1), shifted(mask, 10))) {
            int both = 0;
            for (int i = 0; i < COUNT; i++) {
                both += mask[i] > 0 && other[i] > 0 ? 1 : 0;
            }
            assertThat((double) both / COUNT).isCloseTo(0.49, within(5 * Math.sqrt(0.49 * 0.51 / COUNT)));
        }
    }

    @Test
    void a_mask_does_not_depend_on_the_blocks_in_which_it_is_made() {
        Dropout dropout = dropout(3, 0.3, Activation.RELU);
        float[] whole = dropped(dropout, 0, 5, ones());
        float[] part = new float[17];
        Arrays.fill(part, 1);
        dropout.apply(0, 5, 4321, part, new float[17], 17);
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 4321, 4338));
    }

    @Test
    void slopes_are_dropped_with_their_outputs() {
        Dropout dropout = dropout(1, 0.4, Activation.RELU);
        float[] values = new float[BLOCK];
        Arrays.fill(values, 2);
        float[] slopes = new float[BLOCK];
        Arrays.fill(slopes, 3);
        dropout.apply(0, 0, 0, values, slopes, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            assertThat(slopes[i]).isCloseTo(1.5f * values[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5})
    void alpha_dropout_keeps_mean_and_variance_of_normalised_outputs(double dropped) {
        float[] values = new float[COUNT];
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) random.nextGaussian();
        }
        float[] after = dropped(dropout(1, dropped, Activation.SELU), 0, 0, values);
        double mean = 0;
        double square = 0;
        for (float value : after) {
            mean += value / (double) COUNT;
            square += value * (double) value / COUNT;
        }
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(square - mean * mean).isCloseTo(1, within(0.01));
    }

    private float[] mask(long seed, int layer, long step) {
        return dropped(dropout(seed, 0.3, Activation.RELU), layer, step, ones());
    }

    private Dropout dropout(long seed, double dropped, Activation activation) {
        HiddenLayer layer = new HiddenLayer(BLOCK, activation, dropped);
        return new Dropout(exponential, new Topology(1, List.of(layer, layer), 1, Loss.MSE), seed);
    }

    private static float[] dropped(Dropout dropout, int layer, long step, float[] values) {
        float[] after = new float[COUNT];
        float[] slopes = new float[BLOCK];
        for (int begin = 0; begin < COUNT; begin += BLOCK) {
            float[] block = Arrays.copyOfRange(values, begin, begin + BLOCK);
            dropout.apply(layer, step, begin, block, slopes, BLOCK);
            System.arraycopy(block, 0, after, begin, BLOCK);
        }
        return after;
    }

    private static float[] shifted(float[] mask, int places) {
        float[] shifted = Arrays.copyOfRange(mask, places, COUNT + places);
        System.arraycopy(mask, 0, shifted, COUNT - places, places);
        return shifted;
    }

    private static double share(float[] values) {
        int kept = 0;
        for (float value : values) {
            kept += value > 0 ? 1 : 0;
        }
        return (double) kept / COUNT;
    }

    private static float[] ones() {
        float[] ones = new float[COUNT];
        Arrays.fill(ones, 1);
        return ones;
    }
}
