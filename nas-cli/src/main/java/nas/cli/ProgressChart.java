package nas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nas.report.Progression.Point;
import nas.report.Progressions.Named;

/** The best objective of several runs over the epochs that they trained, drawn with letters; fits 80 columns. */
final class ProgressChart {
    private static final int WIDTH = 66;
    private static final int HEIGHT = 12;
    private static final int LABEL = 9;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final char BLANK = ' ';
    private static final char SEVERAL = '*';

    private final List<Named> runs;
    private final long epochs;
    private final double lowest;
    private final double highest;

    /** Draws as many runs as there are letters. */
    ProgressChart(List<Named> runs) {
        this.runs = runs.subList(0, Math.min(runs.size(), LETTERS.length()));
        List<Point> points = this.runs.stream()
                .flatMap(run -> run.progression().points().stream())
                .toList();
        this.epochs = points.stream().mapToLong(Point::epochs).max().orElse(0);
        this.lowest = points.stream().mapToDouble(Point::objective).min().orElse(0);
        this.highest = points.stream().mapToDouble(Point::objective).max().orElse(0);
    }

    /** Returns the drawing, and which letter is which run; nothing where no run has come so far. */
    List<String> lines() {
        if (epochs == 0) {
            return List.of();
        }
        char[][] cells = cells();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            String label = row == 0 ? objective(highest) : row == HEIGHT - 1 ? objective(lowest) : "";
            lines.add(String.format(Locale.ROOT, "%" + LABEL + "s |%s", label, new String(cells[row]).stripTrailing()));
        }
        lines.add(" ".repeat(LABEL) + " +" + "-".repeat(WIDTH));
        String end = Figures.plural(epochs, "epoch");
        lines.add(" ".repeat(LABEL + 2) + "0" + " ".repeat(WIDTH - 1 - end.length()) + end);
        lines.addAll(legend());
        return lines;
    }

    private char[][] cells() {
        char[][] cells = new char[HEIGHT][WIDTH];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, BLANK));
        for (int run = 0; run < runs.size(); run++) {
            char letter = LETTERS.charAt(run);
            for (int column = 0; column < WIDTH; column++) {
                int x = column;
                runs.get(run)
                        .progression()
                        .at(epochs * (column + 1) / WIDTH)
                        .map(this::row)
                        .ifPresent(row -> cells[row][x] = cells[row][x] == BLANK ? letter : SEVERAL);
            }
        }
        return cells;
    }

    private int row(Point point) {
        return highest == lowest
                ? HEIGHT - 1
                : (int) Math.round((highest - point.objective()) / (highest - lowest) * (HEIGHT - 1));
    }

    private static String objective(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private List<String> legend() {
        String names = String.join(
                "   ",
                IntStream.range(0, runs.size())
                        .mapToObj(
                                run -> LETTERS.charAt(run) + " " + runs.get(run).run())
                        .toList());
        String indent = " ".repeat(LABEL + 2);
        return Paragraph.lines(indent, indent, names + "   " + SEVERAL + " several");
    }
}
