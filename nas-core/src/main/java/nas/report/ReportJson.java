package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.ResultJson;
import nas.journal.RunAnswer;
import nas.journal.RunDetails;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.select.WinnerRule;
import nas.trial.LossScale;

/**
 * All that the page shows, as one JSON object: the result as {@code result.json} has it, and what else the journal tells. Every
 * field is always there, {@code null} or empty where it is not known.
 */
public final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Source source;

    private ReportJson(Source source) {
        this.source = source;
    }

    /**
     * What a report is about.
     *
     * @param folder the run's folder
     * @param history what its journal holds
     * @param state where it stands
     * @param command the command that repeats it
     * @param others runs whose progress is shown beside its own
     */
    public record Source(RunFolder folder, RunHistory history, RunState state, String command, List<Other> others) {
        /** Copies the list. */
        public Source {
            others = List.copyOf(others);
        }
    }

    /**
     * Another run.
     *
     * @param name what it is called
     * @param history what its journal holds
     */
    public record Other(String name, RunHistory history) {}

    /** Returns what the page of a run shows. */
    public static ObjectNode of(Source source) {
        return new ReportJson(source).whole();
    }

    private ObjectNode whole() {
        RunHistory history = source.history();
        GenomeTable genomes = new GenomeTable(history);
        ObjectNode node = NODES.objectNode();
        node.set("result", ResultJson.of(source.folder(), history, source.state()));
        node.set("scale", scale());
        node.set("rungs", RungsJson.of(history, genomes));
        node.set("progress", progress());
        node.set("curves", CurvesJson.of(history));
        node.set("importance", ImportanceJson.of(history, genomes));
        node.set("lineage", LineageJson.of(history));
        node.set(
                "test",
                TestAnswers.of(history, new RunDetails(source.folder(), history))
                        .map(TestJson::of)
                        .orElse(null));
        node.set("trials", TrialsJson.of(history, genomes));
        node.set("workers", workers());
        node.set("agreement", agreement());
        node.set("provenance", provenance());
        node.set("genomes", genomes.json());
        return node;
    }

    /** What losses are compared with, in the answer as it stands. */
    private ObjectNode scale() {
        ObjectNode node = NODES.objectNode();
        Optional<RunAnswer> answer = source.history().answer();
        Optional<LossScale> scale = answer.map(RunAnswer::scale);
        node.put("constantLoss", scale.map(LossScale::constantLoss).orElse(null));
        node.put("referenceLoss", scale.map(LossScale::referenceLoss).orElse(null));
        node.put("explained", scale.map(LossScale::explained).orElse(null));
        node.put("tolerance", answer.map(RunAnswer::tolerance).orElse(null));
        WinnerRule rule = source.history().header().aim().rule();
        node.put("rule", rule.text());
        node.putNull("reach");
        if (rule instanceof WinnerRule.Reach reach) {
            node.putObject("reach")
                    .put("metric", reach.metric().key())
                    .put("label", reach.metric().label())
                    .put("isShare", reach.metric().isShare())
                    .put("threshold", reach.threshold());
        }
        node.put("metric", source.history().header().data().metric().key());
        node.put("metricLabel", source.history().header().data().metric().label());
        node.put("metricIsShare", source.history().header().data().metric().isShare());
        return node;
    }

    private ArrayNode progress() {
        ArrayNode runs = NODES.arrayNode();
        for (Progressions.Named named : Progressions.of(Progressions.named(source))) {
            ObjectNode run = runs.addObject().put("run", named.run());
            ArrayNode points = run.putArray("points");
            named.progression()
                    .points()
                    .forEach(point -> points.addArray()
                            .add(point.generation())
                            .add(point.epochs())
                            .add(Rounded.of(point.seconds()))
                            .add(Rounded.of(point.objective()))
                            .add(Rounded.of(point.best().loss()))
                            .add(point.best().parameters()));
        }
        return runs;
    }

    private ArrayNode workers() {
        ArrayNode workers = NODES.arrayNode();
        WorkerShare.of(source.history())
                .forEach(share -> workers.addObject()
                        .put("worker", share.worker())
                        .put("trials", share.trials())
                        .put("seconds", Rounded.of(share.seconds())));
        return workers;
    }

    private ArrayNode agreement() {
        ArrayNode rungs = NODES.arrayNode();
        RungAgreement.of(source.history())
                .forEach(each -> rungs.addObject()
                        .put("epochs", each.epochs())
                        .put("highest", each.highest())
                        .put("genomes", each.genomes())
                        .put("tau", Rounded.of(each.tau())));
        return rungs;
    }

    private ObjectNode provenance() {
        Header header = source.history().header();
        ObjectNode node = NODES.objectNode().put("command", source.command());
        node.put("started", header.started().toString());
        node.put("spaceFile", header.origin().spaceFile());
        node.put("spaceChecksum", header.origin().spaceChecksum());
        node.put("version", header.provenance().version());
        node.put("commit", header.provenance().commit());
        node.put("trainingVersion", header.provenance().trainingVersion());
        node.put("java", header.provenance().java());
        node.put("system", header.provenance().system());
        node.put("processor", header.provenance().processor());
        node.put("processors", header.provenance().processors());
        node.put("blasCore", header.provenance().blasCore());
        header.origin().reuse().forEach(node.putArray("reuse")::add);
        source.history().resumptions().stream()
                .map(Resumed::at)
                .forEach(at -> node.withArray("resumed").add(at.toString()));
        node.withArray("resumed");
        return node;
    }
}
