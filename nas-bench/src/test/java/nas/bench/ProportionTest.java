package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** Ends of the score interval by hand: the roots of (p - successes/n)² = 1.96² p(1 - p)/n. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0.0, 0.27753", "5, 10, 0.23659, 0.76341", "10, 10, 0.72247, 1.0", "81, 263, 0.25530, 0.36623"})
    void interval_ends_where_the_score_test_rejects(int successes, int attempts, double low, double high) {
        Proportion proportion = new Proportion(successes, attempts);
        assertThat(proportion.low()).isCloseTo(low, within(5e-5));
        assertThat(proportion.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void more_successes_than_attempts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessageContaining("3 of 2");
    }
}
