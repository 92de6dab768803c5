package nas.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.primitives.Floats;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.TargetEncoding;
import nas.export.ExportFixtures;
import nas.export.ExportFixtures.Trained;
import nas.export.SampleRows;
import nas.export.Winner;
import nas.train.TrainedNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Python files of all kinds of winners say, run by Python. */
class PytorchPredictionTest {
    private static final double BOUND = 1e-5;

    private static final char QUOTE = '"';

    @TempDir
    static Path folder;

    private static final Map<String, TorchPython.Done> DONE = new LinkedHashMap<>();

    static List<Trained> all() {
        return ExportFixtures.all();
    }

    static Stream<Trained> tables() {
        return ExportFixtures.tables();
    }

    /** Everything is run in one process. */
    @BeforeAll
    static void run() throws IOException {
        assumeTrue(TorchPython.torch().isPresent(), TorchPython.LACKING);
        Map<String, TorchPython.Job> jobs = new LinkedHashMap<>();
        for (Trained trained : all()) {
            new PytorchExporter().write(trained.winner(), script(trained.name()));
            jobs.put(trained.name(), job(trained.name(), input(trained)));
        }
        Path use = TorchPython.script(folder, "use_module.py");
        for (Trained trained : tables().toList()) {
            Path sample = Files.writeString(
                    folder.resolve(trained.name() + "-sample.csv"), sample(trained.winner(), QUOTE, ','));
            for (Path table : List.of(input(trained), sample)) {
                List<String> command =
                        List.of(use.toString(), script(trained.name()).toString(), table.toString(), table + ".inputs");
                jobs.put("use " + table.getFileName(), new TorchPython.Job(command, use));
            }
        }
        addOtherInputs(jobs);
        List<TorchPython.Done> done = TorchPython.runAll(folder, List.copyOf(jobs.values()));
        int at = 0;
        for (String name : jobs.keySet()) {
            DONE.put(name, done.get(at++));
        }
    }

    private static void addOtherInputs(Map<String, TorchPython.Job> jobs) throws IOException {
        Path table = folder.resolve("linear.csv");
        String text = Files.readString(table);
        String withMark = "\ufeff" + text.replace("\n", "\r\n\r\n");
        jobs.put("linear by input", new TorchPython.Job(List.of(script("linear").toString(), "--quote=\""), table));
        jobs.put("byte order mark", job("linear", write("bom.csv", withMark.getBytes(StandardCharsets.UTF_8))));
        jobs.put("gzip", job("linear", write("table.csv.gz", gzip(Files.readAllBytes(table)))));
        String sample = sample(ExportFixtures.named("linear").winner(), '"', ';');
        List<String> semicolons = List.of(
                script("linear").toString(), write("semicolons.csv", sample).toString(), "--delimiter=;");
        jobs.put("semicolons", new TorchPython.Job(semicolons, table));
        jobs.put("empty", job("linear", write("empty.csv", "")));
        jobs.put("other columns", job("linear", write("other.csv", text.replaceFirst("2nd,year", "3rd,\"x\ny\""))));
        jobs.put("bad number", job("linear", write("bad.csv", text.replaceFirst("\n[^,]*,", "\n\"1\nx\","))));
        jobs.put("infinity", job("linear", write("infinity.csv", text.replaceFirst("\n[^,]*,", "\n1e999,"))));
        jobs.put("short row", job("linear", write("short.csv", text + "1,2\n")));
        jobs.put("open quote", job("linear", write("quote.csv", text + "\"1,2\n")));
        jobs.put("no text", job("linear", write("no-text.csv", new byte[] {'a', (byte) 0xff})));
        jobs.put("no file", job("linear", folder.resolve("none.csv")));
        byte[] images = Files.readAllBytes(folder.resolve("images.idx"));
        jobs.put("images by gzip", job("images", write("images.gz", gzip(images))));
        jobs.put("images by input", new TorchPython.Job(List.of(script("images").toString()), write("i.idx", images)));
        jobs.put("cut images", job("images", write("cut.idx", Arrays.copyOf(images, 100))));
        jobs.put("no images", job("images", table));
    }

    private static TorchPython.Job job(String name, Path input) {
        List<String> command = new ArrayList<>(List.of(script(name).toString(), input.toString()));
        if (!name.equals("images")) {
            command.addAll(List.of("--quote", String.valueOf(QUOTE)));
        }
        return new TorchPython.Job(command, script(name));
    }

    private static Path script(String name) {
        return folder.resolve("winner_" + name.replace('-', '_') + ".py");
    }

    private static Path input(Trained trained) throws IOException {
        return trained.table().isEmpty()
                ? write("images.idx", images(trained.winner()))
                : write(trained.name() + ".csv", trained.table());
    }

