package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nas.cli.ProgressLine.Look;
import nas.run.Progress;
import nas.run.Progress.Pace;
import nas.run.Progress.Phase;
import nas.select.Assessed;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Measures MEASURES = new Measures(0.3361, 0.01, 1, 0.8764, null);
    private static final int WIDTH = 79;

    private final StringWriter err = new StringWriter();
    private long seconds;

    @Test
    void without_a_terminal_each_step_is_a_line() {
        try (ProgressLine line = line(Look.LINES)) {
            line.onProgress(progress(Phase.SEARCH, 3, false));
            line.onProgress(progress(Phase.SEARCH, 4, true));
            line.onProgress(progress(Phase.FINALISTS, 5, true));
            line.onProgress(progress(Phase.DESCENT, 6, true));
            line.onProgress(progress(Phase.FINAL, 9, true));
        }
        String best = "so far 23,257 parameters, loss 0.3361, accuracy 87.6 %";
        assertThat(err.toString().lines())
                .containsExactly(
                        "generation 12/200, 4 trials, 40 epochs, " + best + ", 2 h 5 min left",
                        "finalists, 5 trials, 50 epochs, " + best + ", 2 h 5 min left",
                        "smaller neighbours, 6 trials, 60 epochs, " + best + ", 2 h 5 min left",
                        "final training ended, 9 trials, 90 epochs, " + best);
    }

    @Test
    void where_steps_take_long_there_is_a_line_a_minute() {
        try (ProgressLine line = line(Look.LINES)) {
            for (int trial = 1; trial <= 15; trial++) {
                line.onProgress(progress(Phase.SEARCH, trial, false));
                seconds += 10;
            }
        }
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("7 trials").contains("13 trials");
    }

    @Test
    void on_a_terminal_one_line_is_written_over_and_ended_once() {
        try (ProgressLine line = line(Look.TERMINAL)) {
            line.onProgress(progress(Phase.SEARCH, 3, false));
            line.onProgress(progress(Phase.SEARCH, 441, true));
        }
        String[] overwritten = err.toString().split("\r");
        assertThat(overwritten).hasSize(3);
        assertThat(overwritten[2].replace("\b", "").strip())
                .isEqualTo("###..... gen. 12/200, 441 trials, 23,257 par., loss 0.3361, 2 h 5 min left");
        assertThat(overwritten[2]).endsWith(System.lineSeparator());
        assertThat(err.toString()).doesNotContain("\033");
    }

    @Test
    void what_is_shorter_covers_what_was_longer_and_leaves_the_cursor_at_its_end() {
        try (ProgressLine line = line(Look.TERMINAL)) {
            line.onProgress(new Progress(
                    Phase.SEARCH, 1, 2, 3, 30, false, Optional.empty(), Optional.empty(), new Pace(0, 0, 0)));
        }
        String text = "........ gen. 1/2, 3 trials, 0 ep./s";
        int rest = WIDTH - text.length();
        assertThat(err.toString())
                .isEqualTo("\r" + text + " ".repeat(rest) + "\b".repeat(rest) + System.lineSeparator());
    }

    @Test
    void a_line_never_exceeds_the_terminal_and_tells_what_matters_most() {
        for (long parameters : new long[] {15, 23_257, 123_456_789, 123_456_789_012_345L}) {
            for (Phase phase : Phase.values()) {
                StringWriter each = new StringWriter();
                try (ProgressLine line = new ProgressLine(
                        new PrintWriter(each), Look.TERMINAL, LeadingMetric.ACCURACY, () -> Instant.EPOCH)) {
                    line.onProgress(progress(phase, 123_456, false, best(parameters, MEASURES), 12_345));
                }
                String shown = each.toString().replaceAll("[\r\n]", "").replaceAll("\b+$", "");
                assertThat(shown).hasSize(WIDTH).contains("2 h 5 min left");
            }
        }
    }

    @Test
    void the_bar_is_full_at_the_end_and_coloured_where_colours_are_wanted() {
        try (ProgressLine line = line(Look.COLOURED)) {
            line.onProgress(new Progress(
                    Phase.FINAL, 2, 2, 3, 30, true, Optional.empty(), Optional.empty(), new Pace(1, 12.4, 7)));
        }
        assertThat(err.toString()).contains("\033[36m########\033[0m final ended, 3 trials, 7 known, 12 ep./s");
    }

    @Test
    void colours_are_for_terminals_and_for_those_who_want_them() {
        assertThat(Environment.isColoured(Map.of())).isTrue();
        assertThat(Environment.isColoured(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Environment.isColoured(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Environment.isColoured(Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void nothing_is_written_where_nothing_happened() {
        line(Look.TERMINAL).close();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_leading_metric_is_told_or_a_dash_where_it_was_not_measured() {
        Measures measures = new Measures(0.5, 0.01, 1, 0.95, null, 0, Map.of(Measures.BALANCED_ACCURACY, 0.8764));
        try (ProgressLine line = new ProgressLine(
                new PrintWriter(err), Look.LINES, LeadingMetric.BALANCED_ACCURACY, () -> Instant.EPOCH)) {
            line.onProgress(progress(Phase.SEARCH, 5, true, best(1_234, measures), 0));
            line.onProgress(progress(Phase.SEARCH, 5, true, best(1_234, MEASURES), 0));
        }
        assertThat(err.toString())
                .contains("so far 1,234 parameters, loss 0.5000, balanced accuracy 87.6 %, ")
                .contains("loss 0.3361, balanced accuracy -, ");
    }

    private ProgressLine line(Look look) {
        return new ProgressLine(
                new PrintWriter(err), look, LeadingMetric.ACCURACY, () -> Instant.ofEpochSecond(seconds));
    }

    private static Progress progress(Phase phase, int trials, boolean isStepEnded) {
        return progress(phase, trials, isStepEnded, best(23_257, MEASURES), 0);
    }

    private static Progress progress(Phase phase, int trials, boolean isStepEnded, Assessed best, int known) {
        return new Progress(
                phase,
                12,
                200,
                trials,
                10L * trials,
                isStepEnded,
                Optional.of(best),
                Optional.of(Duration.ofMinutes(125)),
                new Pace(0.4, 85.2, known));
    }

    private static Assessed best(long parameters, Measures measures) {
        return new Assessed(new Genome(Architecture.LINEAR, Recipe.DEFAULT), parameters, measures);
    }
}
