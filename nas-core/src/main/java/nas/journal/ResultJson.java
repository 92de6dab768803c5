package nas.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.RunEnded;
import nas.select.Assessed;
import nas.select.Pick;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run as JSON: the one shape that {@code search}, {@code show} and {@code result.json} share. Every field
 * is always there, {@code null} where it is not known.
 */
public final class ResultJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFolder folder;
    private final RunHistory history;
    private final RunState state;
    private final Optional<RunAnswer> answer;

    private ResultJson(RunFolder folder, RunHistory history, RunState state, Optional<RunAnswer> answer) {
        this.folder = folder;
        this.history = history;
        this.state = state;
        this.answer = answer;
    }

    /** Returns the result of a run as it stands. */
    public static ObjectNode of(RunFolder folder, RunHistory history, RunState state) {
        ResultJson json = new ResultJson(folder, history, state, history.answer());
        ObjectNode node = json.result();
        ConclusionJson.write(history, node);
        return json.rest(node);
    }

    /**
     * Returns another answer to what a run has done, in the same shape: neighbours are not known of it, and the finalists are
     * those that it was chosen among; {@code open} says how many smaller ones are not shown to be worse than allowed.
     *
     * @param pick how it was chosen; empty where finalists were not trained yet
     */
    public static ObjectNode picked(
            RunFolder folder, RunHistory history, RunState state, RunAnswer answer, Optional<Pick> pick) {
        ResultJson json = new ResultJson(folder, history, state, Optional.of(answer));
        ObjectNode node = json.result();
        ConclusionJson.write(pick, node);
        return json.rest(node)
                .put(
                        "open",
                        pick.map(found -> found.open(answer.winner()).size()).orElse(null));
    }

    /** Returns the result of a run as indented text that ends with a line end. */
    public static String text(RunFolder folder, RunHistory history, RunState state) {
        return of(folder, history, state).toPrettyString() + "\n";
    }

    private ObjectNode result() {
        ObjectNode node = JSON.createObjectNode()
                .put("run", folder.name())
                .put("path", folder.path().toString())
                .put("state", state.word())
                .put("seed", history.header().seed())
                .put("strategy", history.header().strategy())
                .put("engine", history.header().engine());
        node.set("data", JSON.valueToTree(history.header().data()));
        node.set(
                "winner",
                answer.<JsonNode>map(found -> WinnerJson.of(history, found))
                        .orElse(JsonNodeFactory.instance.nullNode()));
        node.set("pareto", pareto());
        return node;
    }

    private ObjectNode rest(ObjectNode node) {
        node.set("rulesOfThumb", rulesOfThumb());
        node.put("stop", stop());
        node.set("equalityPromise", equalityPromise());
        node.set("counts", JSON.valueToTree(RunCounts.of(history)));
        node.set("seconds", seconds());
        return node;
    }

    private ArrayNode pareto() {
        ArrayNode front = JSON.createArrayNode();
        answer.ifPresent(found -> found.front()
                .forEach(member -> measured(GenomeJson.writeWhole(member.genome(), front.addObject()), member)));
        return front;
    }

    private ArrayNode rulesOfThumb() {
        ArrayNode rules = JSON.createArrayNode();
        for (TriedRule tried : TriedRule.of(history)) {
            ObjectNode node = rules.addObject()
                    .put("rule", tried.rule().word())
                    .put("units", tried.units())
                    .put("clipped", tried.isClipped())
                    .put("epochs", tried.epochs());
            measured(
                    GenomeJson.writeWhole(tried.genome(), node),
                    tried.assessed().orElse(null));
        }
        return rules;
    }

    private void measured(ObjectNode node, @Nullable Assessed assessed) {
        Optional<Assessed> known = Optional.ofNullable(assessed);
        Optional<Measures> measures = known.map(Assessed::measures);
        LeadingMetric leading = history.header().data().metric();
        node.put("parameters", known.map(Assessed::parameters).orElse(null))
                .put("loss", measures.map(Measures::loss).orElse(null))
                .put("accuracy", measures.map(Measures::accuracy).orElse(null))
                .put("rmse", measures.map(Measures::rmse).orElse(null))
                .put(leading.key(), measures.flatMap(leading::of).orElse(null));
    }

    private @Nullable String stop() {
        return history.end()
                .flatMap(end -> history.winner())
                .map(winner -> winner.stop().word())
                .orElse(null);
    }

    private ObjectNode equalityPromise() {
        List<String> exceptions = history.promiseExceptions();
        ObjectNode node = JSON.createObjectNode().put("holds", exceptions.isEmpty());
        node.set("exceptions", JSON.valueToTree(exceptions));
        return node;
    }

    private ObjectNode seconds() {
        ObjectNode node = JSON.createObjectNode();
        Optional<RunEnded> end = history.end();
        node.put("search", end.map(RunEnded::searchSeconds).orElse(null));
        node.put("finalists", end.map(RunEnded::finalSeconds).orElse(null));
        node.put(
                "total",
                end.map(ended -> ended.searchSeconds() + ended.finalSeconds()).orElse(null));
        return node;
    }
}