    private static Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] images(Winner winner) {
        InputEncoding.Pixels pixels =
                (InputEncoding.Pixels) winner.preprocessing().inputs();
        ByteBuffer bytes = ByteBuffer.allocate(16 + SampleRows.rows() * pixels.count());
        bytes.putInt(0x803).putInt(SampleRows.rows()).putInt(2).putInt(pixels.count() / 2);
        SampleRows.images(pixels).forEach(bytes::put);
        return bytes.array();
    }

    private static String sample(Winner winner, char quote, char delimiter) throws IOException {
        InputEncoding.Columns columns =
                (InputEncoding.Columns) winner.preprocessing().inputs();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .quoteCharacter(quote)
                .fieldSeparator(delimiter)
                .build(text)) {
            csv.writeRecord(
                    columns.columns().stream().map(ColumnEncoding::column).toList());
            for (List<@Nullable String> row : SampleRows.cells(columns)) {
                csv.writeRecord(
                        row.stream().map(cell -> cell == null ? "?" : cell).toList());
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("all")
    void python_says_what_the_network_says(Trained trained) throws IOException {
        List<List<String>> lines = predicted(trained.name());
        int width = lines.get(0).size();
        float[] said = said(trained);
        int outputs = trained.winner().ends().outputs();
        assertThat(lines).hasSize(said.length / outputs + 1);
        double largest = 0;
        for (int i = 0; i < said.length; i++) {
            String cell = lines.get(i / outputs + 1).get(width - outputs + i % outputs);
            largest = Math.max(largest, Math.abs(said[i] - standardised(trained, cell, i % outputs)));
        }
        System.out.printf("%s in PyTorch: largest difference %.2g%n", trained, largest);
        assertThat(largest).isLessThanOrEqualTo(BOUND);
    }

    private static double standardised(Trained trained, String cell, int output) {
        double value = Double.parseDouble(cell);
        return trained.winner().preprocessing().target().match(classes -> value, values -> {
            TargetEncoding.Output found = values.outputs().get(output);
            return (value - found.standardisation().mean())
                    / found.standardisation().deviation();
        });
    }

    private static float[] said(Trained trained) {
        Winner winner = trained.winner();
        try (TrainedNetwork network = winner.network()) {
            return trained.table().isEmpty()
                    ? network.outputs(SampleRows.inputs(winner.preprocessing()), SampleRows.rows())
                    : network.outputs(features(trained), trained.data().rows());
        }
    }

    private static float[] features(Trained trained) {
        return Floats.concat(IntStream.range(0, trained.data().rows())
                .mapToObj(row -> trained.data().features().row(row))
                .toArray(float[][]::new));
    }

    /** Of classes; numbers are all that others have. */
    @ParameterizedTest
    @MethodSource("all")
    void rows_stay_as_they_are_and_names_come_out_exactly(Trained trained) throws IOException {
        List<List<String>> lines = predicted(trained.name());
        List<List<String>> given = trained.table().isEmpty()
                ? Stream.concat(
                                Stream.of("image"),
                                IntStream.range(0, SampleRows.rows()).mapToObj(String::valueOf))
                        .map(List::of)
                        .toList()
                : records(folder.resolve(trained.name() + ".csv"));
        int own = given.get(0).size();
        assertThat(lines).extracting(line -> line.subList(0, own)).isEqualTo(given);
        List<String> headings = trained.winner().preprocessing().target().match(this::headings, this::headings);
        assertThat(lines.get(0).subList(own, lines.get(0).size())).isEqualTo(headings);
        if (headings.get(headings.size() - 1).startsWith("probability_")) {
            lines.stream().skip(1).forEach(line -> assertThat(line.get(own)).isEqualTo(mostProbable(headings, line)));
        }
    }

    private List<String> headings(TargetEncoding.Classes classes) {
        return Stream.concat(Stream.of("prediction"), classes.names().stream().map("probability_"::concat))
                .toList();
    }

    private List<String> headings(TargetEncoding.Values values) {
        return values.outputs().size() == 1
                ? List.of("prediction")
                : values.outputs().stream()
                        .map(output -> "prediction_" + output.name())
                        .toList();
    }

    private static String mostProbable(List<String> headings, List<String> line) {
        int first = line.size() - headings.size() + 1;
        int best = first;
        for (int i = first; i < line.size(); i++) {
            best = Float.parseFloat(line.get(i)) > Float.parseFloat(line.get(best)) ? i : best;
        }
        return headings.get(best - first + 1).substring("probability_".length());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void python_encodes_to_the_same_bits(Trained trained) throws IOException {
        assertThat(encoded(trained.name() + ".csv")).containsExactly(features(trained));
        assertThat(encoded(trained.name() + "-sample.csv"))
                .containsExactly(SampleRows.inputs(trained.winner().preprocessing()));
    }

    private static float[] encoded(String table) throws IOException {
        succeeded("use " + table);
        byte[] bytes = Files.readAllBytes(folder.resolve(table + ".inputs"));
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Test
    void numpy_reads_the_weights_by_their_names() throws IOException {
        int inputs = ExportFixtures.named("normalised").winner().ends().inputs();
        assertThat(Files.readAllLines(done("use normalised.csv").output()))
                .containsExactly(
                        "layer1.weight float32 [9, " + inputs + "]",
                        "layer1.bias float32 [9]",
                        "layer2.weight float32 [7, 9]",
                        "layer2.bias float32 [7]",
                        "layer2.slope float32 [7]",
                        "layer3.weight float32 [6, 7]",
                        "layer3.bias float32 [6]",
                        "layer3.slope float32 [6]",
                        "layer4.weight float32 [5, 6]",
                        "layer4.bias float32 [5]",
                        "layer5.weight float32 [3, 5]",
                        "layer5.bias float32 [3]",
                        "['prediction', 'probabilities']");
    }

    @Test
    void tables_come_as_files_or_as_input_with_mark_or_blank_lines_or_compressed() throws IOException {
        List<List<String>> lines = predicted("linear");
        for (String other : List.of("linear by input", "byte order mark", "gzip")) {
            assertThat(predicted(other)).as(other).isEqualTo(lines);
        }
        assertThat(predicted("images by gzip")).isEqualTo(predicted("images"));
        assertThat(predicted("images by input")).isEqualTo(predicted("images"));
    }

    @Test
    void what_is_wrong_is_told_in_one_line() {
        refused("empty", "empty.csv:1: table must begin with the names of its columns, but is empty");
        refused("other columns", "other.csv:1: table must have the columns '2nd', 'year', but has not");
        refused("bad number", "bad.csv:2: column 'a \"b\" \\\\u000a */' must be a finite number, but was '1\\nx'");
        refused("infinity", "infinity.csv:2: column 'a \"b\" \\\\u000a */' must be a finite number, but was '1e999'");
        refused("short row", "short.csv:602: row must have 9 cells, but has 2");
        refused("open quote", "quote.csv:602: must be CSV in UTF-8, but is not: unexpected end of data");
        refused("no text", "no-text.csv:1: must be CSV in UTF-8, but is not: 'utf-8' codec can't decode byte 0xff");
        refused("no file", "No such file or directory: '");
        refused("cut images", "cut.idx: must hold 256 images, but ends before");
        refused("no images", "linear.csv: must be an IDX file of images, but is not");
    }

    private static void refused(String name, String message) {
        TorchPython.Done done = done(name);
        assertThat(done.errors()).contains(message).startsWith("winner_").endsWith("\n");
        assertThat(done.errors().lines()).hasSize(1);
        assertThat(done.code()).isEqualTo(2);
    }

    @Test
    void the_file_is_a_program_of_its_own() throws IOException {
        String table = folder.resolve("gelu-selu.csv").toString();
        String python = TorchPython.torch().orElseThrow();
        TorchPython.Ended ended =
                TorchPython.run(python, script("gelu-selu").toString(), table, "--quote", String.valueOf(QUOTE));
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.text()).isEqualTo(Files.readString(done("gelu-selu").output()));
    }

    private static TorchPython.Done done(String name) {
        return Objects.requireNonNull(DONE.get(name));
    }

    @Test
    void rows_far_from_the_mean_are_predicted_too_with_other_characters_between_cells() throws IOException {
        Winner winner = ExportFixtures.named("linear").winner();
        List<List<String>> lines = records(succeeded("semicolons").output(), '"', ';');
        assertThat(lines).hasSize(SampleRows.rows() + 1);
        assertThat(lines.get(0)).endsWith("probability_\"yes\" \\u000a */", "probability_maybe'''", "probability_no");
        try (TrainedNetwork network = winner.network()) {
            float[] said = network.outputs(SampleRows.inputs(winner.preprocessing()), SampleRows.rows());
            for (int i = 0; i < said.length; i++) {
                List<String> line = lines.get(i / 3 + 1);
                assertThat(Double.parseDouble(line.get(line.size() - 3 + i % 3)))
                        .isCloseTo((double) said[i], within(BOUND));
            }
        }
    }

    private static TorchPython.Done succeeded(String name) {
        TorchPython.Done done = done(name);
        assertThat(done.errors()).isEmpty();
        assertThat(done.code()).isZero();
        return done;
    }

    private static List<List<String>> predicted(String name) throws IOException {
        return records(succeeded(name).output());
    }

    private static List<List<String>> records(Path file) throws IOException {
        return records(file, QUOTE, ',');
    }

    private static List<List<String>> records(Path file, char quote, char delimiter) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .quoteCharacter(quote)
                .fieldSeparator(delimiter)
                .ofCsvRecord(file)) {
            csv.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }
}
