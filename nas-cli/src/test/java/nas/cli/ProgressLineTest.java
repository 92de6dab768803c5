package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.run.Progress;
import nas.select.Assessed;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Optional<Selection> SELECTION = Selection.of(
            List.of(new Assessed(
                    new Genome(Architecture.LINEAR, Recipe.DEFAULT),
                    123_456_789,
                    new Measures(0.5, 0.01, 1, 0.8764, null))),
            new WinnerRule.Within(0.02));

    private final StringWriter err = new StringWriter();

    @Test
    void without_a_terminal_each_step_is_a_line() {
        try (ProgressLine line = line(false)) {
            line.onProgress(progress(Progress.Phase.SEARCH, 3, false));
            line.onProgress(progress(Progress.Phase.SEARCH, 4, true));
            line.onProgress(progress(Progress.Phase.FINAL, 9, true));
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "generation 12/200, 4 trials, 40 epochs, so far 123,456,789 parameters, accuracy 87.6 %, 2 h 5 min left",
                        "final training ended, 9 trials, 90 epochs, so far 123,456,789 parameters, accuracy 87.6 %");
    }

    @Test
    void on_a_terminal_one_line_is_written_over_and_ended_once() {
        try (ProgressLine line = line(true)) {
            line.onProgress(progress(Progress.Phase.SEARCH, 3, false));
            line.onProgress(progress(Progress.Phase.SEARCH, 4, true));
        }
        String[] overwritten = err.toString().split("\r");
        assertThat(overwritten).hasSize(3);
        assertThat(overwritten[1]).hasSize(79).startsWith("gen. 12/200, 3 trials, 30 epochs, 123,456,789 params, ");
        assertThat(overwritten[2]).hasSize(79 + System.lineSeparator().length()).endsWith(System.lineSeparator());
    }

    @Test
    void what_is_shorter_covers_what_was_longer_and_leaves_the_cursor_at_its_end() {
        try (ProgressLine line = line(true)) {
            line.onProgress(
                    new Progress(Progress.Phase.SEARCH, 1, 2, 3, 30, false, Optional.empty(), Optional.empty()));
        }
        String text = "generation 1/2, 3 trials, 30 epochs";
        assertThat(err.toString())
                .isEqualTo("\r" + text + " ".repeat(79 - text.length()) + "\b".repeat(79 - text.length())
                        + System.lineSeparator());
    }

    @Test
    void nothing_is_written_where_nothing_happened() {
        line(true).close();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_leading_metric_is_told_and_shortened_where_the_line_is_too_long() {
        Measures measures = new Measures(0.5, 0.01, 1, 0.95, null, 0, Map.of(Measures.BALANCED_ACCURACY, 0.8764));
        Selection selection = Selection.of(
                        List.of(new Assessed(new Genome(Architecture.LINEAR, Recipe.DEFAULT), 1_234, measures)),
                        new WinnerRule.Within(0.02))
                .orElseThrow();
        Progress progress = new Progress(
                Progress.Phase.SEARCH,
                5,
                20,
                120,
                600,
                true,
                Optional.of(selection),
                Optional.of(Duration.ofMinutes(3)));
        for (boolean isTerminal : new boolean[] {false, true}) {
            try (ProgressLine line =
                    new ProgressLine(new PrintWriter(err), isTerminal, LeadingMetric.BALANCED_ACCURACY)) {
                line.onProgress(progress);
            }
        }
        assertThat(err.toString())
                .startsWith(
                        "generation 5/20, 120 trials, 600 epochs, so far 1,234 parameters, balanced accuracy 87.6 %, "
                                + "3 min left")
                .contains("\rgen. 5/20, 120 trials, 600 epochs, 1,234 params, bal. acc. 87.6 %, 3 min left");
    }

    @Test
    void a_metric_that_was_not_measured_is_a_dash() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(err), false, LeadingMetric.BALANCED_ACCURACY)) {
            line.onProgress(progress(Progress.Phase.FINAL, 9, true));
        }
        assertThat(err.toString()).contains("parameters, balanced accuracy -");
    }

    private ProgressLine line(boolean isTerminal) {
        return new ProgressLine(new PrintWriter(err), isTerminal, LeadingMetric.ACCURACY);
    }

    private static Progress progress(Progress.Phase phase, int trials, boolean isStepEnded) {
        return new Progress(
                phase, 12, 200, trials, 10L * trials, isStepEnded, SELECTION, Optional.of(Duration.ofMinutes(125)));
    }
}
