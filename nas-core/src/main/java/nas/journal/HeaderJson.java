package nas.journal;

import static nas.journal.JsonFields.flag;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.journal.JournalRecord.Resumed;

/** The records with which a process takes up a run, as JSON. */
final class HeaderJson {
    private static final int FORMAT_VERSION = 1;
    private static final String FOLDS = "folds";
    private static final String LEADING = "leading";
    private static final String LEADING_REASON = "leadingReason";
    private static final List<String> ROW_TRAITS = List.of("hasWeights", "hasGroups");
    private static final String BLOCKS = "blocks";
    private static final String TARGETS = "targets";
    private static final String RANGE_TESTS = "rangeTests";
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private HeaderJson() {}

    static void write(Header header, ObjectNode node) {
        node.put("formatVersion", FORMAT_VERSION);
        node.put("started", header.started().toString());
        node.put("seed", header.seed()).put("strategy", header.strategy()).put("engine", header.engine());
        AimJson.write(header.aim(), node.putObject("aim"));
        node.set("data", data(header.data()));
        node.set("provenance", JSON.valueToTree(header.provenance()));
        node.set("origin", JSON.valueToTree(header.origin()));
        node.set("settings", tree(header.settings()));
        if (!header.rangeTests().isEmpty()) {
            ArrayNode tests = node.putArray(RANGE_TESTS);
            header.rangeTests().forEach(test -> RateCurveJson.write(test, tests.addObject()));
        }
    }

    static Header readHeader(JsonNode node) {
        int version = integer(node, "formatVersion");
        if (version != FORMAT_VERSION) {
            throw new RecordJson.UnknownFormatException("formatVersion must be " + FORMAT_VERSION + ", but was "
                    + version + "; use the nas that wrote this journal, or a newer one");
        }
        return new Header(
                instant(node, "started"),
                longInteger(node, "seed"),
                text(node, "strategy"),
                text(node, "engine"),
                AimJson.read(node.required("aim")),
                data(node.required("data")),
                convert(node.required("provenance"), Provenance.class),
                convert(node.required("origin"), Origin.class),
                node.required("settings").toString(),
                Streams.stream(node.path(RANGE_TESTS)).map(RateCurveJson::read).toList());
    }

    /** Only what is not usual is written, so that a journal says what those before it said. */
    private static ObjectNode data(DataSummary data) {
        ObjectNode node = JSON.valueToTree(data);
        if (!data.folding().isFolded()) {
            node.remove(FOLDS);
        }
        for (String trait : ROW_TRAITS) {
            if (!node.path(trait).asBoolean()) {
                node.remove(trait);
            }
        }
        if (data.blocks() == DataSummary.MOST_BLOCKS) {
            node.remove(BLOCKS);
        }
        if (data.targets().isEmpty()) {
            node.remove(TARGETS);
        }
        return data.isUsual() ? node.without(List.of(LEADING, LEADING_REASON)) : node;
    }

    private static DataSummary data(JsonNode node) {
        ObjectNode complete = JSON.createObjectNode().put(BLOCKS, DataSummary.MOST_BLOCKS);
        complete.putArray(TARGETS);
        String task = node.path("task").asText();
        complete.put(
                LEADING,
                DataSummary.usualMetric(task, node.path("outputs").asInt()).key());
        node.properties().forEach(field -> complete.set(field.getKey(), field.getValue()));
        return convert(complete, DataSummary.class);
    }

    static void write(Resumed resumed, ObjectNode node) {
        node.put("at", resumed.at().toString());
        node.put("generations", resumed.generations()).put("extension", resumed.isExtension());
        node.set("provenance", JSON.valueToTree(resumed.provenance()));
    }

    static Resumed readResumed(JsonNode node) {
        return new Resumed(
                instant(node, "at"),
                convert(node.required("provenance"), Provenance.class),
                integer(node, "generations"),
                flag(node, "extension"));
    }

    private static Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " must be an instant, but was '" + text + "'", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings must be JSON", e);
        }
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.readerFor(type).readValue(node);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }
}
