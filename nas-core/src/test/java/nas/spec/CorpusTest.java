package nas.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users are answered to the mistakes that they make, word by word. */
class CorpusTest {
    private static final int LONGEST = 300;
    private static final Pattern PLACED = Pattern.compile("([a-z0-9-]+\\.yaml):(\\d+):(\\d+): (.*)");

    /** About a file as a whole, or how many answers more there would be. */
    private static final Pattern UNPLACED =
            Pattern.compile("[a-z0-9-]+\\.yaml: must be a search space in YAML, but .*|\\.\\.\\. and \\d+ more");

    /** About what is not there, or told in other words. */
    private static final Pattern WORDLESS =
            Pattern.compile("^not valid YAML: | is required$|, but was (?:a list|a mapping|empty)$");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_./+<-][^\\s\\[\\]{},:\"'#]*");

    @TempDir
    private Path folder;

    static List<Path> good() throws IOException {
        return Corpus.good();
    }

    static List<Path> bad() throws IOException {
        return Corpus.bad();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void mistakes_are_answered(Path file) throws IOException {
        assertThat(answers(file)).isEqualTo(golden().get(name(file)));
    }

    @Test
    void every_answer_is_that_to_a_file() throws IOException {
        assertThat(golden().keySet())
                .containsExactlyElementsOf(bad().stream().map(CorpusTest::name).toList());
    }

    @Test
    void answers_name_a_place_and_are_not_long() throws IOException {
        assertThat(golden().values())
                .allSatisfy(answer -> assertThat(answer.length()).isLessThanOrEqualTo(LONGEST))
                .allMatch(answer -> PLACED.matcher(answer).matches()
                        || UNPLACED.matcher(answer).matches());
    }

    @Test
    void answers_quote_what_was_written() throws IOException {
        for (String answer : golden().values()) {
            Matcher parts = PLACED.matcher(answer);
            if (parts.matches() && !WORDLESS.matcher(parts.group(4)).find()) {
                assertThat(parts.group(4)).contains(wordAt(parts));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void files_without_mistakes_are_read(Path file) {
        assertThatCode(() -> Corpus.read(file)).doesNotThrowAnyException();
    }

    @Test
    void good_files_have_every_key_at_least_once() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path file : Corpus.good()) {
            collect("", YamlTree.read(SourceText.read(file), new Problems()), keys);
        }
        assertThat(keys).containsAll(SpaceKeys.ALL);
    }

    @Test
    void files_in_another_encoding_are_answered() {
        String yaml = "data: {source: iris}\n";
        assertAnswered(yaml.getBytes(StandardCharsets.UTF_16), "1:1: not valid YAML: malformed UTF-8");
        assertAnswered(yaml.getBytes(StandardCharsets.UTF_16LE), "1:2: not valid YAML: character U+0000");
        assertAnswered(
                (yaml + "name: \u00E4\n").getBytes(StandardCharsets.ISO_8859_1),
                "2:7: not valid YAML: malformed UTF-8");
    }

    @Test
    void huge_files_are_answered() {
        String keys = IntStream.range(100_000, 185_000)
                .mapToObj(i -> "k" + i + ": 1\n")
                .collect(joining());
        assertAnswered(
                keys.getBytes(StandardCharsets.UTF_8),
                "1:1: unknown key k100000 (allowed: name, data, space, training, objective, search, finalists, start)");
        assertAnswered(
                "# ".repeat(600_000).getBytes(StandardCharsets.UTF_8),
                " must be a search space of at most 1 MB, but is larger");
        assertAnswered(
                ("data: {source: iris}\nspace: {units: [" + "1, ".repeat(300_000) + "1]}\n")
                        .getBytes(StandardCharsets.UTF_8),
                "2:20: space.units has 1 twice");
    }

    private void assertAnswered(byte[] bytes, String answer) {
        assertThat(new SpecFile(folder).refusal(bytes, Overrides.NONE).lines().findFirst())
                .contains("x.yaml:" + answer);
    }

    private static List<String> answers(Path file) {
        InvalidInputException error = catchThrowableOfType(InvalidInputException.class, () -> Corpus.read(file));
        assertThat(error).as("%s must be refused", file).isNotNull();
        Path parent = file.toAbsolutePath().getParent();
        return error.lines().stream()
                .map(line -> line.replace(parent + "/", "").replace(file.getParent() + "/", ""))
                .toList();
    }

    private static ListMultimap<String, String> golden() throws IOException {
        ListMultimap<String, String> answers = LinkedListMultimap.create();
        String file = "";
        for (String line : Files.readAllLines(Corpus.answers())) {
            file = line.startsWith("... ") ? file : line.substring(0, line.indexOf(':'));
            answers.put(file, line);
        }
        return answers;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Returns the word that stands at the place of an answer, or an empty text where a bracket or a quote does. */
    private static String wordAt(Matcher answer) throws IOException {
        List<String> lines = Files.readAllLines(Corpus.answers().resolveSibling(answer.group(1)));
        String line = lines.get(Integer.parseInt(answer.group(2)) - 1);
        Matcher word = WORD.matcher(line.substring(Integer.parseInt(answer.group(3)) - 1));
        return word.lookingAt() ? word.group() : "";
    }

    private static void collect(String path, Node node, Set<String> keys) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                String full = path.isEmpty() ? key : path + "." + key;
                keys.add(full);
                collect(full, entry.value(), keys);
            });
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> collect(path, item, keys));
        }
    }
}
