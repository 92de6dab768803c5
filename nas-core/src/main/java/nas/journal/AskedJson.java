package nas.journal;

import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.sharedTexts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nas.journal.JournalRecord.Asked;

/** What decisions needed, as JSON. */
final class AskedJson {
    private AskedJson() {}

    static void write(List<Asked> asked, ArrayNode into) {
        for (Asked each : asked) {
            ObjectNode node = into.addObject().put("epochs", each.epochs()).put("seed", each.seed());
            each.keys().forEach(node.putArray("keys")::add);
        }
    }

    static List<Asked> read(JsonNode array) {
        List<Asked> asked = new ArrayList<>();
        for (JsonNode node : array) {
            asked.add(new Asked(integer(node, "epochs"), longInteger(node, "seed"), sharedTexts(node, "keys")));
        }
        return asked;
    }
}
