package nas.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Streams;
import java.util.List;
import nas.data.Task;
import nas.journal.DataSummary;
import nas.journal.GenomeJson;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.Provenance;
import nas.journal.RunHistory;
import nas.space.Genome;
import nas.train.Networks;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialResult;

/** What a winner is and where it came from, as JSON. */
final class WinnerJson {
    /** Raised when a field comes to mean something else. */
    static final int FORMAT_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private WinnerJson() {}

    /** What can be read from it. */
    record Described(Genome genome, Networks.Ends ends, List<String> header, Winner.Origin origin) {}

    static String text(RunHistory history, TrialResult result) {
        Header header = history.header();
        Trial trial = result.trial();
        ObjectNode node = JSON.createObjectNode().put("formatVersion", FORMAT_VERSION);
        DataSummary data = header.data();
        node.put("task", data.task())
                .put("inputs", data.inputs())
                .put("outputs", data.outputs())
                .put("parameters", trial.genome().parameters(data.inputs(), data.outputs()));
        GenomeJson.writeWhole(trial.genome(), node);
        node.putObject("training")
                .put("seed", trial.seed())
                .put("epochs", trial.budget().epochs())
                .put("scheduleEpochs", trial.budget().scheduleEpochs())
                .put("fold", trial.fold().word())
                .put("engine", result.effort().engine());
        node.putObject("data").put("name", data.name()).put("fingerprint", data.fingerprint());
        node.set("header", header(header.settings()));
        node.set("provenance", JSON.valueToTree(provenance(history)));
        return node.toPrettyString() + "\n";
    }

    /** Returns the names of the columns of a table without a header line, as the search space gives them; else nothing. */
    private static JsonNode header(String settings) {
        JsonNode names = tree(settings).path("data").path("header");
        return names.isArray() ? names : JSON.createArrayNode();
    }

    /** That of the process which trained it, or had it trained by one before. */
    private static Provenance provenance(RunHistory history) {
        List<Resumed> resumptions = history.resumptions();
        return resumptions.isEmpty()
                ? history.header().provenance()
                : resumptions.get(resumptions.size() - 1).provenance();
    }

    /** @throws IllegalArgumentException if the text describes none, or was written in another format */
    static Described read(String text) {
        JsonNode node = tree(text);
        int version = node.path("formatVersion").asInt();
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("formatVersion must be " + FORMAT_VERSION + ", but was " + version
                    + (version > FORMAT_VERSION ? "; a newer nas wrote it and can read it" : ""));
        }
        String data = node.required("data").required("name").asText();
        String fingerprint = node.required("data").required("fingerprint").asText();
        String program = node.required("provenance").required("version").asText();
        return new Described(
                GenomeJson.read(node),
                ends(node),
                names(node.path("header")),
                new Winner.Origin(data, fingerprint, program));
    }

    /** Returns the training that a winner is from. */
    static Trial training(String text) {
        Described described = read(text);
        JsonNode training = tree(text).required("training");
        Budget budget = new Budget(number(training, "epochs"), number(training, "scheduleEpochs"));
        JsonNode seed = training.required("seed");
        if (!seed.canConvertToLong()) {
            throw new IllegalArgumentException("seed must be an integer, but was " + seed);
        }
        Fold fold = Fold.of(training.required("fold").asText());
        return new Trial(described.genome(), budget, seed.longValue(), fold);
    }

    private static List<String> names(JsonNode header) {
        return Streams.stream(header).map(JsonNode::asText).toList();
    }

    private static Networks.Ends ends(JsonNode node) {
        String word = node.required("task").asText();
        for (Task task : Task.values()) {
            if (task.word().equals(word)) {
                return new Networks.Ends(number(node, "inputs"), number(node, "outputs"), task);
            }
        }
        throw new IllegalArgumentException("task must be classification or regression, but was " + word);
    }

    private static int number(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isInt() || value.intValue() < 1) {
            throw new IllegalArgumentException(field + " must be an integer >= 1, but was " + value);
        }
        return value.intValue();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be JSON, but is not: " + PreprocessingReader.reason(e), e);
        }
    }
}
