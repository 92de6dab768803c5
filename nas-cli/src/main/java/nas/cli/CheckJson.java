package nas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import nas.data.Dataset;
import nas.data.Split;
import nas.run.SearchSettings;
import nas.run.SpaceSurvey;
import org.jspecify.annotations.Nullable;

/** What is known of a search before it begins, as programs read it. Every field is always there. */
final class CheckJson {
    private final SpaceFacts facts;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private CheckJson(SpaceFacts facts) {
        this.facts = facts;
    }

    /** Returns one JSON object. */
    static String of(SpaceFacts facts) {
        return new CheckJson(facts).whole();
    }

    private String whole() {
        root.put("space", facts.plan().spec().name());
        data();
        root.put("engine", facts.engine());
        root.put("dl4jShare", facts.dl4jShare());
        root.put("genomes", facts.survey().genomes().toString()); // may have more digits than JSON readers keep
        root.put("population", facts.plan().settings().evolution().population());
        root.put("generations", facts.plan().settings().evolution().generations());
        root.put("lookedAt", facts.survey().measured());
        training(facts.plan().settings());
        parameters();
        findings();
        estimate();
        return root.toPrettyString() + System.lineSeparator();
    }

    private void training(SearchSettings settings) {
        root.put("strategy", settings.evolution().strategy().word());
        ObjectNode rungs = root.putObject("rungs");
        settings.rungs().epochs().forEach(rungs.putArray("epochs")::add);
        settings.rungs().keep().forEach(rungs.putArray("keep")::add);
        root.putObject("finalists")
                .put("count", settings.finalists().count())
                .put("blocks", settings.finalists().blocks())
                .put("epochs", settings.finalists().epochs());
    }

    private void data() {
        Dataset data = facts.plan().data();
        Split split = data.split();
        ObjectNode node = root.putObject("data")
                .put("name", data.name())
                .put("task", data.task().word())
                .put("inputs", data.inputs())
                .put("outputs", data.outputs())
                .put("folds", data.folds().size())
                .put("fingerprint", data.fingerprint());
        node.putObject("rows")
                .put("train", split.train().length)
                .put("validation", split.validation().length)
                .put("test", split.test().length);
    }

    private void parameters() {
        SpaceSurvey survey = facts.survey();
        ObjectNode node = root.putObject("parameters")
                .put("smallest", survey.parameters(survey.smallest()))
                .put("largest", survey.parameters(survey.largest()))
                .put("drawn", survey.drawn().size());
        List<Long> quantiles = survey.quantiles();
        ObjectNode shares = node.putObject("quantiles");
        for (int i = 0; i < quantiles.size(); i++) {
            shares.put(Integer.toString(SpaceSurvey.PERCENTS.get(i)), quantiles.get(i));
        }
        node.put("max", facts.plan().settings().objective().maxParams());
        node.put("shareOverMax", orNull(survey.shareOverLimit()));
    }

    private void findings() {
        ArrayNode findings = root.putArray("ineffective");
        facts.findings()
                .forEach(finding -> findings.addObject()
                        .put("key", finding.key())
                        .put("what", finding.what())
                        .put("why", finding.why()));
    }

    private void estimate() {
        SearchEstimate estimate = facts.estimate();
        ObjectNode node = root.putObject("estimate")
                .put("workers", estimate.workers())
                .put("trialsAtLeast", estimate.leastTrials())
                .put("trials", estimate.trials())
                .put("secondsAtLeast", orNull(estimate.atLeastSeconds()))
                .put("secondsAtMost", orNull(estimate.atMostSeconds()))
                .put("dataBytes", estimate.dataBytes())
                .put("workerBytes", estimate.workerBytes())
                .put("processBytes", estimate.processBytes());
        node.putObject("trialSeconds")
                .put("smallest", orNull(estimate.smallestSeconds()))
                .put("mean", orNull(estimate.meanSeconds()))
                .put("largest", orNull(estimate.largestSeconds()));
        ArrayNode failures = node.putArray("failures");
        estimate.failures().forEach(failures::add);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
