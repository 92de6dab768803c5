package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nas.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    private static final long GIGA = 1L << 30;

    @Test
    void values_that_fit_an_array_are_counted() {
        assertThat(Sizes.features("x", 2_000_000, 1000)).isEqualTo(2_000_000_000);
    }

    @Test
    void data_that_fit_two_thirds_of_the_heap_are_let_through() {
        assertThatCode(() -> Sizes.checkMemory("x", 2 * GIGA, 3 * GIGA)).doesNotThrowAnyException();
        assertThatCode(() -> Sizes.checkMemory("x", 1000)).doesNotThrowAnyException();
    }

    @Test
    void data_that_do_not_fit_the_heap_are_refused_with_the_heap_that_they_need() {
        assertThatThrownBy(() -> Sizes.checkMemory("x.csv: 9000000 rows", 5 * GIGA, 3 * GIGA))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("x.csv: 9000000 rows must fit two thirds of the heap, 2.00 GB, but need about 5.00 GB; run "
                        + "with NAS_JAVA_OPTS=-Xmx8g");
    }

    @Test
    void this_process_has_a_limit() {
        assertThatThrownBy(() -> Sizes.checkMemory("all", Long.MAX_VALUE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("all must fit two thirds of the heap, ")
                .hasMessageEndingWith("; run with NAS_JAVA_OPTS=-Xmx8589934592g");
    }

    /** The heap that the message names is enough even for a collector that keeps a part of it to itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000_000, GIGA, 5 * GIGA, 13 * GIGA / 2, 1000 * GIGA})
    void the_heap_that_is_asked_for_is_enough(long bytes) {
        assertThatThrownBy(() -> Sizes.checkMemory("x", bytes, 0)).satisfies(error -> {
            String message = String.valueOf(error.getMessage());
            long asked = Long.parseLong(message.substring(message.indexOf("-Xmx") + 4, message.length() - 1));
            assertThatCode(() -> Sizes.checkMemory("x", bytes, (long) (0.95 * asked * GIGA)))
                    .doesNotThrowAnyException();
        });
    }
}
