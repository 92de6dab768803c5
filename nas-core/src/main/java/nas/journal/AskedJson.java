package nas.journal;

import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.List;
import nas.journal.JournalRecord.Asked;

/** What decisions needed, as JSON. */
final class AskedJson {
    /** Large journals repeat keys and operators again and again. */
    private static final Interner<String> TEXTS = Interners.newWeakInterner();

    private AskedJson() {}

    /** Returns the one text that stands for all equal ones. */
    static String shared(String text) {
        return TEXTS.intern(text);
    }

    static List<String> shared(List<String> texts) {
        return texts.stream().map(AskedJson::shared).toList();
    }

    static void write(List<Asked> asked, ArrayNode into) {
        for (Asked each : asked) {
            ObjectNode node = into.addObject().put("epochs", each.epochs()).put("seed", each.seed());
            each.keys().forEach(node.putArray("keys")::add);
        }
    }

    static List<Asked> read(JsonNode array) {
        List<Asked> asked = new ArrayList<>();
        for (JsonNode node : array) {
            asked.add(new Asked(integer(node, "epochs"), longInteger(node, "seed"), shared(texts(node, "keys"))));
        }
        return asked;
    }
}
