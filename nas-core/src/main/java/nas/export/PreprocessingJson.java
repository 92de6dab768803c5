package nas.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Standardisation;

/**
 * Preprocessing as JSON. {@code columns} has one entry for each column of a table that becomes inputs, in the order of the
 * inputs; images have {@code pixels} in its place. {@code target} has either {@code classes}, one name for each output, or
 * {@code values}, for each output its name and the mean and deviation by which {@code output · deviation + mean} is the
 * prediction.
 */
final class PreprocessingJson {
    /** Raised when a field comes to mean something else. */
    static final int FORMAT_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PreprocessingJson() {}

    static String text(Preprocessing preprocessing) {
        ObjectNode node = NODES.objectNode().put("formatVersion", FORMAT_VERSION);
        preprocessing.inputs().match(columns -> columns(columns, node), pixels -> pixels(pixels, node));
        ArrayNode names = node.putArray("inputs");
        preprocessing.inputs().names().forEach(names::add);
        ObjectNode target = node.putObject("target");
        preprocessing
                .target()
                .match(
                        classes -> {
                            ArrayNode classNames = target.putArray("classes");
                            classes.names().forEach(classNames::add);
                            return target;
                        },
                        values -> {
                            ArrayNode outputs = target.putArray("values");
                            values.outputs()
                                    .forEach(output -> put(
                                            output.standardisation(),
                                            outputs.addObject().put("name", output.name())));
                            return target;
                        });
        return node.toPrettyString() + "\n";
    }

    private static ObjectNode columns(InputEncoding.Columns columns, ObjectNode into) {
        ArrayNode missing = into.putArray("missing");
        columns.missing().forEach(missing::add);
        ArrayNode entries = into.putArray("columns");
        columns.columns().forEach(column -> column(column, entries.addObject()));
        return into;
    }

    private static ObjectNode column(ColumnEncoding column, ObjectNode into) {
        into.put("column", column.column());
        return column.match(
                number -> put(
                                number.standardisation(),
                                into.put("kind", "number").put("fill", number.fill()))
                        .put("least", number.least())
                        .put("most", number.most())
                        .put("indicator", number.isIndicated()),
                levels -> levels(levels, into.put("kind", "levels")),
                flag -> into.put("kind", "flag").put("off", flag.off()).put("on", flag.on()));
    }

    private static ObjectNode levels(ColumnEncoding.Levels levels, ObjectNode into) {
        ArrayNode names = into.putArray("levels");
        levels.levels().forEach(names::add);
        return into.put("other", levels.hasOther()).put("missing", levels.hasMissing());
    }

    private static ObjectNode pixels(InputEncoding.Pixels pixels, ObjectNode into) {
        return put(pixels.standardisation(), into.putObject("pixels").put("count", pixels.count()));
    }

    private static ObjectNode put(Standardisation standardisation, ObjectNode into) {
        return into.put("mean", standardisation.mean()).put("deviation", standardisation.deviation());
    }
}
