package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.Seeds;
import nas.run.SearchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A law: whatever keys and values stand in a file, and wherever, it is read or refused in lines that name places. */
class StructureMutationsTest {
    private static final int MUTANTS = 15;
    private static final int LONGEST_LINE = 600;
    private static final Path EVERYTHING = Path.of("..", "search-spaces", "everything.yaml");

    private static final List<String> VALUES = List.of(
            "1e999",
            "1e-999",
            "-0",
            "0",
            "-1",
            "NaN",
            ".nan",
            ".inf",
            "-.Inf",
            "null",
            "~",
            "''",
            "' '",
            "true",
            "yes",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "65536",
            "1e-320",
            "0x1F",
            "010",
            "1_000",
            "1:30",
            "2024-01-31",
            "50%",
            "1e5",
            "0,5",
            "1-3",
            "1..3",
            "a, b",
            "[]",
            "{}",
            "[[]]",
            "[~]",
            "[1, 1, x, '1', []]",
            "{min: 1, max: 65536}",
            "{min: 0, max: 1, scale: log}",
            "{min: 2, max: 1}",
            "{min: 1}",
            "{min: 1e-300, max: 1e300, scale: log, steps: 1000}",
            "{max: {min: 1, max: 2}, min: [1]}",
            "{a: {b: {c: d}}}",
            "{first: 4, rest: 8}",
            "{first: [8], rest: {min: 9, max: 10}}",
            "{shared: [relu]}",
            "{value: 1, norm: [1, 0]}",
            "{adam: 1, sgd: auto}",
            "{patience: [0, 1]}",
            "auto",
            "none",
            "nesterov",
            "funnel",
            "rectangle",
            "mse",
            "../../x",
            "/",
            "x.csv",
            "'a\u0000b'",
            "\"a\\0b\"",
            "\"a\\nb\"",
            "\u00E4\u4F60\uD83D\uDE00",
            "\"\\uD83D\"",
            "\u202E",
            "*a",
            "&a 1",
            "!!int 3",
            "!x",
            "|",
            ">",
            "- 1",
            "? 1",
            "@",
            "`",
            "%",
            "#",
            "\t",
            "]",
            "}",
            "'",
            "\"",
            "x".repeat(20_000),
            "'" + "x: ".repeat(5_000) + "'",
            "[".repeat(25) + "]".repeat(25),
            "{a: ".repeat(30),
            "[" + "[1], ".repeat(2_000) + "]",
            "[" + "1, ".repeat(5_000) + "2]");

    @TempDir
    private Path folder;

    static List<Path> spaces() throws IOException {
        return Stream.concat(Stream.of(EVERYTHING), Corpus.good().stream()).toList();
    }

    @BeforeEach
    void lay_out_the_tables() throws IOException {
        for (Path table : Corpus.tables()) {
            Files.copy(table, folder.resolve(table.getFileName()));
        }
    }

