package nas.export.pytorch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import nas.data.TargetEncoding;

/** Writes what outputs stand for: {@code CLASSES}, {@code OUTPUT} or {@code OUTPUTS}, and the functions that say it. */
final class OutputCode {
    private OutputCode() {}

    /** Returns the parts that describe the outputs. */
    static List<PythonPart> parts(TargetEncoding target) {
        return target.match(
                classes -> List.of(code("CLASSES = " + PythonLiteral.texts(classes.names()))),
                values -> List.of(PythonPart.resource("output.py"), code(outputs(values.outputs()))));
    }

    /** Returns the part that says what was predicted. */
    static PythonPart answers(TargetEncoding target) {
        return PythonPart.resource(target.match(
                classes -> "classes.py", values -> values.outputs().size() == 1 ? "one-value.py" : "values.py"));
    }

    private static PythonPart code(String code) {
        return new PythonPart(Set.of(), code);
    }

    private static String outputs(List<TargetEncoding.Output> outputs) {
        List<String> calls = outputs.stream().map(OutputCode::output).toList();
        return calls.size() == 1 ? "OUTPUT = " + calls.get(0) : "OUTPUTS = " + PythonLiteral.list(calls);
    }

    private static String output(TargetEncoding.Output output) {
        ImmutableList.Builder<String> arguments = ImmutableList.builder();
        arguments.add(PythonLiteral.text(output.name()));
        arguments.addAll(InputCode.standardisation(output.standardisation()));
        return PythonLiteral.call("Output", arguments.build());
    }
}
