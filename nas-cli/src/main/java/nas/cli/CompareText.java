package nas.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.journal.RunAnswer;
import nas.journal.RunHistory;
import nas.journal.TestMeasures;
import nas.report.Progression;
import nas.report.Progression.Point;
import nas.report.Progressions.Named;
import nas.select.Assessed;
import nas.trial.LeadingMetric;

/** Runs side by side as people read them. */
final class CompareText {
    /** So many points of the way are told. */
    private static final int MARKS = 8;

    /** Besides the epochs, so many columns fit 80 characters; other runs go on in a table of their own. */
    private static final int COLUMNS = 4;

    private static final int NAME = 15;
    private static final String WINNER = "%-20s %12s  %10s  %10s  ";

    private final ComparedRuns runs;
    private final List<String> lines = new ArrayList<>();

    CompareText(ComparedRuns runs) {
        this.runs = runs;
    }

    /** Returns all lines. */
    List<String> lines() {
        winners();
        lines.add("");
        Optional<String> obstacle = runs.obstacle();
        if (obstacle.isPresent()) {
            lines.addAll(Paragraph.lines("", "", "Objectives cannot be compared: " + obstacle.get() + "."));
        } else {
            objectives();
        }
        return lines;
    }

    private void winners() {
        lines.add(String.format(Locale.ROOT, WINNER, "RUN", "PARAMETERS", "VALIDATION", "TEST") + "HIDDEN LAYERS");
        for (ComparedRuns.Run run : runs.runs()) {
            Optional<Assessed> winner = run.history().answer().map(RunAnswer::winner);
            String first = String.format(
                    Locale.ROOT,
                    WINNER,
                    Figures.cut(run.name(), 20),
                    winner.map(Assessed::parameters).map(Figures::count).orElse("-"),
                    winner.map(found -> Figures.value(metric(run.history()), found.measures()))
                            .orElse("-"),
                    winner.flatMap(found -> test(run.history(), found)).orElse("-"));
            lines.addAll(Paragraph.lines(
                    first,
                    " ".repeat(first.length()),
                    winner.map(found -> found.genome().architecture().label()).orElse("-")));
        }
        Map<LeadingMetric, List<String>> named = runs.runs().stream()
                .collect(Collectors.groupingBy(
                        run -> metric(run.history()),
                        LinkedHashMap::new,
                        Collectors.mapping(ComparedRuns.Run::name, Collectors.toList())));
        named.forEach((metric, names) -> lines.addAll(Paragraph.lines(
                "  validation and test: ",
                "    ",
                metric.label() + (named.size() > 1 ? " of " + String.join(", ", names) : ""))));
    }

    private static LeadingMetric metric(RunHistory history) {
        return history.header().data().metric();
    }

    private static Optional<String> test(RunHistory history, Assessed winner) {
        return TestMeasures.of(history, winner.genome())
                .flatMap(TestMeasures::leadingMean)
                .map(mean -> Figures.value(metric(history), mean));
    }

    private void objectives() {
        List<Named> named = runs.progressions();
        lines.add("Best objective after so many epochs (lower is better; one scale for all runs)");
        lines.addAll(new ProgressChart(named).lines());
        for (int first = 0; first < named.size(); first += COLUMNS) {
            table(marks(named), named.subList(first, Math.min(named.size(), first + COLUMNS)));
        }
    }

    private void table(List<Long> marks, List<Named> named) {
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%12s", "EPOCHS"));
        named.forEach(run -> head.append(String.format(Locale.ROOT, "  %" + NAME + "s", Figures.cut(run.run(), NAME))));
        lines.add(head.toString());
        for (long mark : marks) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%12s", Figures.count(mark)));
            named.forEach(
                    run -> row.append(String.format(Locale.ROOT, "  %" + NAME + "s", best(run.progression(), mark))));
            lines.add(row.toString());
        }
    }

    private static List<Long> marks(List<Named> named) {
        long most = named.stream()
                .flatMap(run -> run.progression().points().stream())
                .mapToLong(Point::epochs)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, MARKS)
                .mapToObj(i -> most * i / MARKS)
                .filter(mark -> mark > 0)
                .distinct()
                .toList();
    }

    /** Before its first generation has ended a run has none; after its last one it stays as it is. */
    private static String best(Progression progression, long epochs) {
        return progression
                .at(epochs)
                .map(point -> String.format(Locale.ROOT, "%.3f", point.objective()))
                .orElse("-");
    }
}
