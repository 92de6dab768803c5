package nas.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.select.DescentResult;
import nas.select.Neighbour;

/** Finalists and what was tried around the winner, for the result; {@code null} as long as there are none. */
final class ConclusionJson {
    private ConclusionJson() {}

    static void write(RunHistory history, ObjectNode into) {
        Optional<Concluded> concluded = history.concluded();
        Optional<DescentResult> descent = concluded.flatMap(Concluded::descent);
        into.putNull("finalists");
        concluded.ifPresent(found -> {
            ArrayNode finalists = into.putArray("finalists");
            found.race().finalists().forEach(finalist -> ConcludedJson.write(finalist, finalists.addObject()));
        });
        write("neighbours", descent.map(DescentResult::neighbours), into);
        write("enlargements", descent.map(DescentResult::enlargements), into);
    }

    private static void write(String field, Optional<List<Neighbour>> neighbours, ObjectNode into) {
        into.putNull(field);
        neighbours.ifPresent(found -> {
            ArrayNode array = into.putArray(field);
            found.forEach(neighbour -> ConcludedJson.write(neighbour, array.addObject()));
        });
    }
}
