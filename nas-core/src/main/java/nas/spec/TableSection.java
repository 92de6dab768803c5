package nas.spec;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nas.data.ColumnKind;
import nas.data.MissingCells;
import nas.data.TableFormat;
import nas.data.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code data.header}, {@code data.delimiter}, {@code data.quote}, {@code data.columns} and {@code data.missing}:
 * how a table is read, in place of what would be inferred.
 */
final class TableSection {
    static final String AUTO = "auto";
    static final ImmutableMap<String, Character> DELIMITERS = ImmutableMap.of("tab", '\t', "space", ' ');
    static final ImmutableMap<String, Character> QUOTES = ImmutableMap.of("none", TableFormat.NO_QUOTE);

    private static final String HEADER_RULE = "true, false, auto or a list of column names";
    private static final String MISSING_RULE = "a text, a list of texts or a mapping";
    private static final ImmutableMap<String, Boolean> BOOLEANS = ImmutableMap.of("true", true, "false", false);
    private static final ImmutableMap<String, ColumnKind> KINDS =
            Maps.uniqueIndex(Arrays.asList(ColumnKind.values()), ColumnKind::word);
    private static final CharMatcher LINE_END = CharMatcher.anyOf("\r\n\0");

    private final Section data;

    private TableSection(Section data) {
        this.data = data;
    }

    /**
     * Reads what a file says about its table.
     *
     * @param targets the columns to predict, which must not be ignored
     */
    static TableReading read(Section data, List<String> targets) {
        TableSection section = new TableSection(data);
        return new TableReading(section.format(), section.kinds(targets), section.missing());
    }

    private TableFormat format() {
        TableFormat layout = data.read("header", TableFormat.DETECTED, TableSection::header);
        TableFormat delimited = data.read("delimiter", layout, value -> delimited(value, layout));
        return data.read("quote", delimited, value -> quoted(value, delimited));
    }

    private static TableFormat header(Value value) {
        return value.node()
                .match(
                        scalar -> new TableFormat(hasHeader(value), List.of(), null, null),
                        sequence -> new TableFormat(false, value.names(sequence), null, null),
                        mapping -> {
                            throw value.mustBe(HEADER_RULE);
                        });
    }

    private static @Nullable Boolean hasHeader(Value value) {
        Node.Scalar scalar = value.scalar(HEADER_RULE);
        if (scalar.text().equals(AUTO)) {
            return null;
        }
        if (scalar.isQuoted()) {
            throw value.mustBe(HEADER_RULE);
        }
        return value.wordOf(BOOLEANS, scalar.text(), HEADER_RULE);
    }

    private static TableFormat delimited(Value value, TableFormat layout) {
        Character delimiter = character(value, DELIMITERS, "one character, tab, space or auto");
        return new TableFormat(layout.hasHeader(), layout.names(), delimiter, null);
    }

    private static TableFormat quoted(Value value, TableFormat layout) {
        Character quote = character(value, QUOTES, "one character, none or auto");
        if (quote != null && quote.equals(layout.delimiter())) {
            throw value.problem("must differ from data.delimiter, but both were '" + quote + "'");
        }
        return new TableFormat(layout.hasHeader(), layout.names(), layout.delimiter(), quote);
    }

    /** Returns {@code null} for what is to be detected. */
    private static @Nullable Character character(Value value, Map<String, Character> words, String rule) {
        String text = value.scalar(rule).text();
        if (text.equals(AUTO)) {
            return null;
        }
        return text.length() == 1 && LINE_END.matchesNoneOf(text)
                ? (Character) text.charAt(0)
                : value.wordOf(words, text, rule);
    }

    private Map<String, ColumnKind> kinds(List<String> targets) {
        Map<String, ColumnKind> kinds = new TreeMap<>();
        Section columns = data.anyKeys("columns", "age: numeric");
        for (String column : columns.keys()) {
            columns.find(column, value -> kind(value, targets.contains(column)))
                    .ifPresent(kind -> kinds.put(column, kind));
        }
        return kinds;
    }

    private static ColumnKind kind(Value value, boolean isTarget) {
        ColumnKind kind = value.choice(KINDS);
        if (isTarget && kind == ColumnKind.IGNORE) {
            throw value.problem("is the target and must not be ignored");
        }
        return kind;
    }

    private MissingCells missing() {
        return data.read("missing", MissingCells.DEFAULT, TableSection::missing);
    }

    private static MissingCells missing(Value value) {
        return value.node()
                .match(
                        scalar -> new MissingCells(Set.of(cell(value)), false),
                        sequence -> new MissingCells(cells(value, sequence), false),
                        mapping -> missing(Section.of(value, "values", "indicator")));
    }

    private static MissingCells missing(Section section) {
        return new MissingCells(
                section.read("values", MissingCells.DEFAULT.words(), TableSection::values),
                section.read("indicator", false, value -> value.plainChoice(BOOLEANS)));
    }

    private static Set<String> values(Value value) {
        return value.node().match(scalar -> Set.of(cell(value)), sequence -> cells(value, sequence), mapping -> {
            throw value.mustBe("a text or a list of texts");
        });
    }

    private static Set<String> cells(Value value, Node.Sequence sequence) {
        return value.items(sequence).stream().map(TableSection::cell).collect(Collectors.toSet());
    }

    /** Words such as {@code null} stand in cells, too, so that they are texts here. */
    private static String cell(Value value) {
        return value.node()
                .match(
                        scalar -> {
                            if (scalar.text().isEmpty() && !scalar.isQuoted()) {
                                throw value.mustBe(MISSING_RULE);
                            }
                            return scalar.text().strip();
                        },
                        sequence -> {
                            throw value.mustBe(MISSING_RULE);
                        },
                        mapping -> {
                            throw value.mustBe(MISSING_RULE);
                        });
    }
}
