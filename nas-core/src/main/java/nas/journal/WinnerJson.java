package nas.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import nas.select.Assessed;
import nas.select.Selection;
import nas.trial.Measures;

/** The winner as JSON. */
final class WinnerJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WinnerJson() {}

    static ObjectNode of(RunHistory history, Selection selection) {
        Assessed winner = selection.winner();
        ObjectNode node = GenomeJson.writeWhole(winner.genome(), NODES.objectNode());
        node.put("parameters", winner.parameters());
        node.put(
                "objective",
                selection
                        .scale()
                        .objective(
                                winner.loss(),
                                winner.parameters(),
                                history.header().aim().perDecade()));
        Optional<TestMeasures> test = TestMeasures.of(history, winner.genome());
        node.set("validation", validation(winner.measures()));
        node.set("test", test(test, history.openings()));
        node.put(
                "optimism",
                test.flatMap(found -> found.optimism(winner.measures())).orElse(null));
        node.put("rule", selection.sentence(history.header().aim().rule()));
        node.set("certificate", certificate(selection));
        return node;
    }

    private static ObjectNode validation(Measures measures) {
        ObjectNode node = NODES.objectNode()
                .put("loss", measures.loss())
                .put("lossStandardError", measures.lossStandardError())
                .put("accuracy", measures.accuracy())
                .put("rmse", measures.rmse());
        measures.metrics().forEach(node.putObject("metrics")::put);
        return node;
    }

    private static ObjectNode test(Optional<TestMeasures> test, int openings) {
        ObjectNode node = NODES.objectNode();
        node.put("source", test.map(found -> "rows").orElse(null));
        node.put("loss", test.map(TestMeasures::loss).orElse(null));
        node.put("accuracy", test.flatMap(TestMeasures::accuracy).orElse(null));
        node.put("rmse", test.flatMap(TestMeasures::rmse).orElse(null));
        test.map(TestMeasures::metrics).orElse(Map.of()).forEach(node.putObject("metrics")::put);
        node.put("seeds", test.map(TestMeasures::seeds).orElse(null));
        node.put(
                "standardDeviation",
                test.flatMap(TestMeasures::standardDeviation).orElse(null));
        node.put("openings", openings);
        return node;
    }

    private static ObjectNode certificate(Selection selection) {
        ObjectNode node = NODES.objectNode().put("tolerance", selection.tolerance());
        for (String field : new String[] {"moves", "neighboursTested", "shownWorse", "undecided", "withinTolerance"}) {
            node.putNull(field);
        }
        return node;
    }
}
