package nas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A journal under the knife. Knows by itself how the checksums of its lines follow from each other. */
final class JournalEdit {
    private static final int DIGITS = 32;
    private static final String FIELD = ",\"checksum\":\"";
    private static final int SUFFIX = FIELD.length() + DIGITS + "\"}".length();

    private final Path file;

    JournalEdit(Path file) {
        this.file = file;
    }

    List<String> lines() {
        return TinyRun.read(file).lines().toList();
    }

    /** Returns the records without their checksums. */
    List<String> bodies() {
        return lines().stream()
                .map(line -> line.substring(0, line.length() - SUFFIX) + "}")
                .toList();
    }

    /** Leaves the first records and nothing after them. */
    void cutTo(int records) {
        writeLines(lines().subList(0, records));
    }

    /** Adds text after the last record. */
    void append(String text) {
        TinyRun.write(file, TinyRun.read(file) + text);
    }

    /** Replaces text in one line, counted from 1, and leaves its checksum as it is. */
    void damage(int number, String text, String replacement) {
        List<String> lines = new ArrayList<>(lines());
        lines.set(number - 1, lines.get(number - 1).replace(text, replacement));
        writeLines(lines);
    }

    /** Returns the first record. */
    ObjectNode header() {
        return TinyRun.json(bodies().get(0));
    }

    /** Changes the first record, and all checksums so that they fit. */
    void changeHeader(Consumer<ObjectNode> change) {
        changeRecord(1, change);
    }

    /** Changes one record, counted from 1, and all checksums so that they fit. */
    void changeRecord(int number, Consumer<ObjectNode> change) {
        List<String> bodies = new ArrayList<>(bodies());
        ObjectNode body = TinyRun.json(bodies.get(number - 1));
        change.accept(body);
        bodies.set(number - 1, body.toString());
        writeLines(chained(bodies));
    }

    /** Changes what the first record says that the run was computed with. */
    void changeProvenance(Consumer<ObjectNode> change) {
        changeHeader(header -> change.accept((ObjectNode) header.get("provenance")));
    }

    /** Returns the OpenBLAS core that the run was begun with. */
    String blasCore() {
        return header().get("provenance").get("blasCore").textValue();
    }

    private void writeLines(List<String> lines) {
        TinyRun.write(file, String.join("\n", lines) + "\n");
    }

    private static List<String> chained(List<String> bodies) {
        List<String> lines = new ArrayList<>();
        String checksum = "";
        for (String body : bodies) {
            String open = body.substring(0, body.length() - 1);
            checksum = Hashing.sha256()
                    .hashString(checksum + open, StandardCharsets.US_ASCII)
                    .toString()
                    .substring(0, DIGITS);
            lines.add(open + FIELD + checksum + "\"}");
        }
        return lines;
    }
}
