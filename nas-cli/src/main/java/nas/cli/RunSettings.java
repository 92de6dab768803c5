package nas.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Header;
import nas.journal.RunFolder;

/** The file in a run's folder that spells out its search space; the journal's header holds the same. */
final class RunSettings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFolder folder;
    private final Path file;
    private final String reference;

    /**
     * Finds the file.
     *
     * @param reference what to type for the run
     */
    RunSettings(RunFolder folder, String reference) {
        this.folder = folder;
        this.reference = reference;
        this.file = folder.path().resolve(RunFolder.SETTINGS_FILE);
    }

    /**
     * Returns the file, which is written anew if it is missing.
     *
     * @throws InvalidInputException if it says something else than the header
     */
    Path checked(Header header) {
        JsonNode begun = begun(header);
        if (!Files.exists(file)) {
            folder.write(RunFolder.SETTINGS_FILE, begun.toPrettyString() + "\n");
        } else if (!isEqual(begun)) {
            throw new InvalidInputException(file + ": differs from what this run began with; remove it to have it"
                    + " written again, or search the changed one as a new run, with --reuse " + reference);
        }
        return file;
    }

    private boolean isEqual(JsonNode begun) {
        try {
            return JSON.readTree(Files.readString(file)).equals(begun);
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode begun(Header header) {
        try {
            return JSON.readTree(header.settings());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header's settings are JSON", e);
        }
    }
}
