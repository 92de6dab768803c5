package nas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nas.journal.ResultJson;
import nas.report.Progression;
import nas.report.Progressions;

/** Runs side by side for other programs: each with its result, and with its progress where objectives can be compared. */
final class CompareJson {
    private CompareJson() {}

    static ObjectNode of(ComparedRuns runs) {
        Optional<String> obstacle = runs.obstacle();
        List<Progressions.Named> progressions = obstacle.isPresent() ? List.of() : runs.progressions();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("comparable", obstacle.isEmpty()).put("obstacle", obstacle.orElse(null));
        ArrayNode all = node.putArray("runs");
        for (ComparedRuns.Run run : runs.runs()) {
            ObjectNode each = all.addObject().put("name", run.name());
            each.set(
                    "result",
                    ResultJson.of(run.folder(), run.history(), run.folder().state(run.history())));
            ArrayNode progress = each.putArray("progress");
            progressions.stream()
                    .filter(named -> named.run().equals(run.name()))
                    .flatMap(named -> named.progression().points().stream())
                    .forEach(point -> write(point, progress.addObject()));
        }
        return node;
    }

    private static void write(Progression.Point point, ObjectNode into) {
        into.put("generation", point.generation())
                .put("epochs", point.epochs())
                .put("seconds", point.seconds())
                .put("objective", point.objective())
                .put("loss", point.best().loss())
                .put("parameters", point.best().parameters())
                .put("key", point.best().genome().key());
    }
}
