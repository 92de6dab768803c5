package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);

    @TempDir
    Path temporary;

    private final StringWriter err = new StringWriter();

    @Test
    void warnings_are_lines_without_traces() {
        log(Logs.Verbosity.NORMAL, false);
        assertThat(err).hasToString(String.format("nas: a warning%n"));
    }

    @Test
    void on_a_terminal_warnings_cover_the_line_of_progress() {
        log(Logs.Verbosity.NORMAL, true);
        assertThat(err).hasToString(String.format("\r%-79s%n", "nas: a warning"));
    }

    @Test
    void who_wants_more_reads_changes_of_state_and_who_wants_less_nothing() {
        log(Logs.Verbosity.QUIET, false);
        assertThat(err).hasToString("");
        log(Logs.Verbosity.VERBOSE, false);
        assertThat(err).hasToString(String.format("nas: a change%nnas: a warning%n"));
    }

    @Test
    void the_file_says_all_with_traces_and_one_that_cannot_be_written_is_done_without() throws IOException {
        Path file = temporary.resolve("nas.log");
        Logs logs = Logs.toConsole(Logs.Verbosity.NORMAL, new PrintWriter(err), false);
        logs.alsoTo(file);
        logs.alsoTo(Files.createDirectory(temporary.resolve("folder")));
        LOG.warn("a warning", new IllegalStateException("why"));
        logs.close();
        assertThat(file)
                .content()
                .contains(" WARN ", "a warning", "IllegalStateException: why", "\tat nas.cli.LogsTest");
        assertThat(err).hasToString(String.format("nas: a warning%n"));
    }

    private void log(Logs.Verbosity verbosity, boolean isTerminal) {
        Logs logs = Logs.toConsole(verbosity, new PrintWriter(err), isTerminal);
        LOG.info("a change");
        LOG.warn("a warning", new IllegalStateException("why"));
        logs.close();
    }
}
