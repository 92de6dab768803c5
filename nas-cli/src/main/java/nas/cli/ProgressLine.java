package nas.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nas.run.Progress;
import nas.run.SearchListener;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a search gets on: a bar and a line that are written over on a terminal; else a line for each generation and each
 * block, and one a minute where these take longer. Fits 80 columns on a terminal.
 */
final class ProgressLine implements SearchListener, AutoCloseable {
    private static final int WIDTH = 79;
    private static final int BAR = 8;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final String CYAN = "\033[36m";
    private static final String PLAIN = "\033[0m";

    private final PrintWriter err;
    private final Look look;
    private final LeadingMetric metric;
    private final InstantSource time;
    private @Nullable Instant printed;
    private boolean isLineOpen;

    /** Where progress is shown. */
    enum Look {
        /** In a file or a pipe. */
        LINES,
        /** On a terminal without colours. */
        TERMINAL,
        /** On a terminal with colours. */
        COLOURED;

        static Look of(Environment environment) {
            return environment.isColoured() ? COLOURED : environment.isTerminal() ? TERMINAL : LINES;
        }
    }

    /** Makes a line that, where there is room, tells the winner so far with this metric. */
    ProgressLine(PrintWriter err, Look look, LeadingMetric metric, InstantSource time) {
        this.err = err;
        this.look = look;
        this.metric = metric;
        this.time = time;
    }

    @Override
    public void onProgress(Progress progress) {
        ProgressText text = new ProgressText(progress, metric);
        if (look != Look.LINES) {
            err.print(overwriting(progress.pace().share(), text.within(WIDTH - BAR - 1)));
            err.flush();
            isLineOpen = true;
        } else if (progress.isStepEnded() || isSilent()) {
            err.println(text.whole());
            err.flush();
            printed = time.instant();
        }
    }

    /** The first line comes when there is something to tell of. */
    private boolean isSilent() {
        Instant now = time.instant();
        if (printed == null) {
            printed = now;
        }
        return Duration.between(printed, now).compareTo(SILENCE) >= 0;
    }

    /** Ends the line, so that what is printed next has one of its own. */
    @Override
    public void close() {
        if (isLineOpen) {
            err.println();
            isLineOpen = false;
        }
        err.flush();
    }

    /** Blanks cover the line before; then the cursor goes back to the text, where a {@code ^C} may follow. */
    private String overwriting(double share, String text) {
        int rest = WIDTH - BAR - 1 - text.length();
        return "\r" + bar(share) + " " + text + " ".repeat(rest) + "\b".repeat(rest);
    }

    private String bar(double share) {
        int full = (int) Math.floor(share * BAR);
        String done = "#".repeat(full);
        return (look == Look.COLOURED ? CYAN + done + PLAIN : done) + ".".repeat(BAR - full);
    }
}
