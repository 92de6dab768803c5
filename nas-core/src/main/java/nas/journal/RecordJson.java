package nas.journal;

import static nas.journal.JsonFields.constant;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.sharedText;
import static nas.journal.JsonFields.sharedTexts;
import static nas.journal.JsonFields.text;
import static nas.journal.JsonFields.textOrNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TimeUp;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;

/** Journal records as JSON objects. Fields that are not known are ignored. */
final class RecordJson {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .build())
            .build();
    private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final String ASKED = "asked";
    private static final String TIME_UP = "timeUp";
    private static final String DESCENT_TIME_UP = "descentTimeUp";

    private RecordJson() {}

    /**
     * A record with when it was written.
     *
     * @param elapsedSeconds time since the process that wrote it took up the run
     * @param content the record
     */
    record Entry(double elapsedSeconds, JournalRecord content) {}

    /** Says that a journal was written by another version of this program, whose records mean something else. */
    static final class UnknownFormatException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownFormatException(String message) {
            super(message);
        }
    }

    /** Returns an object in one line. */
    static String write(long sequence, Entry entry) {
        ObjectNode node = JSON.createObjectNode().put("sequence", sequence).put("elapsed", entry.elapsedSeconds());
        JournalRecord content = entry.content();
        if (content instanceof Header header) {
            HeaderJson.write(header, node.put("type", "header"));
        } else if (content instanceof TrialEnded ended) {
            TrialJson.write(ended, node.put("type", "trial"));
        } else if (content instanceof GenerationEnded ended) {
            write(ended, node.put("type", "generation"));
        } else if (content instanceof TimeUp up) {
            node.put("type", TIME_UP).put("generation", up.generation());
        } else if (content instanceof DescentTimeUp up) {
            node.put("type", DESCENT_TIME_UP).put("question", up.question());
        } else if (content instanceof Concluded concluded) {
            ConcludedJson.write(concluded, node.put("type", "conclusion"));
        } else if (content instanceof WinnerChosen chosen) {
            node.put("type", "winner").put("key", chosen.key());
            node.put("generation", chosen.generation())
                    .put("stop", chosen.stop().word());
        } else if (content instanceof Resumed resumed) {
            HeaderJson.write(resumed, node.put("type", "resume"));
        } else if (content instanceof RunEnded ended) {
            write(ended, node.put("type", "end"));
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
     * Reads an object.
     *
     * @throws IllegalArgumentException if it is not a record of this format with the sequence number expected
     */
    static Entry read(long sequence, byte[] line) {
        JsonNode node = parse(line);
        long found = longInteger(node, "sequence");
        if (found != sequence) {
            throw new IllegalArgumentException("sequence must be " + sequence + ", but was " + found);
        }
        return new Entry(number(node, "elapsed"), content(node));
    }

    private static JournalRecord content(JsonNode node) {
        String type = text(node, "type");
        return switch (type) {
            case "header" -> HeaderJson.readHeader(node);
            case "trial" -> TrialJson.read(node);
            case "generation" -> generation(node);
            case TIME_UP -> new TimeUp(integer(node, "generation"));
            case DESCENT_TIME_UP -> new DescentTimeUp(integer(node, "question"));
            case "conclusion" -> ConcludedJson.read(node);
            case "winner" ->
                new WinnerChosen(
                        textOrNull(node, "key"), integer(node, "generation"), constant(Stop.class, node, "stop"));
            case "resume" -> HeaderJson.readResumed(node);
            case "end" ->
                new RunEnded(
                        text(node, "failure"),
                        number(node, "searchSeconds"),
                        number(node, "finalSeconds"),
                        AskedJson.read(node.path(ASKED)));
            default ->
                throw new UnknownFormatException("unknown record type '" + type + "'; a newer nas may have written it");
        };
    }

    private static JsonNode parse(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static void write(GenerationEnded generation, ObjectNode node) {
        node.put("number", generation.number()).put("duplicates", generation.duplicates());
        ArrayNode bred = node.putArray("bred");
        for (Bred each : generation.bred()) {
            ObjectNode member = bred.addObject().put("key", each.key());
            ArrayNode parents = member.putArray("parents");
            each.parents().forEach(parents::add);
            ArrayNode operators = member.putArray("operators");
            each.operators().forEach(operators::add);
        }
        writeAsked(generation.asked(), node);
    }

    private static void write(RunEnded ended, ObjectNode node) {
        node.put("failure", ended.failure());
        node.put("searchSeconds", ended.searchSeconds()).put("finalSeconds", ended.finalSeconds());
        writeAsked(ended.asked(), node);
    }

    private static void writeAsked(List<Asked> asked, ObjectNode node) {
        if (!asked.isEmpty()) {
            AskedJson.write(asked, node.putArray(ASKED));
        }
    }

    private static GenerationEnded generation(JsonNode node) {
        List<Bred> bred = new ArrayList<>();
        for (JsonNode member : node.required("bred")) {
            bred.add(new Bred(
                    sharedText(member, "key"), sharedTexts(member, "parents"), sharedTexts(member, "operators")));
        }
        return new GenerationEnded(
                integer(node, "number"), bred, integer(node, "duplicates"), AskedJson.read(node.path(ASKED)));
    }
}
