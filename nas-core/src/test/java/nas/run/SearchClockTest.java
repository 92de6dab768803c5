package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchClockTest {
    private long seconds;
    private double total;

    @Test
    void how_long_work_takes_is_not_known_before_any_was_done() {
        SearchClock clock = clock(null);
        clock.trained(0);
        assertThat(clock.remaining(10)).isEmpty();
        train(clock, 2, 20);
        assertThat(clock.remaining(10)).contains(Duration.ofSeconds(1));
    }

    @Test
    void what_was_done_while_the_process_warmed_up_counts_as_long_as_nothing_else_was() {
        SearchClock clock = clock(null);
        train(clock, 100, 10);
        assertThat(clock.remaining(10)).contains(Duration.ofSeconds(100));
        train(clock, 10, 10);
        assertThat(clock.remaining(10)).contains(Duration.ofSeconds(10));
        train(clock, 20, 10);
        assertThat(clock.remaining(10)).contains(Duration.ofSeconds(15));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(130));
    }

    @Test
    void time_is_up_where_what_is_left_does_not_fit_with_a_reserve() {
        SearchClock clock = clock(Duration.ofMinutes(10));
        train(clock, 80, 80);
        train(clock, 80, 80);
        assertThat(clock.isTimeUp(430)).isFalse();
        assertThat(clock.isTimeUp(431)).isTrue();
        assertThat(clock.remaining(400)).contains(Duration.ofSeconds(400));
        assertThat(clock.remaining(480)).contains(Duration.ofSeconds(440));
        seconds += 500;
        assertThat(clock.remaining(480)).contains(Duration.ZERO);
    }

    @Test
    void time_is_not_up_within_a_tenth_of_the_limit_however_long_the_first_work_took() {
        SearchClock clock = clock(Duration.ofSeconds(100));
        train(clock, 4, 1);
        train(clock, 4, 1);
        train(clock, 1, 1);
        assertThat(clock.isTimeUp(1_000)).isFalse();
        seconds++;
        assertThat(clock.isTimeUp(1_000)).isTrue();
    }

    @Test
    void a_limit_that_was_spent_before_the_search_began_is_up() {
        assertThat(clock(Duration.ofSeconds(-1)).isTimeUp(0)).isTrue();
    }

    @Test
    void without_a_limit_time_is_never_up() {
        SearchClock clock = clock(null);
        train(clock, 20, 1);
        assertThat(clock.isTimeUp(1e12)).isFalse();
    }

    private SearchClock clock(@Nullable Duration limit) {
        return new SearchClock(() -> Instant.ofEpochSecond(seconds), limit);
    }

    private void train(SearchClock clock, int took, double work) {
        seconds += took;
        total += work;
        clock.trained(total);
    }
}
