package nas.cli;

import java.io.PrintWriter;
import java.util.Optional;
import nas.run.Progress;
import nas.run.SearchListener;
import nas.select.Assessed;
import nas.trial.LeadingMetric;

/** One line of progress: written over itself on a terminal, else one for each generation. Fits 80 columns. */
final class ProgressLine implements SearchListener, AutoCloseable {
    private static final int WIDTH = 79;
    private static final String SO_FAR = "so far ";

    private final PrintWriter err;
    private final boolean isTerminal;
    private final LeadingMetric metric;
    private boolean isLineOpen;

    /** Makes a line that tells the winner so far with this metric. */
    ProgressLine(PrintWriter err, boolean isTerminal, LeadingMetric metric) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.metric = metric;
    }

    @Override
    public void onProgress(Progress progress) {
        if (isTerminal) {
            err.print(overwriting(text(progress)));
            err.flush();
            isLineOpen = true;
        } else if (progress.isStepEnded()) {
            err.println(text(progress));
        }
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

    private static boolean isLast(Progress progress) {
        return progress.phase() == Progress.Phase.FINAL && progress.isStepEnded();
    }

    private String text(Progress progress) {
        StringBuilder text = new StringBuilder();
        switch (progress.phase()) {
            case SEARCH ->
                text.append("generation ")
                        .append(progress.generation())
                        .append('/')
                        .append(progress.generations());
            case FINALISTS -> text.append("finalists");
            case DESCENT -> text.append("smaller neighbours");
            case FINAL -> text.append("final training").append(progress.isStepEnded() ? " ended" : "");
        }
        text.append(", ")
                .append(progress.trials())
                .append(" trials, ")
                .append(progress.epochs())
                .append(" epochs");
        progress.selection().ifPresent(selection -> append(selection.winner(), text));
        remaining(progress).ifPresent(left -> text.append(", ").append(left));
        return text.toString();
    }

    private void append(Assessed winner, StringBuilder text) {
        text.append(", ")
                .append(SO_FAR)
                .append(Figures.count(winner.parameters()))
                .append(" parameters, ")
                .append(Figures.metric(metric, winner.measures()));
    }

    private static Optional<String> remaining(Progress progress) {
        return isLast(progress) ? Optional.empty() : progress.remaining().map(left -> Figures.rough(left) + " left");
    }

    private static String shortened(String text) {
        return text.replace("generation", "gen.")
                .replace(SO_FAR, "")
                .replace("balanced accuracy", "bal. acc.")
                .replace(" parameters", " params");
    }

    /** Blanks cover the line before; then the cursor goes back to the text, where a {@code ^C} may follow. */
    private static String overwriting(String text) {
        String fitting = text.length() > WIDTH ? shortened(text) : text;
        String cut = fitting.length() > WIDTH ? fitting.substring(0, WIDTH) : fitting;
        int rest = WIDTH - cut.length();
        return "\r" + cut + " ".repeat(rest) + "\b".repeat(rest);
    }
}
