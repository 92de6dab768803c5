package nas.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.select.DescentResult;
import nas.select.Neighbour;
import nas.select.Pick;
import nas.space.Genome;

/**
 * Finalists, those that failed last, and what was tried around the winner, for the result; {@code null} as long as there are
 * none.
 */
final class ConclusionJson {
    private ConclusionJson() {}

    static void write(RunHistory history, ObjectNode into) {
        Optional<Concluded> concluded = history.concluded();
        Optional<DescentResult> descent = concluded.flatMap(Concluded::descent);
        into.putNull("finalists");
        into.put(
                "reference",
                concluded.map(found -> found.race().reference().genome().key()).orElse(null));
        concluded.ifPresent(found -> {
            ArrayNode finalists = into.putArray("finalists");
            found.race().finalists().forEach(finalist -> ConcludedJson.write(finalist, finalists.addObject()));
            found.race().failed().forEach(genome -> writeFailed(history, genome, finalists.addObject()));
        });
        write("neighbours", descent.map(DescentResult::neighbours), into);
        write("enlargements", descent.map(DescentResult::enlargements), into);
    }

    /** Writes the networks that an answer was chosen among, of which nothing else is known. */
    static void write(Optional<Pick> pick, ObjectNode into) {
        ArrayNode finalists = into.putArray("finalists");
        into.put(
                "reference", pick.map(found -> found.reference().genome().key()).orElse(null));
        pick.ifPresent(found -> found.compared().forEach(each -> ConcludedJson.write(each, finalists.addObject())));
        into.putNull("neighbours").putNull("enlargements");
    }

    private static void writeFailed(RunHistory history, Genome genome, ObjectNode into) {
        DataSummary data = history.header().data();
        GenomeJson.write(genome, into).put("parameters", genome.parameters(data.inputs(), data.outputs()));
        for (String field : new String[] {"measures", "blocks", "difference", "standardError"}) {
            into.putNull(field);
        }
        into.put("verdict", "failed");
    }

    private static void write(String field, Optional<List<Neighbour>> neighbours, ObjectNode into) {
        into.putNull(field);
        neighbours.ifPresent(found -> {
            ArrayNode array = into.putArray(field);
            found.forEach(neighbour -> {
                ObjectNode row = ConcludedJson.write(neighbour, array.addObject());
                row.set("metric", row.path("metric").isObject() ? row.get("metric") : row.nullNode());
            });
        });
    }
}
