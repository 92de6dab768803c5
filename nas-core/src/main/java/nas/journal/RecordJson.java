package nas.journal;

import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

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
        return ascii(node);
    }

    /** In ASCII a line that was cut short is still text. */
    private static String ascii(ObjectNode node) {
        try {
            return ASCII.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes cannot be written", e);
        }
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException if it is not a record of this format with the sequence number expected
     */
    static JournalRecord read(long sequence, String line) {
        JsonNode node = parse(line);
        long found = longInteger(node, "sequence");
        if (found != sequence) {
            throw new IllegalArgumentException("sequence must be " + sequence + ", but was " + found);
        }
        String type = text(node, "type");
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
        int version = integer(node, "formatVersion");
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("formatVersion must be " + FORMAT_VERSION + ", but was " + version);
        }
        JsonNode aim = node.required("aim");
        return new Header(
                instant(text(node, "started")),
                longInteger(node, "seed"),
                text(node, "strategy"),
                text(node, "engine"),
                new Aim(number(aim, "perDecade"), new WinnerRule.Within(number(aim, "within"))),
                convert(node.required("data"), DataSummary.class),
                convert(node.required("provenance"), Provenance.class),
                node.required("settings").toString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("started must be an instant, but was '" + text + "'", e);
        }
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
        return new GenerationEnded(integer(node, "number"), integer(node, "proposed"), integer(node, "duplicates"));
    }

    private static RunEnded end(JsonNode node) {
        return new RunEnded(text(node, "failure"), number(node, "searchSeconds"), number(node, "finalSeconds"));
    }
}
