package nas.spec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML document into nodes that know their places. Of Jackson's tokens only their kind, raw text and position
 * are used: it takes aliases as text, keeps the last of duplicate keys and reads {@code NO} as false. What a search
 * space has no use for (aliases, anchors, tags, several documents) is refused; duplicate keys are noted.
 */
final class YamlTree {
    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final int MAX_DEPTH = 20;
    private static final String ROOT_RULE =
            "a search space must be a mapping with keys such as data and space, but was ";

    private final SourceText source;
    private final int[] codePoints;
    private final YAMLParser parser;
    private final Problems duplicates;

    private YamlTree(SourceText source, YAMLParser parser, Problems duplicates) {
        this.source = source;
        this.duplicates = duplicates;
        this.codePoints = source.text().codePoints().toArray();
        this.parser = parser;
    }

    /**
     * Returns the mapping that a text is, with the first value of each key.
     *
     * @param duplicates where the keys go that stand there again
     * @throws InvalidInputException if the text is anything else, with its position
     */
    static Node.Mapping read(SourceText source, Problems duplicates) {
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            return new YamlTree(source, parser, duplicates).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the text lies in memory
        }
    }

    /**
     * Returns whatever a text is.
     *
     * @throws InvalidInputException if the text is no YAML or has a key twice, with its position
     */
    static Node value(SourceText source) {
        Problems duplicates = new Problems();
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            Node value = new YamlTree(source, parser, duplicates).root("must be a value, but was ");
            duplicates.throwFirst();
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the text lies in memory
        }
    }

    private Node root(String rule) {
        JsonToken first = next();
        if (first == null) {
            throw new Place.Position(source.file(), 1, 1).error(rule + "empty");
        }
        Node root = node(first, "", 1);
        if (next() != null) {
            throw place().error("a search space is one document, but a second one begins here");
        }
        return root;
    }

    private Node.Mapping document() {
        Node root = root(ROOT_RULE);
        Function<Node, Node.Mapping> refuse = other -> {
            throw other.place().error(ROOT_RULE + other.description());
        };
        return root.match(refuse::apply, refuse::apply, mapping -> mapping);
    }

    private Node node(JsonToken token, String path, int depth) {
        refuseProperties();
        if (depth > MAX_DEPTH && token.isStructStart()) {
            throw place().error("must not be nested deeper than " + MAX_DEPTH + " levels");
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, depth);
        }
        return token == JsonToken.START_ARRAY ? sequence(path, depth) : scalar(token);
    }

    private Node mapping(String path, int depth) {
        Place place = place();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            refuseProperties();
            Place keyPlace = place();
            String key = text();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            Node.Entry entry = new Node.Entry(keyPlace, node(following(), keyPath, depth + 1));
            Node.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                duplicates.add(duplicate(entry, earlier, keyPath));
            }
        }
        return new Node.Mapping(place, entries);
    }

    private Node sequence(String path, int depth) {
        Place place = place();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = following(); token != JsonToken.END_ARRAY; token = following()) {
            items.add(node(token, path, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node scalar(JsonToken token) {
        boolean isQuoted = token == JsonToken.VALUE_STRING && "\"'|>".indexOf(startCharacter()) >= 0;
        return new Node.Scalar(place(), text(), isQuoted);
    }

    private static Problem duplicate(Node.Entry entry, Node.Entry earlier, String path) {
        return new Problem(
                entry.place(),
                "duplicate key " + Excerpt.of(path) + ", first in line "
                        + earlier.place().line());
    }

    /** Jackson tells of these only here and there, but each one shows in the character that its node begins with. */
    private void refuseProperties() {
        int start = startCharacter();
        String what = switch (start) {
            case '*' -> "aliases";
            case '&' -> "anchors";
            case '!' -> "tags";
            default -> "";
        };
        if (!what.isEmpty()) {
            String mark = Character.toString(start);
            throw place().error(what + " (" + mark + ") are not supported; a text that begins with " + mark
                    + " needs quotes");
        }
    }

    private int startCharacter() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < codePoints.length ? codePoints[(int) offset] : ' ';
    }

    private JsonToken following() {
        JsonToken token = next();
        if (token == null) {
            throw place().error("not valid YAML: the text ends too early");
        }
        return token;
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InvalidInputException refusal(JsonProcessingException failure) {
        if (failure.getOriginalMessage().startsWith("Expected a field name")) {
            refuseProperties();
            return place().error("keys must be text");
        }
        return YamlSyntax.error(source.file(), failure);
    }

    private Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place.Position(source.file(), location.getLineNr(), location.getColumnNr());
    }
}
