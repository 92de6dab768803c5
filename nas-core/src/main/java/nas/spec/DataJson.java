package nas.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.Map;
import nas.data.ClassWeighting;
import nas.data.DataDescription;
import nas.data.MissingCells;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.data.TableFormat;
import nas.data.TableReading;
import nas.data.TargetChoice;
import org.jspecify.annotations.Nullable;

/** Writes {@code data} as JSON. What is inferred from the data is left out, since it belongs to them. */
final class DataJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode node = NODES.objectNode();

    private DataJson() {}

    /** Returns all that a description says. */
    static ObjectNode of(DataDescription data) {
        DataJson json = new DataJson();
        json.node.put("source", data.source().text());
        data.officialTest().ifPresent(test -> json.node.put("test", test.text()));
        json.format(data.reading().format());
        json.target(data.target());
        json.reading(data.reading());
        data.target()
                .weights()
                .match(() -> json.node, () -> json.node.put("weights", TargetSection.BALANCED), json::weights);
        json.rows(data.rows());
        return json.node.set("split", split(data.split()));
    }

    private void format(TableFormat format) {
        if (!format.names().isEmpty()) {
            ArrayNode names = node.putArray("header");
            format.names().forEach(names::add);
        } else {
            format.header().ifPresent(isThere -> node.put("header", isThere));
        }
        put("delimiter", format.delimiter(), TableSection.DELIMITERS);
        put("quote", format.quote(), TableSection.QUOTES);
    }

    private void put(String key, @Nullable Character character, Map<String, Character> words) {
        if (character != null) {
            String word = words.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(character))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> String.valueOf(character));
            node.put(key, word);
        }
    }

    private void target(TargetChoice target) {
        if (!target.spellings().isEmpty()) {
            ObjectNode mapping = node.putObject("target");
            columns(mapping, "column", "columns", target);
            ObjectNode map = mapping.putObject("map");
            target.spellings().forEach(map::put);
        } else {
            columns(node, "target", "target", target);
        }
        if (target.task() != null) {
            node.put("task", target.task().word());
        }
    }

    private static void columns(ObjectNode node, String one, String several, TargetChoice target) {
        if (target.columns().size() == 1) {
            node.put(one, target.columns().get(0));
        } else if (!target.columns().isEmpty()) {
            ArrayNode columns = node.putArray(several);
            target.columns().forEach(columns::add);
        }
    }

    private void reading(TableReading reading) {
        ObjectNode columns = node.putObject("columns");
        reading.columns().forEach((column, kind) -> columns.put(column, kind.word()));
        MissingCells missing = reading.missing();
        ObjectNode cells = node.putObject("missing");
        ArrayNode values = cells.putArray("values");
        missing.words().forEach(values::add);
        cells.put("indicator", missing.isIndicated());
    }

    private ObjectNode weights(ClassWeighting.ByClass byClass) {
        ObjectNode weights = node.putObject("weights");
        byClass.weights().forEach(weights::put);
        return weights;
    }

    private void rows(RowChoice rows) {
        if (rows.group() != null) {
            node.put("group", rows.group());
        }
        if (rows.time() != null) {
            node.put("time", rows.time());
        }
        if (rows.limit() != null) {
            node.put("rows", rows.limit());
        }
    }

    private static ObjectNode split(SplitRule split) {
        ObjectNode node = NODES.objectNode();
        node.set("validation", portion(split.validation()));
        node.set("test", portion(split.test()));
        if (split.folds() == null) {
            node.put("folds", SplitSection.AUTO);
        } else {
            node.put("folds", split.folds());
        }
        return node.put("seed", split.seed());
    }

    private static ValueNode portion(Portion portion) {
        return portion.match(
                () -> NODES.textNode(SplitSection.AUTO),
                () -> NODES.textNode(SplitSection.OFFICIAL),
                NODES::numberNode,
                share -> NODES.numberNode(share.doubleValue()));
    }
}
