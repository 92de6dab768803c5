package nas.spec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors and the parser know the same keys and the same words, and judge files alike. */
class SpaceSchemaTest {
    private static final SpaceSchema SCHEMA = SpaceSchema.read();
    private static final Pattern ALLOWED = Pattern.compile("unknown key ([^ ]*)zzz \\(allowed: ([^)]*)\\)");
    private static final Pattern WORDS = Pattern.compile("one of ([^;]*), but was");

    /** Values of all kinds, right for some keys and wrong for others. */
    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "1",
            "2",
            "3.5",
            "0.5",
            "1.5",
            "-0.5",
            "1e-3",
            "16",
            "17",
            "10_000",
            "10001",
            "65536",
            "65537",
            "1000000",
            "1000001",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "auto",
            "none",
            "relu",
            "adam",
            "nesterov",
            "funnel",
            "log",
            "regression",
            "cosine",
            "mse",
            "alpha",
            "he_normal",
            "balanced",
            "official",
            "ignore",
            "evolution",
            "zzz",
            "two words",
            "true",
            "false",
            "yes",
            "~",
            "''",
            "' '",
            "\"1\"",
            "\"true\"",
            "2%",
            "0%",
            "0.0%",
            ".5%",
            "x%",
            "99.9%",
            "100%",
            "-1%",
            "';'",
            "';;'",
            "[]",
            "[1]",
            "[2, 1]",
            "[1, 1]",
            "[0.1, 0.2]",
            "[0.1, x]",
            "[1, [2]]",
            "[relu, tanh]",
            "[adam, sgd]",
            "[auto]",
            "[true, false]",
            "[none]",
            "[none, {value: 1}]",
            "[10%, 20%]",
            "{}",
            "{min: 1, max: 2}",
            "{min: 0.1, max: 0.2}",
            "{min: 0, max: 1, scale: log}",
            "{min: 1, max: 2, steps: 1}",
            "{min: 1, max: 9, steps: 1001}",
            "{min: 0.1, max: 0.2, scale: cubic}",
            "{min: 1}",
            "{max: 1}",
            "{min: 1, max: 2, step: 1}",
            "{zzz: 1}",
            "{first: 1, rest: [1, 2]}",
            "{first: 1}",
            "{shared: relu}",
            "{shared: [relu, elu]}",
            "{shared: []}",
            "{patience: 3}",
            "{patience: [0, 3]}",
            "{patience: -1}",
            "{value: 1}",
            "{norm: [1, 2], value: 1}",
            "{value: 0}",
            "{adam: 0.1}",
            "{adam: {min: 0.1, max: 0.2}}",
            "{adam: 0}",
            "{epochs: [3]}",
            "{within: 2%}",
            "{per_decade: 2%}",
            "{validation: 20%, folds: 2}",
            "{validation: auto, folds: 2}",
            "{column: x, map: {a: b}}",
            "{column: x, columns: [y]}",
            "{columns: [x, y]}",
            "{column: ''}",
            "{values: [], indicator: true}",
            "{values: x, indicator: yes}",
            "one-standard-error",
            "rules-of-thumb",
            "1/2",
            "\"1/2\"",
            "0/2",
            "1/2/3",
            "100 %",
            "101%",
            "1_0_0.0%",
            "[1/2, 1/3]",
            "[1, 3, 9]",
            "[3, 3]",
            "[50%, 0.5, 1/2]",
            "{within: one-standard-error}",
            "{within: 2%, reach: {accuracy: 0.9}}",
            "{reach: {rmse: 3.5}}",
            "{accuracy: 0.9}",
            "{accuracy: 0.9, r2: 0.5}",
            "{balancedAccuracy: 97.6%}",
            "[rules-of-thumb]",
            "[rules-of-thumb, rules-of-thumb]",
            "[[]]",
            "[[], rules-of-thumb, [{units: 4}, {units: 8, activation: relu, dropout: 10%}]]",
            "[[{units: 4}], [{units: 4}]]",
            "[[{activation: relu}]]",
            "[[{units: 0}]]",
            "[[{units: 4, neurons: 4}]]",
            "[{units: 4}]",
            "{insert: 0.5, recipe: 100%}",
            "{epochs: [1, 3], keep: 1/2}",
            "{count: 8, blocks: 5, epochs: 30}",
            "{x: numeric}",
            "{x: text}",
            "{yes: 2.5}",
            "{yes: 0}",
            "{yes: ~}");

    /** What a schema cannot know: what lies on the disk, and what two values are to each other. */
    private static final Pattern BEYOND_SCHEMAS =
            Pattern.compile("data\\.source (?!must be text)|data\\.test must be left out"
                    + "|is an empty range: min|too close together|must name the optimizers of|must ascend");

    @TempDir
    private Path folder;

    static List<SpaceSchema.Section> sections() {
        return SCHEMA.sections();
    }

    static List<SpaceSchema.Key> keys() {
        return SCHEMA.keys();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    static List<Path> good() throws IOException {
        return Corpus.good();
    }

    static List<Path> bad() throws IOException {
        return Corpus.bad();
    }

    static List<Path> examples() throws IOException {
        return Examples.files();
    }

    @Test
    void the_schema_is_one() {
        assertThat(SCHEMA.ownComplaints()).isEmpty();
        assertThat(keys()).hasSizeGreaterThan(80);
    }

    /** An unknown key is answered with all that are allowed. */
    @ParameterizedTest
    @MethodSource("sections")
    void both_know_the_same_keys(SpaceSchema.Section section) {
        String known = section.keys().get(0);
        String sample = Documents.sample(
                known, SCHEMA.forms(section.node().get("properties").get(known)).get(0));
        Map<List<String>, String> around = new LinkedHashMap<>(section.around());
        if (!section.path().isEmpty()) {
            around.put(Documents.below(section.path(), known), sample);
        }
        String document = Documents.with(around, Documents.below(section.path(), "zzz"), Optional.of("1"));
        assertThat(SCHEMA.complaints(json(document))).isNotEmpty();
        List<List<String>> allowed = refusals(document).stream()
                .map(ALLOWED::matcher)
                .filter(Matcher::find)
                .map(matcher -> Splitter.on(", ").splitToList(matcher.group(2)))
                .toList();
        assertThat(allowed).containsExactly(section.keys());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void both_know_the_same_words(SpaceSchema.Key key) {
        List<String> words = SCHEMA.forms(key.node()).stream()
                .filter(form -> form.has("enum"))
                .flatMap(form -> form.get("enum").valueStream())
                .map(JsonNode::asText)
                .toList();
        boolean isAnyText = SCHEMA.forms(key.node()).stream()
                .anyMatch(form -> form.path("type").toString().contains("string"));
        if (words.isEmpty() || isAnyText) {
            return;
        }
        String refusal = refusals(key.document("zzz")).get(0);
        assertThat(refusal).contains(words);
        Matcher list = WORDS.matcher(refusal);
        if (list.find()) {
            assertThat(Splitter.on(", ").splitToList(list.group(1))).containsExactlyInAnyOrderElementsOf(words);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void both_judge_values_alike(SpaceSchema.Key key) {
        List<String> differences = new ArrayList<>();
        for (String value : VALUES) {
            String document = key.document(value);
            List<String> refusals = refusals(document);
            List<String> complaints = SCHEMA.complaints(json(document));
            boolean isBeyond = !refusals.isEmpty()
                    && refusals.stream()
                            .allMatch(line -> BEYOND_SCHEMAS.matcher(line).find());
            if (refusals.isEmpty() != complaints.isEmpty() && !isBeyond) {
                differences.add(document + "\n  parser: " + refusals + "\n  schema: " + complaints);
            }
        }
        assertThat(differences).isEmpty();
    }

    static List<SpaceSchema.Key> keysWithDefault() {
        return keys().stream().filter(key -> key.node().has("default")).toList();
    }

    @ParameterizedTest
    @MethodSource("keysWithDefault")
    void a_default_is_what_is_taken_where_nothing_is_said(SpaceSchema.Key key) {
        JsonNode usual = key.node().get("default");
        String yaml = usual.isTextual() ? usual.textValue() : usual.toString();
        SearchSpec said = new SpecFile(folder).read(key.document(yaml));
        SearchSpec unsaid = new SpecFile(folder).read(key.documentWithout());
        assertThat(said.data()).isEqualTo(unsaid.data());
        assertThat(said.settings(SpecFile.IRIS)).isEqualTo(unsaid.settings(SpecFile.IRIS));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_nas_writes_is_valid(long seed) throws IOException {
        SearchSpec spec = new RandomSpecs(seed, Files.createFile(folder.resolve("table.csv"))).next();
        String settings = SpecJson.write(spec, spec.settings(SpecFile.IRIS));
        assertThat(SCHEMA.complaints(new ObjectMapper().readTree(settings))).isEmpty();
        assertThat(SCHEMA.complaints(json(ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_are_valid_and_name_the_schema(Path example) throws IOException {
        String text = Files.readString(example);
        assertThat(SCHEMA.complaints(json(text))).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=search-space.schema.json\n");
    }

    @Test
    void the_parser_tells_of_all_keys_but_those_of_ranges_and_of_rates() {
        assertThat(SpaceKeys.ALL)
                .containsExactlyElementsOf(keysInOrder("", SCHEMA.keys())
                        .filter(key -> !key.matches(".*\\.(min|max|scale|steps)|training\\.learning_rate\\..*"))
                        .distinct()
                        .toList());
    }

    /** Each section is followed by its own keys. */
    private static Stream<String> keysInOrder(String parent, List<SpaceSchema.Key> keys) {
        return keys.stream()
                .map(SpaceSchema.Key::name)
                .filter(name -> parent(name).equals(parent))
                .distinct()
                .flatMap(name -> Stream.concat(Stream.of(name), keysInOrder(name, keys)));
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    @ParameterizedTest
    @MethodSource("good")
    void files_without_mistakes_are_valid(Path file) throws IOException {
        assertThat(SCHEMA.complaints(json(Files.readString(file)))).isEmpty();
    }

    /** What two values are to each other, what lies on the disk, quotes, and YAML itself are known to the parser only. */
    @ParameterizedTest
    @MethodSource("bad")
    void files_with_mistakes_are_not(Path file) throws IOException {
        boolean isBeyondSchemas = Files.readString(file, ISO_8859_1).startsWith("# only the parser knows");
        boolean isRefused = document(file)
                .filter(document -> !SCHEMA.complaints(document).isEmpty())
                .isPresent();
        assertThat(isRefused).isEqualTo(!isBeyondSchemas);
    }

    /** Returns what a file holds, if it is YAML. */
    private static Optional<JsonNode> document(Path file) throws IOException {
        if (Files.readAllLines(file, ISO_8859_1).stream().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return Optional.of(NullNode.instance);
        }
        return node(() -> YamlTree.read(SourceText.read(file), new Problems()))
                .or(() -> node(() -> YamlTree.value(SourceText.read(file))))
                .map(Documents::json);
    }

    private static Optional<Node> node(Supplier<Node> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private List<String> refusals(String document) {
        try {
            new SpecFile(folder).read(document);
            return List.of();
        } catch (InvalidInputException e) {
            return e.lines();
        }
    }

    private static JsonNode json(String document) {
        return Documents.json(YamlTree.read(new SourceText("x.yaml", document), new Problems()));
    }
}
