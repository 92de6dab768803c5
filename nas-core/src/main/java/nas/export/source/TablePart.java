package nas.export.source;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Quoted;
import nas.data.Standardisation;

/** Writes how the rows of a table become the inputs of the network. */
final class TablePart {
    /** A method takes so many parameters, of which those that are a {@code double} count twice. */
    private static final int MOST_SLOTS = 255;

    private final List<ColumnEncoding> columns;
    private final Lists lists;

    private TablePart(List<ColumnEncoding> columns, Lists lists) {
        this.columns = columns;
        this.lists = lists;
    }

    /** Returns the part for columns. */
    static Part of(InputEncoding.Columns inputs, Lists lists) {
        TablePart part = new TablePart(inputs.columns(), lists);
        return Part.named(
                "Table",
                Map.of(
                        "columns",
                        lists.elements(
                                "Column",
                                part.columns.stream().map(part::column).toList()),
                        "missing",
                        lists.texts(ImmutableList.copyOf(inputs.missing())),
                        "typed",
                        part.slots() <= MOST_SLOTS ? part.typed() + "\n" : ""));
    }

    private String column(ColumnEncoding column) {
        return column.match(TablePart::number, this::levels, TablePart::flag);
    }

    private static String number(ColumnEncoding.Numeric column) {
        Standardisation standardisation = column.standardisation();
        return call(
                "Numeric",
                JavaText.literal(column.column()),
                JavaText.literal(column.fill()),
                JavaText.literal(standardisation.mean()),
                JavaText.literal(standardisation.deviation()),
                JavaText.literal(column.least()),
                JavaText.literal(column.most()),
                Boolean.toString(column.isIndicated()));
    }

    private String levels(ColumnEncoding.Levels column) {
        List<String> arguments = new ArrayList<>(List.of(
                JavaText.literal(column.column()),
                Boolean.toString(column.hasOther()),
                Boolean.toString(column.hasMissing())));
        if (!column.levels().isEmpty()) {
            String levels = lists.texts(column.levels());
            boolean isOneLine = levels.indexOf('\n') < 0;
            arguments.add(isOneLine ? levels : ("\n            " + levels).replace("\n", "\n        "));
        }
        return call("Levels", arguments.toArray(String[]::new));
    }

    private static String flag(ColumnEncoding.Flag column) {
        return call(
                "Flag",
                JavaText.literal(column.column()),
                JavaText.literal(column.off()),
                JavaText.literal(column.on()));
    }

    private static String call(String type, String... arguments) {
        return "new " + type + "(" + String.join(", ", arguments) + ")";
    }

    private int slots() {
        return columns.stream().mapToInt(column -> isNumber(column) ? 2 : 1).sum();
    }

    private static boolean isNumber(ColumnEncoding column) {
        return column.match(number -> true, levels -> false, flag -> false);
    }

    /** Returns the method that takes a parameter for each column. */
    private String typed() {
        List<String> names = JavaNames.parameters(
                columns.stream().map(ColumnEncoding::column).toList());
        return Template.named("Typed")
                .filled(Map.of(
                        "javadoc", joined("\n", i -> "     * @param " + names.get(i) + " " + described(columns.get(i))),
                        "parameters",
                                joined(
                                        ",\n            ",
                                        i -> (isNumber(columns.get(i)) ? "double " : "String ") + names.get(i)),
                        "numbers", these(names, true),
                        "texts", these(names, false)));
    }

    private String joined(String separator, IntFunction<String> text) {
        return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(separator));
    }

    private String these(List<String> names, boolean areNumbers) {
        return IntStream.range(0, columns.size())
                .filter(i -> isNumber(columns.get(i)) == areNumbers)
                .mapToObj(names::get)
                .collect(Collectors.joining(", "));
    }

    private static String described(ColumnEncoding column) {
        return "column <b>" + JavaText.comment(Quoted.line(column.column())) + "</b>, "
                + (isNumber(column) ? "NaN" : "null") + " where it is missing";
    }
}
