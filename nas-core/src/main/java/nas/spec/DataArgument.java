package nas.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.DataDescription;
import nas.data.Quoted;
import nas.data.source.Datasets;
import nas.data.source.SourceLookup;

/**
 * Data that a command names in place of a search space.
 *
 * @param text a table, a folder with IDX files or a built-in name
 */
record DataArgument(String text) {
    private static final int HEAD_BYTES = 4_096;
    private static final Pattern SPACE = Pattern.compile(
            "\\A(?:\\s*(?:#.*)?\\R|---\\s*\\R)*(?:name|data|space|training|objective|search):(?:\\s|\\z)");

    /** @throws InvalidInputException if there is nothing of that name, or it is a search space */
    void check(Overrides overrides) {
        if (text.isBlank()) {
            throw new InvalidInputException("a search space or data must be named, but the name is empty");
        }
        boolean isFound = SourceLookup.builtInNames().contains(text)
                || overrides.dataPath().isPresent();
        if (!isFound && !Files.exists(Path.of(text))) {
            throw missing();
        }
        if (!isFound && isSpace(Path.of(text))) {
            String advice = SearchSpecReader.isSpace(text) ? "" : "; give it a name that ends in .yaml";
            throw new InvalidInputException(text + ": must be data, but looks like a search space" + advice);
        }
    }

    private InvalidInputException missing() {
        List<String> names = SourceLookup.builtInNames().asList();
        return new InvalidInputException(text + ": there is no such file, and no built-in data of that name ("
                + String.join(", ", names) + ")" + Suggestions.didYouMean(text, names));
    }

    private static boolean isSpace(Path file) {
        if (!Files.isRegularFile(file)
                || file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            String head = new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
            return SPACE.matcher(head.replace("\uFEFF", "")).find();
        } catch (IOException e) {
            return false; // whoever reads it says why it cannot be read
        }
    }

    /** Returns a search space that says nothing else. */
    Node.Mapping document() {
        Place place = new Place.Option(Excerpt.of(text));
        Node.Entry source = new Node.Entry(place, new Node.Scalar(place, text, true));
        Node.Entry data = new Node.Entry(place, new Node.Mapping(place, Map.of("source", source)));
        return new Node.Mapping(place, Map.of("data", data));
    }

    /** Returns what a space for these data is called. */
    String name() {
        return SpaceName.ofData(Path.of(text));
    }

    /** @throws InvalidInputException if a table is to be learnt and nobody says which of its columns to predict */
    static void checkTarget(DataDescription data) {
        boolean isTable = data.source().match(builtIn -> false, file -> true, folder -> false);
        if (isTable && data.target().columns().isEmpty()) {
            List<String> names = Datasets.columns(data);
            throw new InvalidInputException("--target must name the column to predict, one of " + Quoted.list(names)
                    + "; the last one is " + Quoted.text(names.get(names.size() - 1)));
        }
    }
}
