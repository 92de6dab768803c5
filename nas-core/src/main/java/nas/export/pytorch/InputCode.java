package nas.export.pytorch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Standardisation;

/** Writes how raw inputs become those of the network: {@code COLUMNS} and {@code MISSING}, or {@code PIXELS}. */
final class InputCode {
    private InputCode() {}

    /** Returns the parts that describe the inputs. */
    static List<PythonPart> parts(InputEncoding inputs) {
        return inputs.match(InputCode::columns, pixels -> List.of(code(pixels(pixels))));
    }

    private static PythonPart code(String code) {
        return new PythonPart(Set.of(), code);
    }

    private static List<PythonPart> columns(InputEncoding.Columns columns) {
        ImmutableList.Builder<PythonPart> parts = ImmutableList.builder();
        columns.columns().stream()
                .map(column -> column.match(number -> "number.py", levels -> "levels.py", flag -> "flag.py"))
                .distinct()
                .sorted()
                .forEach(kind -> parts.add(PythonPart.resource(kind)));
        String calls = PythonLiteral.list(
                columns.columns().stream().map(InputCode::column).toList());
        String missing = PythonLiteral.texts(ImmutableList.copyOf(columns.missing()));
        return parts.add(code("COLUMNS = " + calls + "\n\n# Cells with one of these texts are missing.\nMISSING = "
                        + missing))
                .build();
    }

    private static String pixels(InputEncoding.Pixels pixels) {
        Standardisation standardisation = pixels.standardisation();
        return "PIXELS = " + pixels.count()
                + "\nMEAN = " + PythonLiteral.number(standardisation.mean())
                + "\nDEVIATION = " + PythonLiteral.number(standardisation.deviation());
    }

    private static String column(ColumnEncoding column) {
        ImmutableList.Builder<String> arguments = ImmutableList.builder();
        arguments.add(PythonLiteral.text(column.column()));
        String kind = column.match(number -> number(number, arguments), levels -> levels(levels, arguments), flag -> {
            arguments.add("off=" + PythonLiteral.text(flag.off()), "on=" + PythonLiteral.text(flag.on()));
            return "Flag";
        });
        return PythonLiteral.call(kind, arguments.build());
    }

    private static String number(ColumnEncoding.Numeric number, ImmutableList.Builder<String> arguments) {
        arguments.add("fill=" + PythonLiteral.number(number.fill()));
        arguments.addAll(standardisation(number.standardisation()));
        arguments.add("least=" + PythonLiteral.number(number.least()), "most=" + PythonLiteral.number(number.most()));
        if (number.isIndicated()) {
            arguments.add("indicator=True");
        }
        return "Number";
    }

    private static String levels(ColumnEncoding.Levels levels, ImmutableList.Builder<String> arguments) {
        arguments.add(PythonLiteral.texts(levels.levels()));
        if (levels.hasOther()) {
            arguments.add("other=True");
        }
        if (levels.hasMissing()) {
            arguments.add("missing=True");
        }
        return "Levels";
    }

    /** Returns the arguments that tell a standardisation. */
    static List<String> standardisation(Standardisation standardisation) {
        return List.of(
                "mean=" + PythonLiteral.number(standardisation.mean()),
                "deviation=" + PythonLiteral.number(standardisation.deviation()));
    }
}
