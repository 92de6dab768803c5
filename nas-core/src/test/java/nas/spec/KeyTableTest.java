package nas.spec;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of keys says what the schema says. */
class KeyTableTest {
    private static final SpaceSchema SCHEMA = SpaceSchema.read();
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /**
     * A row of the table.
     *
     * @param usual what the second cell says
     * @param meaning what the third cell says
     */
    private record Row(String usual, String meaning) {
        static Row of(List<String> cells) {
            return new Row(cells.get(2), cells.get(3));
        }
    }

    /** Returns the keys that are no mappings of further keys only. */
    static List<SpaceSchema.Key> keys() {
        List<String> sections = SCHEMA.keys().stream()
                .filter(KeyTableTest::isSection)
                .map(SpaceSchema.Key::name)
                .toList();
        return SCHEMA.keys().stream()
                .filter(key -> !isSection(key))
                .filter(key -> key.path().size() == 1 || sections.contains(parent(key)))
                .toList();
    }

    @Test
    void every_key_has_its_place() {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        keys().stream().map(SpaceSchema.Key::name).toList());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void defaults_are_those_of_the_schema(SpaceSchema.Key key) {
        JsonNode usual = key.node().get("default");
        List<String> codes = codes(row(key).usual());
        if (usual == null) {
            assertThat(codes)
                    .as("a default that depends on nothing is in the schema")
                    .isEmpty();
        } else {
            assertThat(codes)
                    .singleElement()
                    .satisfies(code -> assertThat(json(code)).hasToString(usual.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void words_are_those_of_the_schema(SpaceSchema.Key key) {
        Row row = row(key);
        List<String> words = codes(row.usual() + row.meaning()).stream()
                .flatMap(code -> Splitter.onPattern("[^a-z0-9_-]+").splitToStream(code))
                .toList();
        assertThat(words).containsAll(words(key));
    }

    private static List<String> words(SpaceSchema.Key key) {
        return SCHEMA.forms(key.node()).stream()
                .flatMap(form -> form.path("enum").valueStream())
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean isSection(SpaceSchema.Key key) {
        List<JsonNode> forms = SCHEMA.forms(key.node());
        return forms.size() == 1 && forms.get(0).has("properties");
    }

    private static String parent(SpaceSchema.Key key) {
        return String.join(".", key.path().subList(0, key.path().size() - 1));
    }

    private static Row row(SpaceSchema.Key key) {
        return requireNonNull(rows().get(key.name()), key.name());
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : table()) {
            List<String> cells = Splitter.onPattern("(?<!\\\\)\\|").splitToList(line);
            codes(cells.get(1))
                    .forEach(key ->
                            assertThat(rows.put(key, Row.of(cells))).as(key).isNull());
        }
        return rows;
    }

    private static List<String> table() {
        try (Stream<String> lines = Files.lines(Path.of("..", "README.md"))) {
            List<String> table = new ArrayList<>();
            lines.dropWhile(line -> !line.equals("| key | default | what it says |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static JsonNode json(String value) {
        return Documents.json(YamlTree.value(new SourceText("README.md", value)));
    }
}