    @ParameterizedTest
    @MethodSource("spaces")
    @Timeout(60)
    void every_structure_is_read_or_refused_in_lines_with_places(Path space) throws IOException {
        Node.Mapping document = document(space);
        int mutants = space.equals(EVERYTHING) ? 20 * MUTANTS : MUTANTS;
        for (int i = 0; i < mutants; i++) {
            SplittableRandom random = new SplittableRandom(Seeds.derive(i, space.getFileName()));
            Draft draft = Draft.of(document);
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                change(draft, random);
            }
            String yaml = draft.yaml();
            readOrRefused(random.nextInt(4) == 0 ? withLinesChanged(yaml, random) : yaml);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"activation", "learning_rate", "epochs"})
    @Timeout(60)
    void huge_lists_are_refused(String key) throws IOException {
        String list = "[" + "1, ".repeat(160_000) + "1]"; // some keys stand in two sections
        Draft draft = Draft.of(document(EVERYTHING));
        draft.all().forEach(each -> each.keys().replaceAll(old -> old.isNamed(key) ? old.with(list) : old));
        assertThat(readOrRefused(draft.yaml())).isFalse();
    }

    private static Node.Mapping document(Path space) {
        return YamlTree.read(SourceText.read(space), new Problems());
    }

    /** Tells whether a text is read. */
    private boolean readOrRefused(String yaml) {
        new SpecFile(folder).write(yaml);
        try {
            SearchSpecReader reader = SearchSpecReader.ofFile(folder.resolve("x.yaml"), Overrides.NONE);
            assertThat(settings(reader).space().size()).isPositive();
            return true;
        } catch (InvalidInputException e) {
            long lines = yaml.lines().count() + 1;
            assertThat(e.lines()).isNotEmpty().allSatisfy(line -> assertAnswer(line, lines));
            return false;
        }
    }

    private static SearchSettings settings(SearchSpecReader reader) {
        SearchSpec spec = reader.spec();
        try {
            return spec.settings(SpecFile.IRIS);
        } catch (InvalidInputException e) {
            throw reader.located(e);
        }
    }

    private void assertAnswer(String line, long lines) {
        assertThat(line.replace(folder + "/", "").length()).isLessThan(LONGEST_LINE);
        assertThat(line).hasLineCount(1).containsPattern("^(.*/x\\.yaml:\\d+:\\d+: \\S|\\.\\.\\. and \\d+ more$)");
        if (!line.startsWith("... ")) {
            String place = line.substring(line.indexOf("x.yaml:") + "x.yaml:".length());
            assertThat(Long.parseLong(place.substring(0, place.indexOf(':')))).isBetween(1L, lines);
        }
    }

    /** Drops, repeats, moves or renames a key, swaps its value with that of another one, or makes it a hostile one. */
    private static void change(Draft draft, SplittableRandom random) {
        List<Draft.Key> from = any(draft, random);
        List<Draft.Key> to = any(draft, random);
        if (from.isEmpty()) {
            return;
        }
        int i = random.nextInt(from.size());
        Draft.Key key = from.get(i);
        switch (random.nextInt(7)) {
            case 0 -> from.remove(i);
            case 1 -> from.add(random.nextInt(from.size() + 1), key);
            case 2 -> move(from, i, to, random);
            case 3 -> from.set(i, key.named(SpaceKeys.name(pick(SpaceKeys.ALL, random))));
            case 4 -> swapValues(from, i, to, random);
            default -> from.set(i, key.with(pick(VALUES, random)));
        }
    }

    /** A section that is moved into itself is gone. */
    private static void move(List<Draft.Key> from, int i, List<Draft.Key> to, SplittableRandom random) {
        Draft.Key key = from.remove(i);
        to.add(random.nextInt(to.size() + 1), key.value() instanceof Draft ? key.with("{}") : key);
    }

    /** Sections are swapped with their neighbours only, so that none comes to stand in itself. */
    private static void swapValues(List<Draft.Key> from, int i, List<Draft.Key> others, SplittableRandom random) {
        List<Draft.Key> to = others.isEmpty() || from.get(i).value() instanceof Draft ? from : others;
        int j = random.nextInt(to.size());
        Object value = to.get(j).value();
        if (to == from || !(value instanceof Draft)) {
            to.set(j, to.get(j).with(from.get(i).value()));
            from.set(i, from.get(i).with(value));
        }
    }

    private static List<Draft.Key> any(Draft draft, SplittableRandom random) {
        return pick(draft.all(), random).keys();
    }

    /** Drops, repeats, swaps or indents a line. */
    private static String withLinesChanged(String yaml, SplittableRandom random) {
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        if (lines.isEmpty()) {
            return yaml;
        }
        int i = random.nextInt(lines.size());
        int j = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(i);
            case 1 -> lines.add(j, lines.get(i));
            case 2 -> Collections.swap(lines, i, j);
            default -> lines.set(i, " ".repeat(random.nextInt(4)) + lines.get(i).strip());
        }
        return String.join("\n", lines) + "\n";
    }

    private static <T> T pick(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
