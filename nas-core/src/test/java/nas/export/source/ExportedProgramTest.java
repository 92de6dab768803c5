package nas.export.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nas.data.Standardisation;
import nas.export.ExportFixtures;
import nas.export.SampleRows;
import nas.export.Winner;
import nas.train.TrainedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported, compiled with all warnings and run as its users run it. */
class ExportedProgramTest {
    private static final double BOUND = 1e-5;
    private static final String HEADER = "größe,sex,2nd,year,y2,answer,class,\"a \"\"b\"\" \\u000a */\"";

    private static final Map<String, JavaProgram> PROGRAMS = new ConcurrentHashMap<>();

    @TempDir
    static Path temporary;

    static Stream<ExportFixtures.Trained> tables() {
        return ExportFixtures.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_of_a_table_are_predicted_as_the_network_does(ExportFixtures.Trained trained) throws Exception {
        JavaProgram program = exported(trained.name());
        assertThat(program.warnings()).isEmpty();

        JavaProgram.Outcome outcome = program.run(JavaFixtures.csv(trained));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        float[] said = JavaFixtures.outputs(trained.winner(), trained.data());
        assertAgrees(trained.name(), trained.winner(), outcome.out(), said);
    }

    @Test
    void images_are_predicted_as_the_network_does() throws Exception {
        Winner images = ExportFixtures.named("images").winner();
        JavaProgram program = exported("images");
        assertThat(program.warnings()).isEmpty();
        byte[] idx = idx(images);

        JavaProgram.Outcome outcome = program.run(new ByteArrayInputStream(idx));
        JavaProgram.Outcome compressed = program.run(Files.write(temporary.resolve("images.gz"), gzip(idx)));

        assertThat(outcome.out())
                .startsWith("image,prediction,probability_shirt,probability_coat,probability_ankle boot\n0,");
        assertThat(compressed).isEqualTo(outcome);
        try (TrainedNetwork network = images.network()) {
            float[] said = network.outputs(SampleRows.inputs(images.preprocessing()), SampleRows.rows());
            assertAgrees("images", images, outcome.out(), said);
        }
    }

    @Test
    void names_come_out_exactly_as_they_are() throws Exception {
        ExportFixtures.Trained trained = ExportFixtures.named("linear");
        List<String> classes = List.of("\"yes\" \\u000a */", "maybe'''", "no");
        String first = "a \"b\" \\u000a */";
        JavaProgram program = exported(trained.name());

        assertThat(program.constant("CLASSES")).isEqualTo(classes);
        assertThat(program.constant("NUMBERS")).isEqualTo(List.of(first, "class", "2nd", "year", "y1", "y2"));
        assertThat(program.constant("TEXTS")).isEqualTo(List.of("größe", "sex"));
        List<NamedCsvRecord> rows =
                records(program.run(JavaFixtures.csv(trained)).out());
        assertThat(rows.get(0).getHeader())
                .contains(" größe", " " + first)
                .endsWith("prediction", "probability_" + classes.get(0), "probability_maybe'''", "probability_no");
        assertThat(rows).extracting(row -> row.getField("prediction")).isSubsetOf(classes);
    }

    @Test
    void the_prediction_is_the_most_probable_class() throws Exception {
        ExportFixtures.Trained trained = ExportFixtures.named("gelu-selu");
        JavaProgram program = exported(trained.name());
        for (NamedCsvRecord row : records(program.run(JavaFixtures.csv(trained)).out())) {
            double predicted = Double.parseDouble(row.getField("probability_" + row.getField("prediction")));
            assertThat(predicted)
                    .isEqualTo(DoubleStream.of(numbers(row, trained.winner()))
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    void rows_stay_as_they_are_but_for_needless_quotes() throws Exception {
        JavaProgram program = exported("number");
        String rows = "\ufeffnote," + HEADER + "\r\n"
                + "\"a, \"\"b\"\"\r\n\"\"\", tall ,m,1e9,1960,1,no,1e-3,2\r\n"
                + "\r\n"
                + " \"c\" ,\"none\nof these\",?,,NA,+.5,\"\",0,3\r"
                + "d,tall,m,1e9,1960,1,no,1e-3,2";

        String[] printed = program.run(rows).out().split("\n(?!of|\"\"\")", -1);

        assertThat(printed).hasSize(5);
        assertThat(printed[0]).isEqualTo("note," + HEADER + ",prediction");
        assertThat(printed[1]).startsWith("\"a, \"\"b\"\"\r\n\"\"\", tall ,m,1e9,1960,1,no,1e-3,2,");
        assertThat(printed[2]).matches("(?s)c,\"none\nof these\",\\?,,NA,\\+\\.5,,0,3,-?\\d+\\.\\d+(E\\d)?");
        assertThat(printed[3].substring(printed[3].lastIndexOf(',')))
                .isEqualTo(printed[1].substring(printed[1].lastIndexOf(',')));
        assertThat(printed[4]).isEmpty();
    }

    @Test
    void several_values_have_a_column_each() throws Exception {
        ExportFixtures.Trained trained = ExportFixtures.named("numbers");
        String out = exported(trained.name()).run(JavaFixtures.csv(trained)).out();
        assertThat(records(out).get(0).getHeader()).endsWith("prediction_y1", "prediction_y2");
    }

    @Test
    void a_file_without_the_columns_is_an_error_of_one_line() throws Exception {
        JavaProgram program = exported("number");
        assertThat(program.run(""))
                .isEqualTo(failure("standard input: must begin with a line of column names, but is empty"));
        assertThat(program.run("year,size,y2,answer,class\n1,2,3,4,5\n"))
                .isEqualTo(failure("standard input: must have the columns of the network, but lacks"
                        + " 'a \"b\" \\u000a */', 'größe', 'sex', '2nd'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tall,m,1e9,19x60,1,no,1,2|line 4: 'year' must be a finite number, but was '19x60'",
                "tall,m,1e9,1e999,1,no,1,2|line 4: 'year' must be a finite number, but was '1e999'",
                "tall,m,1e9,0x1p3,1,no,1,2|line 4: 'year' must be a finite number, but was '0x1p3'",
                "tall,m,1e9,1f,1,no,1,2|line 4: 'year' must be a finite number, but was '1f'",
                "tall,m,1e9,Infinity,1,no,1,2|line 4: 'year' must be a finite number, but was 'Infinity'",
                "tall,m|line 4 must have as many cells as the first, 8, but has 2",
                "tall,m,1e9,\"1960,1|line 4 must be a row of CSV, but is not: a quote is never closed",
                "tall,m,\"1e9\"x,2|line 4 must be a row of CSV, but is not: text follows a closing quote"
            })
    void a_row_that_is_none_is_an_error_of_one_line_that_says_where(String row, String message) throws Exception {
        JavaProgram program = exported("number");
        JavaProgram.Outcome outcome = program.run(HEADER + "\n\"ta\nll\",m,1e9,1960,1,no,1,2\n" + row + "\n");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("standard input: " + message + "\n");
    }

    @Test
    void other_input_that_is_none_is_an_error_of_one_line() throws Exception {
        JavaProgram program = exported("number");
        assertThat(program.run(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b'})))
                .isEqualTo(failure("standard input: must be text in UTF-8, but is not"));
        assertThat(program.run(temporary.resolve("no\nfile")))
                .isEqualTo(failure(temporary.resolve("no file") + ": there is no such file"));
        assertThat(program.run(new ByteArrayInputStream(new byte[0]), "a", "b"))
                .isEqualTo(failure("usage: java Winner [rows.csv]"));
        assertThat(program.run(HEADER + ",class\n"))
                .isEqualTo(failure("standard input: must have one column 'class', but has several"));
    }

    @Test
    void a_file_that_holds_no_such_images_is_an_error_of_one_line() throws Exception {
        Winner images = ExportFixtures.named("images").winner();
        JavaProgram program = exported("images");
        byte[] idx = idx(images);
        byte[] others = idx.clone();
        others[15] = 5;

        assertThat(program.run(new ByteArrayInputStream(idx, 0, idx.length - 1)).err())
                .isEqualTo("standard input: must be a whole IDX file of images, but ends early\n");
        assertThat(program.run(""))
                .isEqualTo(failure("standard input: must be a whole IDX file of images, but ends early"));
        assertThat(program.run("no images"))
                .isEqualTo(failure("standard input: must be an IDX file of images, but begins with 0x6e6f2069"));
        assertThat(program.run(new ByteArrayInputStream(others)))
                .isEqualTo(failure("standard input: must hold images of 16 pixels, but holds 256 of 20"));
    }

    @Test
    void a_process_of_its_own_reads_and_writes_utf_8_wherever_it_runs() throws Exception {
        ExportFixtures.Trained trained = ExportFixtures.named("linear");
        JavaProgram program = exported(trained.name());
        String csv = JavaFixtures.csv(trained);

        Process process = started(csv);
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo(program.run(csv).out());
        assertThat(process.waitFor()).isZero();
        assertThat(started("").waitFor()).isEqualTo(2);
    }

    private Process started(String input) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(), "-XX:TieredStopAtLevel=1", "-Dfile.encoding=US-ASCII", "-cp", ".", "Winner")
                .directory(temporary.resolve("linear").toFile())
                .redirectInput(
                        Files.writeString(temporary.resolve("rows.csv"), input).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Each is compiled once. */
    private static JavaProgram exported(String name) {
        return PROGRAMS.computeIfAbsent(name, absent -> {
            try {
                Path output = Files.createDirectory(temporary.resolve(name)).resolve("Winner.java");
                new JavaExporter().write(ExportFixtures.named(name).winner(), output);
                return JavaProgram.of(output);
            } catch (Exception e) {
                throw new AssertionError(name, e);
            }
        });
    }

    private static JavaProgram.Outcome failure(String message) {
        return new JavaProgram.Outcome(2, "", message + "\n");
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    /** Returns the probabilities in a row, or its standardised values. */
    private static double[] numbers(NamedCsvRecord row, Winner winner) {
        return winner.preprocessing()
                .target()
                .match(
                        classes -> classes.names().stream()
                                .mapToDouble(name -> Double.parseDouble(row.getField("probability_" + name)))
                                .toArray(),
                        values -> values.outputs().stream()
                                .mapToDouble(output -> {
                                    String name =
                                            values.outputs().size() > 1 ? "prediction_" + output.name() : "prediction";
                                    Standardisation standardisation = output.standardisation();
                                    return (Double.parseDouble(row.getField(name)) - standardisation.mean())
                                            / standardisation.deviation();
                                })
                                .toArray());
    }

    private static void assertAgrees(String name, Winner winner, String csv, float[] said) {
        List<NamedCsvRecord> rows = records(csv);
        int outputs = winner.ends().outputs();
        assertThat(rows).hasSize(said.length / outputs);
        double largest = 0;
        for (int row = 0; row < rows.size(); row++) {
            double[] printed = numbers(rows.get(row), winner);
            for (int i = 0; i < outputs; i++) {
                largest = Math.max(largest, Math.abs(printed[i] - said[row * outputs + i]));
            }
        }
        System.out.printf("%s: %d rows, largest difference %.1e%n", name, rows.size(), largest);
        assertThat(largest).isLessThan(BOUND);
    }

    private static byte[] idx(Winner images) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        List<byte[]> rows = images.preprocessing().inputs().match(columns -> List.of(), SampleRows::images);
        for (int word : new int[] {0x803, rows.size(), 4, 4}) {
            out.writeInt(word);
        }
        for (byte[] row : rows) {
            out.write(row);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
