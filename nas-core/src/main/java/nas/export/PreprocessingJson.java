package nas.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.data.Preprocessing;
import nas.data.Standardisation;

/**
 * Preprocessing as JSON. {@code inputs} has one entry for each network input, in order: its name, and the mean and
 * deviation by which {@code (raw - mean) / deviation} is fed to the network. {@code target} has either {@code classes},
 * one name for each output, or the mean and deviation by which {@code output · deviation + mean} is the prediction.
 */
final class PreprocessingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PreprocessingJson() {}

    static String text(Preprocessing preprocessing) {
        ObjectNode node = NODES.objectNode();
        ArrayNode inputs = node.putArray("inputs");
        for (int i = 0; i < preprocessing.inputNames().size(); i++) {
            ObjectNode input =
                    inputs.addObject().put("name", preprocessing.inputNames().get(i));
            put(preprocessing.inputs().input(i), input);
        }
        ObjectNode target = node.putObject("target");
        preprocessing
                .target()
                .match(
                        classes -> {
                            ArrayNode names = target.putArray("classes");
                            classes.names().forEach(names::add);
                            return target;
                        },
                        value -> put(value.standardisation(), target));
        return node.toPrettyString() + "\n";
    }

    private static ObjectNode put(Standardisation standardisation, ObjectNode into) {
        return into.put("mean", standardisation.mean()).put("deviation", standardisation.deviation());
    }
}
