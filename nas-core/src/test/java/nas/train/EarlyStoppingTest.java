package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    @Test
    void patience_is_counted_from_the_best_epoch() {
        EarlyStopping stopping = new EarlyStopping(2);
        assertThat(stopping.isLowest(1)).isTrue();
        assertThat(stopping.isLowest(1)).as("equal is not lower").isFalse();
        assertThat(stopping.isExhausted()).isFalse();
        assertThat(stopping.isLowest(0.9)).isTrue();
        assertThat(stopping.isLowest(0.95)).isFalse();
        assertThat(stopping.isExhausted()).isFalse();
        assertThat(stopping.isLowest(0.92)).isFalse();
        assertThat(stopping.isExhausted()).isTrue();
    }

    @Test
    void without_patience_nothing_is_stopped() {
        EarlyStopping stopping = new EarlyStopping(0);
        for (int epoch = 0; epoch < 100; epoch++) {
            stopping.isLowest(epoch);
        }
        assertThat(stopping.isExhausted()).isFalse();
    }
}
