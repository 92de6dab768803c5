package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import nas.data.fetch.PublishedSet;
import org.junit.jupiter.api.Test;

class FetchProgressTest {
    private static final PublishedSet SET = PublishedSet.MNIST;

    private final StringWriter err = new StringWriter();

    @Test
    void without_a_terminal_the_beginning_and_each_quarter_is_a_line() {
        try (FetchProgress progress = new FetchProgress(new PrintWriter(err), false)) {
            for (int percent = 3; percent <= 100; percent++) {
                progress.onProgress(SET, (SET.bytes() * percent + 99) / 100);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "downloading mnist, 3 % of 11.6 MB",
                        "downloading mnist, 25 % of 11.6 MB",
                        "downloading mnist, 50 % of 11.6 MB",
                        "downloading mnist, 75 % of 11.6 MB",
                        "downloading mnist, 100 % of 11.6 MB");
    }

    @Test
    void a_file_that_begins_again_repeats_no_line() {
        try (FetchProgress progress = new FetchProgress(new PrintWriter(err), false)) {
            progress.onProgress(SET, SET.bytes() / 2);
            progress.onProgress(SET, 0);
            progress.onProgress(SET, SET.bytes() / 2);
        }
        assertThat(err.toString().lines()).containsExactly("downloading mnist, 50 % of 11.6 MB");
    }

    @Test
    void the_next_set_has_lines_of_its_own() {
        try (FetchProgress progress = new FetchProgress(new PrintWriter(err), false)) {
            progress.onProgress(SET, SET.bytes());
            progress.onProgress(PublishedSet.FASHION_MNIST, 0);
        }
        assertThat(err.toString().lines())
                .containsExactly("downloading mnist, 100 % of 11.6 MB", "downloading fashion-mnist, 0 % of 30.9 MB");
    }

    @Test
    void on_a_terminal_a_bar_is_drawn_over_itself_and_its_line_is_ended() {
        try (FetchProgress progress = new FetchProgress(new PrintWriter(err), true)) {
            progress.onProgress(SET, 0);
            progress.onProgress(SET, SET.bytes() / 2);
            progress.onProgress(SET, SET.bytes());
        }
        assertThat(err.toString())
                .startsWith("\r")
                .contains("downloading mnist 100% [=", "11/11 MB")
                .endsWith(System.lineSeparator());
        assertThat(err.toString().split("\r"))
                .allSatisfy(drawn -> assertThat(drawn.stripTrailing()).hasSizeLessThan(80));
    }

    @Test
    void a_bar_that_does_not_get_to_its_end_is_closed() {
        FetchProgress progress = new FetchProgress(new PrintWriter(err), true);
        progress.onProgress(SET, SET.bytes() / 2);
        progress.close();
        assertThat(err.toString()).contains("downloading mnist  50% [=").endsWith(System.lineSeparator());
    }

    @Test
    void waiting_is_told() {
        try (FetchProgress progress = new FetchProgress(new PrintWriter(err), false)) {
            progress.onWaiting(SET);
        }
        assertThat(err.toString().lines())
                .containsExactly("nas: waiting for another process, which is downloading mnist");
    }

    @Test
    void nothing_is_written_where_nothing_is_downloaded() {
        new FetchProgress(new PrintWriter(err), true).close();
        assertThat(err.toString()).isEmpty();
    }
}
