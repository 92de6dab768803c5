package nas.export.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.TargetEncoding;
import nas.data.table.TextSource;
import nas.export.CsvText;
import nas.export.ExportFixtures;
import nas.export.ExportFixtures.Trained;
import nas.export.Winner;
import nas.export.predict.Predictor.Summary;
import nas.train.TrainedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictorTest {
    private static final String HEAD = "\"a \"\"b\"\" \\u000a */\",class,größe,sex,2nd,year,y1,y2";
    private static final String ROW = "1.5,0.0005,'tall',m,1e9,1950,-3,2";

    @TempDir
    Path temporary;

    static Stream<Trained> tables() {
        return ExportFixtures.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_come_out_as_they_were_with_what_the_network_says(Trained trained) throws IOException {
        List<List<String>> rows = CsvText.rows(trained.table());
        StringWriter out = new StringWriter();
        Summary summary = predict(trained.winner(), trained.table(), out);
        List<List<String>> predicted = CsvText.rows(out.toString());
        assertThat(summary.rows()).isEqualTo(rows.size() - 1);
        assertThat(predicted).hasSameSizeAs(rows);
        float[] expected = outputs(trained);
        int width = rows.get(0).size();
        for (int row = 1; row < rows.size(); row++) {
            assertThat(predicted.get(row)).startsWith(rows.get(row).toArray(String[]::new));
            check(trained, predicted.get(row).subList(width, predicted.get(row).size()), expected, row - 1);
        }
    }

    private static void check(Trained trained, List<String> said, float[] expected, int row) {
        trained.winner()
                .preprocessing()
                .target()
                .match(
                        classes -> {
                            int count = classes.names().size();
                            int highest = 0;
                            for (int i = 0; i < count; i++) {
                                assertThat(Float.parseFloat(said.get(i + 1))).isEqualTo(expected[row * count + i]);
                                highest = expected[row * count + i] > expected[row * count + highest] ? i : highest;
                            }
                            return assertThat(said.get(0))
                                    .isEqualTo(classes.names().get(highest));
                        },
                        values -> {
                            int count = values.outputs().size();
                            assertThat(said).hasSize(count);
                            for (int i = 0; i < count; i++) {
                                TargetEncoding.Output output = values.outputs().get(i);
                                double standardised = (Double.parseDouble(said.get(i))
                                                - output.standardisation().mean())
                                        / output.standardisation().deviation();
                                assertThat(standardised).isCloseTo(expected[row * count + i], within(1e-9));
                            }
                            return assertThat(said);
                        });
    }

    private static float[] outputs(Trained trained) {
        Dataset data = trained.data();
        float[] inputs = new float[data.rows() * data.inputs()];
        for (int row = 0; row < data.rows(); row++) {
            data.features().copy(row, inputs, row * data.inputs());
        }
        try (TrainedNetwork network = trained.winner().network()) {
            return network.outputs(inputs, data.rows());
        }
    }

    @Test
    void columns_are_named_after_classes_and_numbers_and_never_twice() throws IOException {
        assertThat(head("linear", HEAD))
                .endsWith("prediction", "probability_\"yes\" \\u000a */", "probability_maybe'''", "probability_no");
        assertThat(head("linear", HEAD + ",prediction"))
                .endsWith(
                        "prediction",
                        "prediction_2",
                        "probability_\"yes\" \\u000a */",
                        "probability_maybe'''",
                        "probability_no");
        assertThat(head("number", HEAD + ",answer")).endsWith("answer", "prediction");
        assertThat(head("numbers", HEAD + ",answer")).endsWith("prediction_y1", "prediction_y2");
    }

    private static List<String> head(String winner, String head) throws IOException {
        StringWriter out = new StringWriter();
        Summary summary = predict(ExportFixtures.named(winner).winner(), head + "\n", out);
        assertThat(summary.rows()).isZero();
        return CsvText.rows(out.toString()).get(0);
    }

    @Test
    void unknown_levels_are_told_once_for_each_column() throws IOException {
        String table = HEAD + "\n" + ROW + "\n" + ROW.replace("'tall'", "huge").replace(",m,", ",x,") + "\n"
                + ROW.replace("'tall'", "tiny") + "\n"
                + ROW.replace("'tall'", "?").replace(",m,", ",,") + "\n";
        Summary summary = predict(ExportFixtures.named("linear").winner(), table, new StringWriter());
        assertThat(summary.warnings())
                .containsExactly(
                        "column 'größe': 2 cells hold levels rare or absent in the training rows, such as 'huge' in t.csv:3;"
                                + " taken as none of the levels",
                        "column 'sex': 1 cell holds a level rare or absent in the training rows, such as 'x' in t.csv:3;"
                                + " taken as halfway between both levels");
    }

    @Test
    void text_where_a_number_must_be_is_told_and_the_rows_before_it_are_written() {
        String table = HEAD + "\n" + (ROW + "\n").repeat(3_000) + ROW.replace("1950", "then") + "\n" + ROW + "\n";
        StringWriter out = new StringWriter();
        assertThatThrownBy(() -> predict(ExportFixtures.named("linear").winner(), table, out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t.csv:3002:6: year must be a finite number, but was 'then'");
        assertThat(CsvText.rows(out.toString())).hasSize(3_001);
    }

    @Test
    void row_that_is_too_short_is_told_and_the_rows_before_it_are_written() {
        String table = HEAD + "\n" + (ROW + "\n").repeat(5) + "1,2\n";
        StringWriter out = new StringWriter();
        assertThatThrownBy(() -> predict(ExportFixtures.named("linear").winner(), table, out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t.csv:7:3: row must have 8 cells, but has 2");
        assertThat(CsvText.rows(out.toString())).hasSize(6);
    }

    @Test
    void output_that_cannot_be_written_is_told_as_such() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> predict(ExportFixtures.named("linear").winner(), HEAD + "\n" + ROW + "\n", full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static Summary predict(Winner winner, String table, Writer out) throws IOException {
        try (Predictor predictor = new Predictor(winner)) {
            return predictor.table(TextSource.of("t.csv", table), out);
        }
    }

    @Test
    void images_are_numbered() throws IOException {
        Trained trained = ExportFixtures.named("images");
        Path file = temporary.resolve("images");
        Files.write(file, idx(trained.data()));
        StringWriter out = new StringWriter();
        try (Predictor predictor = new Predictor(trained.winner())) {
            assertThat(predictor.images(file, out).rows())
                    .isEqualTo(trained.data().rows());
        }
        List<List<String>> rows = CsvText.rows(out.toString());
        assertThat(rows.get(0))
                .containsExactly(
                        "image", "prediction", "probability_shirt", "probability_coat", "probability_ankle boot");
        float[] expected = outputs(trained);
        for (int row = 0; row < trained.data().rows(); row++) {
            assertThat(rows.get(row + 1).get(0)).isEqualTo(Integer.toString(row));
            check(trained, rows.get(row + 1).subList(1, 5), expected, row);
        }
    }

    @Test
    void images_before_the_end_of_a_damaged_file_are_written() throws IOException {
        Trained trained = ExportFixtures.named("images");
        byte[] pixels = new byte[5_000 * 16];
        new SplittableRandom(1).nextBytes(pixels);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(ByteBuffer.allocate(16)
                    .putInt(0x0803)
                    .putInt(5_000)
                    .putInt(4)
                    .putInt(4)
                    .array());
            zipped.write(pixels);
        }
        Path file = temporary.resolve("damaged");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 4));
        StringWriter out = new StringWriter();
        try (Predictor predictor = new Predictor(trained.winner())) {
            assertThatThrownBy(() -> predictor.images(file, out)).isInstanceOf(InvalidInputException.class);
            assertThat(predictor.rows()).isEqualTo(2_048);
        }
        assertThat(CsvText.rows(out.toString())).hasSize(2_049);
    }

    private static byte[] idx(Dataset images) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + images.rows() * images.inputs());
        bytes.putInt(0x0803).putInt(images.rows()).putInt(4).putInt(images.inputs() / 4);
        if (images.features() instanceof Features.Bytes features) {
            features.values().blocks().forEach(bytes::put);
        }
        return bytes.array();
    }

    @Test
    void images_of_another_size_and_the_wrong_kind_of_rows_are_refused() throws IOException {
        Path file = temporary.resolve("images");
        Files.write(
                file,
                ByteBuffer.allocate(22)
                        .putInt(0x0803)
                        .putInt(1)
                        .putInt(2)
                        .putInt(3)
                        .array());
        try (Predictor images = new Predictor(ExportFixtures.named("images").winner());
                Predictor table = new Predictor(ExportFixtures.named("linear").winner())) {
            assertThatThrownBy(() -> images.images(file, new StringWriter()))
                    .hasMessage(file + ": byte 8: images must have 16 pixels, as in training, but have 2 x 3");
            assertThatThrownBy(() -> table.images(file, new StringWriter()))
                    .hasMessage(file + ": must be a table, as the winner was trained on columns, but is an IDX file");
            assertThatThrownBy(() -> images.table(TextSource.of("t.csv", "a\n1\n"), new StringWriter()))
                    .hasMessage(
                            "the input must be an IDX file of images of 16 pixels, as the winner was trained on images");
        }
    }
}
