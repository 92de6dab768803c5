package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nas.data.Dataset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables, written in every way that is understood, are one data set. */
class TableLawsTest {
    private static final List<String> WORDS = List.of(
            "plain",
            "with, comma",
            "semi;colon",
            "tab\there",
            "a \"quoted\" word",
            "line\nbreak",
            "Größe",
            "it's",
            "a|b");

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void way_of_writing_does_not_matter(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> rows = rows(random);
        String expected = load(write(rows, ',', "\n", false).getBytes(StandardCharsets.UTF_8))
                .fingerprint();
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            for (String end : new String[] {"\n", "\r\n"}) {
                String text = write(rows, delimiter, end, true);
                String marked = random.nextBoolean() ? "\ufeff" + text : text;
                byte[] bytes = marked.getBytes(StandardCharsets.UTF_8);
                Dataset data = load(random.nextBoolean() ? compressed(bytes) : bytes);
                assertThat(data.fingerprint()).as("delimiter %s", delimiter).isEqualTo(expected);
            }
        }
    }

    private static List<List<String>> rows(SplittableRandom random) {
        int count = random.nextInt(30, 120);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("number", "a, name; with | all", "word", "flag", "target"));
        for (int row = 0; row < count; row++) {
            rows.add(List.of(
                    random.nextInt(8) == 0 ? "" : "" + (random.nextInt(2_000) - 1_000) / 8.0,
                    "" + random.nextInt(1_000_000) * 1e-3,
                    random.nextInt(9) == 0 ? "?" : WORDS.get(random.nextInt(WORDS.size())),
                    random.nextBoolean() ? "yes" : "no",
                    "class " + row % 3));
        }
        return rows;
    }

    private static String write(List<List<String>> rows, char delimiter, String end, boolean isAllQuoted) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean isQuoted = isAllQuoted || !cell.matches("[\\w. -]*");
                text.append(i == 0 ? "" : delimiter).append(isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(end);
        }
        return text.toString();
    }

    private Dataset load(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        var description = Tables.predicting("target");
        return TableLoader.load("t", TableReader.read(TextSource.of(file), Optional.empty(), description), description)
                .data();
    }

    private static byte[] compressed(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
