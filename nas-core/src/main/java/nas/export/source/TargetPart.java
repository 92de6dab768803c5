package nas.export.source;

import java.util.List;
import java.util.Map;
import nas.data.Quoted;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.train.OutputForm;

/** Writes what the outputs of the network stand for. */
final class TargetPart {
    private TargetPart() {}

    /** Returns the part for a target. */
    static Part of(TargetEncoding target, OutputForm form, Lists lists) {
        return target.match(classes -> classes(classes, form, lists), values -> values(values, lists));
    }

    private static Part classes(TargetEncoding.Classes target, OutputForm form, Lists lists) {
        Template shares = Template.named(form == OutputForm.SHARES ? "Shares" : "Softmax");
        return Part.named("Classes", Map.of("classes", lists.texts(target.names()), "shares", shares.body()));
    }

    private static Part values(TargetEncoding.Values target, Lists lists) {
        List<String> outputs = target.outputs().stream().map(TargetPart::output).toList();
        return Part.named(
                "Values", Map.of("outputs", lists.elements("Output", outputs), "single", single(target.outputs())));
    }

    private static String output(TargetEncoding.Output output) {
        Standardisation standardisation = output.standardisation();
        return "new Output(" + JavaText.literal(output.name()) + ", " + JavaText.literal(standardisation.mean()) + ", "
                + JavaText.literal(standardisation.deviation()) + ")";
    }

    private static String single(List<TargetEncoding.Output> outputs) {
        return outputs.size() > 1
                ? ""
                : Template.named("Single")
                                .filled(Map.of(
                                        "name",
                                        JavaText.comment(
                                                Quoted.line(outputs.get(0).name()))))
                        + "\n";
    }
}
