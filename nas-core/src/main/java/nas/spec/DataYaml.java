package nas.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.LoadedData;
import nas.data.MissingCells;
import nas.data.Split;
import nas.data.SplitRule;
import nas.data.TableFormat;
import nas.data.TableProfile;
import nas.data.TableProfile.Column;
import nas.data.Targets;
import nas.data.Task;

/** Writes {@code data} of a search space for people: what is said, and in comments what was found out. */
final class DataYaml {
    private static final int MOST_CLASSES = 10;

    /** A search space must not be longer than 1 MB. */
    private static final int MOST_COLUMNS = 1_000;

    private final YamlLines lines;
    private final YamlText text;
    private final DataDescription description;
    private final Dataset data;

    DataYaml(YamlLines lines, YamlText text, DataDescription description, Dataset data) {
        this.lines = lines;
        this.text = text;
        this.description = description;
        this.data = data;
    }

    /** Returns what is predicted, such as {@code 3 classes: a, b, c}. */
    static String target(Targets targets) {
        return targets.match(
                classes -> classes.names().size() + " classes: " + shortened(classes.names()),
                values -> values.outputs() == 1 ? "a number" : values.outputs() + " numbers");
    }

    private static String shortened(List<String> names) {
        String first = names.stream().limit(MOST_CLASSES).map(Excerpt::of).collect(Collectors.joining(", "));
        return names.size() <= MOST_CLASSES ? first : first + " and " + (names.size() - MOST_CLASSES) + " more";
    }

    void write(LoadedData loaded) {
        lines.line("data:");
        lines.line("  source: " + text.scalar(description.source().text()), sourceComment());
        targetLine();
        lines.line(
                "  # task: " + data.task().word(),
                "as inferred; or " + other(data.task()).word());
        loaded.table().ifPresent(this::table);
        split(description.split());
    }

    private String sourceComment() {
        return description
                .source()
                .match(
                        builtIn -> "comes with nas",
                        file -> "or a path relative to this file",
                        folder -> "a folder with IDX files; or a path relative to this file");
    }

    private void targetLine() {
        List<String> columns = description.target().columns();
        String comment = target(data.targets());
        if (columns.size() == 1) {
            lines.line("  target: " + text.scalar(columns.get(0)), comment);
        } else if (!columns.isEmpty()) {
            lines.line("  target: " + list(columns), comment);
        } else {
            lines.line("  # What is predicted belongs to the data: " + comment);
        }
    }

    private static Task other(Task task) {
        return switch (task) {
            case CLASSIFICATION -> Task.REGRESSION;
            case REGRESSION -> Task.CLASSIFICATION;
        };
    }

    private void table(TableProfile profile) {
        if (description.source().match(builtIn -> false, file -> true, folder -> false)) {
            format(profile.format());
        }
        columns(profile.columns());
        lines.blank();
        lines.line("  # More that can be said about a table:");
        if (data.task() == Task.CLASSIFICATION) {
            lines.line("  # weights: balanced", "all classes count alike, however many rows they have");
        }
        lines.line("  # group: COLUMN", "rows with equal cells here stay together");
        lines.line("  # time: COLUMN", "split in this order: the earliest rows train");
        lines.line("  # rows: 10000", "use no more rows than this");
        lines.line("  # test: FILE", "a table of the same columns with the rows to test with");
    }

    private void format(TableFormat format) {
        lines.blank();
        lines.line("  # How the file is laid out, as found in it. Take a # away to fix or to change it.");
        format.header().ifPresent(isThere -> lines.line("  # header: " + isThere, headerComment(isThere)));
        if (format.delimiter() != null) {
            lines.line("  # delimiter: " + character(format.delimiter(), TableSection.DELIMITERS));
        }
        if (format.quote() != null) {
            lines.line("  # quote: " + character(format.quote(), TableSection.QUOTES));
        }
        MissingCells missing = description.reading().missing();
        lines.line("  # missing: " + list(List.copyOf(missing.words())), "cells that stand for an unknown value");
    }

    private static String headerComment(boolean isThere) {
        return isThere ? "the first line names the columns" : "or a list with a name for each column";
    }

    private String character(char character, Map<String, Character> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue() == character)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> text.scalar(String.valueOf(character)));
    }

    private String list(List<String> texts) {
        return texts.stream().map(text::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private void columns(List<Column> columns) {
        lines.blank();
        lines.line(
                "  # What the columns hold, as found in them. To overrule it, take away the # before columns and before");
        lines.line("  # the column in question: it is numeric, categorical, boolean, or to be left out (ignore).");
        lines.line("  # columns:");
        columns.stream().limit(MOST_COLUMNS).forEach(this::column);
        if (columns.size() > MOST_COLUMNS) {
            lines.line("  # and " + count(columns.size() - MOST_COLUMNS) + " more");
        }
    }

    private void column(Column column) {
        lines.line("  #   " + text.scalar(column.name()) + ": " + column.kind().word(), comment(column));
    }

    private static String comment(Column column) {
        String role = switch (column.role()) {
            case INPUT -> "";
            case TARGET -> "the target";
            case ORDER -> "says which rows belong together or come first";
            case UNUSED -> column.kind() == ColumnKind.IGNORE ? "" : "not used";
        };
        String note = Excerpt.of(column.note());
        return role.isEmpty() || note.isEmpty() ? role + note : role + "; " + note;
    }

    private void split(SplitRule rule) {
        Split split = data.split();
        lines.blank();
        lines.line("  # Which rows are used for what. " + use(split) + ".");
        lines.line("  split:");
        lines.line(
                "    validation: auto", "compare networks on a fifth; or a number of rows such as 30, or a share: 20%");
        lines.line("    test: auto", "opened once, at the very end; official rows, else a fifth from 500 rows on");
        lines.line("    folds: auto", "or 5: each fifth is compared on in turn; 1 for a single part");
        lines.line("    seed: " + rule.seed(), "another seed puts other rows into each part");
    }

    private static String use(Split split) {
        String rest = split.validation().length == 0
                ? count(split.train().length) + " rows train and compare networks, in folds"
                : count(split.train().length) + " rows train, " + count(split.validation().length)
                        + " compare networks";
        return rest + (split.test().length == 0 ? ", none test" : ", " + count(split.test().length) + " test");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
