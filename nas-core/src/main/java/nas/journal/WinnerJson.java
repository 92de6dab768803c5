package nas.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.select.Assessed;
import nas.select.CorrectedMeasures;
import nas.trial.LeadingMetric;
import nas.trial.Measures;

/** The winner as JSON. */
final class WinnerJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WinnerJson() {}

    /** Returns the winner of an answer; what to expect on unseen rows is known of the run's own answer only. */
    static ObjectNode of(RunHistory history, RunAnswer answer) {
        Assessed winner = answer.winner();
        ObjectNode node = GenomeJson.writeWhole(winner.genome(), NODES.objectNode());
        node.put("parameters", winner.parameters());
        node.put(
                "objective",
                answer.scale()
                        .objective(
                                winner.loss(),
                                winner.parameters(),
                                history.header().aim().perDecade()));
        Optional<TestMeasures> test = TestMeasures.of(history, winner.genome());
        node.set("validation", validation(winner.measures()));
        Optional<CorrectedMeasures> unseen =
                test.isPresent() || !isOfRun(history, answer) ? Optional.empty() : unseen(history);
        node.set("test", unseen.map(WinnerJson::unseen).orElseGet(() -> test(test, history.openings())));
        node.put(
                "optimism",
                test.flatMap(found -> found.optimism(winner.measures()))
                        .or(() -> unseen.flatMap(found -> optimism(history, found, winner.measures())))
                        .orElse(null));
        node.put("rule", answer.sentence());
        node.put("met", answer.isMet());
        node.set("certificate", certificate(answer));
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

    private static boolean isOfRun(RunHistory history, RunAnswer answer) {
        return history.answer().filter(answer::equals).isPresent();
    }

    private static Optional<CorrectedMeasures> unseen(RunHistory history) {
        return history.concluded().flatMap(Concluded::unseen);
    }

    private static Optional<Double> optimism(RunHistory history, CorrectedMeasures unseen, Measures validation) {
        LeadingMetric leading = history.header().data().metric();
        Optional<Double> expected =
                leading.of(new Measures(unseen.loss(), unseen.lossDeviation(), 0, unseen.accuracy(), unseen.rmse()));
        return leading.of(validation).flatMap(value -> expected.map(other -> leading.gain(value, other)));
    }

    private static ObjectNode unseen(CorrectedMeasures unseen) {
        ObjectNode node = NODES.objectNode()
                .put("source", "bbc-cv")
                .put("loss", unseen.loss())
                .put("accuracy", unseen.accuracy())
                .put("rmse", unseen.rmse());
        node.putObject("metrics");
        return node.putNull("seeds")
                .put("standardDeviation", unseen.metricDeviation())
                .put("openings", 0);
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

    private static ObjectNode certificate(RunAnswer answer) {
        ObjectNode node = NODES.objectNode().put("tolerance", answer.tolerance());
        for (String field :
                new String[] {"moves", "neighboursTested", "shownWorse", "undecided", "withinTolerance", "timeUp"}) {
            node.putNull(field);
        }
        answer.certificate().ifPresent(certificate -> {
            ConcludedJson.write(certificate, node);
            node.put("timeUp", certificate.isCut());
        });
        return node;
    }
}
