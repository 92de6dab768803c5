package nas.spec;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON Schema that editors check search spaces with. */
final class SpaceSchema {
    static final Path FILE = Path.of("..", "search-spaces", "search-space.schema.json");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final Schema schema;

    private SpaceSchema(JsonNode root) {
        this.root = root;
        this.schema = REGISTRY.getSchema(root);
    }

    static SpaceSchema read() {
        try {
            return new SpaceSchema(new ObjectMapper().readTree(FILE.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is wrong with a document, nothing if it is valid. */
    List<String> complaints(JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    /** Returns what is wrong with the schema itself. */
    List<String> ownComplaints() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        return meta.validate(root).stream().map(Object::toString).toList();
    }

    /**
     * A mapping with fixed keys somewhere in a document.
     *
     * @param path the keys that lead to it
     * @param around values that stand beside those keys because they are required, by their own paths
     * @param node the schema's object
     */
    record Section(List<String> path, Map<List<String>, String> around, JsonNode node) {
        List<String> keys() {
            return node.get("properties")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .collect(toList());
        }
    }

    /**
     * One key of a section.
     *
     * @param path the keys that lead to it, itself the last
     * @param around what stands beside those keys because it is required
     * @param node the schema of its value
     */
    record Key(List<String> path, Map<List<String>, String> around, JsonNode node) {
        String name() {
            return String.join(".", path);
        }

        /** Returns a document in which a value, written as YAML, stands for this key. */
        String document(String value) {
            return Documents.with(around, path, Optional.of(value));
        }

        /** Returns the same document without this key. */
        String documentWithout() {
            return Documents.with(around, path, Optional.empty());
        }
    }

    /** Returns all sections, those that are one of several forms of a value among them. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        collect(new Section(List.of(), Map.of(), root), sections);
        return sections;
    }

    /** Returns all keys of all sections. */
    List<Key> keys() {
        return sections().stream().flatMap(this::keys).toList();
    }

    /** Returns the forms that a value may have, references resolved. */
    List<JsonNode> forms(JsonNode node) {
        JsonNode resolved = resolved(node);
        JsonNode several = resolved.get("anyOf");
        return several == null
                ? List.of(resolved)
                : several.valueStream().flatMap(form -> forms(form).stream()).toList();
    }

    private Stream<Key> keys(Section section) {
        return section.node()
                .get("properties")
                .propertyStream()
                .map(entry -> new Key(
                        Documents.below(section.path(), entry.getKey()),
                        around(section, entry.getKey()),
                        entry.getValue()));
    }

    private void collect(Section section, List<Section> sections) {
        sections.add(section);
        keys(section)
                .flatMap(key -> forms(key.node()).stream()
                        .filter(form -> form.has("properties"))
                        .map(form -> new Section(key.path(), key.around(), form)))
                .forEach(below -> collect(below, sections));
    }

    private Map<List<String>, String> around(Section section, String key) {
        Map<List<String>, String> around = new LinkedHashMap<>(section.around());
        JsonNode required = section.node().path("required");
        required.valueStream()
                .map(JsonNode::textValue)
                .filter(other -> !other.equals(key))
                .forEach(other -> around.put(
                        Documents.below(section.path(), other),
                        Documents.sample(
                                other,
                                forms(section.node().get("properties").get(other))
                                        .get(0))));
        return around;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : root.at(reference.textValue().substring(1));
    }
}
