package nas.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.TrialEnded;
import nas.select.WinnerRule;

/** Journal records as lines of JSON. Fields that are not known are ignored. */
final class RecordJson {
    static final int FORMAT_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordJson() {}

    /** Returns one line without its end. */
    static String write(long sequence, JournalRecord entry) {
        ObjectNode node = JSON.createObjectNode().put("sequence", sequence);
        if (entry instanceof Header header) {
            write(header, node.put("type", "header"));
        } else if (entry instanceof TrialEnded ended) {
            TrialJson.write(ended.result(), node.put("type", "trial"));
        } else if (entry instanceof GenerationEnded ended) {
            node.put("type", "generation").put("number", ended.number());
            node.put("proposed", ended.proposed()).put("duplicates", ended.duplicates());
        } else if (entry instanceof RunEnded ended) {
            node.put("type", "end").put("failure", ended.failure());
            node.put("searchSeconds", ended.searchSeconds()).put("finalSeconds", ended.finalSeconds());
        }
        return node.toString();
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException if it is not a record of this format with the sequence number expected
     */
    static JournalRecord read(long sequence, String line) {
        JsonNode node = parse(line);
        long found = node.required("sequence").longValue();
        if (found != sequence) {
            throw new IllegalArgumentException("sequence must be " + sequence + ", but was " + found);
        }
        String type = node.required("type").textValue();
        return switch (type) {
            case "header" -> header(node);
            case "trial" -> new TrialEnded(TrialJson.read(node));
            case "generation" -> generation(node);
            case "end" -> end(node);
            default -> throw new IllegalArgumentException("unknown type '" + type + "'");
        };
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static void write(Header header, ObjectNode node) {
        node.put("formatVersion", FORMAT_VERSION);
        node.put("started", header.started().toString());
        node.put("seed", header.seed()).put("strategy", header.strategy()).put("engine", header.engine());
        ObjectNode aim = node.putObject("aim").put("perDecade", header.aim().perDecade());
        if (header.aim().rule() instanceof WinnerRule.Within within) {
            aim.put("within", within.share());
        }
        node.set("data", JSON.valueToTree(header.data()));
        node.set("provenance", JSON.valueToTree(header.provenance()));
        node.set("settings", parse(header.settings()));
    }

    private static Header header(JsonNode node) {
        int version = node.required("formatVersion").intValue();
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("formatVersion must be " + FORMAT_VERSION + ", but was " + version);
        }
        JsonNode aim = node.required("aim");
        return new Header(
                Instant.parse(node.required("started").textValue()),
                node.required("seed").longValue(),
                node.required("strategy").textValue(),
                node.required("engine").textValue(),
                new Aim(
                        aim.required("perDecade").doubleValue(),
                        new WinnerRule.Within(aim.required("within").doubleValue())),
                convert(node.required("data"), DataSummary.class),
                convert(node.required("provenance"), Provenance.class),
                node.required("settings").toString());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(node);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }

    private static GenerationEnded generation(JsonNode node) {
        return new GenerationEnded(
                node.required("number").intValue(),
                node.required("proposed").intValue(),
                node.required("duplicates").intValue());
    }

    private static RunEnded end(JsonNode node) {
        return new RunEnded(
                node.required("failure").textValue(),
                node.required("searchSeconds").doubleValue(),
                node.required("finalSeconds").doubleValue());
    }
}
