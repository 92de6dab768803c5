package nas.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nas.run.Progress;
import nas.select.Assessed;
import nas.trial.LeadingMetric;

/** How far a search has come, in words. */
final class ProgressText {
    private final Progress progress;
    private final LeadingMetric metric;

    ProgressText(Progress progress, LeadingMetric metric) {
        this.progress = progress;
        this.metric = metric;
    }

    /** Something to tell; what is of the highest rank is left out first. */
    private record Part(String text, int rank) {}

    /** Returns everything. */
    String whole() {
        List<String> parts = new ArrayList<>();
        parts.add(phase("generation ", "smaller neighbours", "final training"));
        parts.add(Figures.plural(progress.trials(), "trial"));
        parts.add(Figures.plural(progress.epochs(), "epoch"));
        progress.best().ifPresent(best -> {
            parts.add("so far " + Figures.plural(best.parameters(), "parameter"));
            parts.add("loss " + Figures.significant(best.loss()));
            parts.add(Figures.metric(metric, best.measures()));
        });
        remaining().ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** Returns what fits, the less important left out. */
    String within(int width) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(phase("gen. ", "neighbours", "final"), 0));
        parts.add(new Part(Figures.plural(progress.trials(), "trial"), 3));
        if (progress.pace().known() > 0) {
            parts.add(new Part(Figures.count(progress.pace().known()) + " known", 5));
        }
        parts.add(new Part(Figures.count(Math.round(progress.pace().epochsPerSecond())) + " ep./s", 4));
        progress.best().map(this::best).ifPresent(best -> parts.add(new Part(best, 2)));
        remaining().ifPresent(left -> parts.add(new Part(left, 1)));
        while (joined(parts).length() > width && parts.size() > 1) {
            parts.remove(parts.stream().max(Comparator.comparingInt(Part::rank)).orElseThrow());
        }
        String text = joined(parts);
        return text.length() > width ? text.substring(0, width) : text;
    }

    private static String joined(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    private String best(Assessed best) {
        return Figures.count(best.parameters()) + " par., loss " + Figures.significant(best.loss());
    }

    private String phase(String generation, String descent, String last) {
        return switch (progress.phase()) {
            case SEARCH -> generation + progress.generation() + "/" + progress.generations();
            case FINALISTS -> "finalists";
            case DESCENT -> descent;
            case FINAL -> last + (progress.isStepEnded() ? " ended" : "");
        };
    }

    /** At the end there is none. */
    private Optional<String> remaining() {
        boolean isLast = progress.phase() == Progress.Phase.FINAL && progress.isStepEnded();
        return isLast ? Optional.empty() : progress.remaining().map(left -> Figures.rough(left) + " left");
    }
}
