package nas.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.ColumnEncoding;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.TargetEncoding;
import nas.data.Task;
import nas.export.ExportFixtures;
import nas.export.ExportFixtures.Trained;
import nas.export.ExportedRows;
import nas.export.SampleRows;
import nas.export.Winner;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;
import nas.train.Networks;
import nas.train.TrainedNetwork;
import nas.trial.FloatVector;
import onnx.Onnx.ModelProto;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ONNX Runtime makes of exported winners. */
class OnnxExporterTest {
    private static final double BOUND = 1e-5;

    @TempDir
    Path temporary;

    static List<Trained> winners() {
        return ExportFixtures.all();
    }

    @ParameterizedTest
    @MethodSource("winners")
    void onnx_runtime_says_of_held_out_rows_what_the_network_says(Trained trained) throws OrtException {
        Dataset data = trained.data();
        int[] rows = ExportedRows.heldOut(data);
        List<List<@Nullable String>> cells = ExportedRows.cells(trained, rows);
        float[] inputs = new float[rows.length * data.inputs()];
        for (int i = 0; i < rows.length; i++) {
            data.features().copy(rows[i], inputs, i * data.inputs());
        }
        double largest = difference(trained.winner(), cells, images(data, rows), inputs, rows.length);
        System.out.println(
                trained + " in ONNX Runtime: largest difference on " + rows.length + " held-out rows " + largest);
        assertThat(largest).isLessThanOrEqualTo(BOUND);
    }

    @ParameterizedTest
    @MethodSource("winners")
    void onnx_runtime_says_of_any_rows_what_the_network_says(Trained trained) throws OrtException {
        Winner winner = trained.winner();
        List<List<@Nullable String>> cells = winner.preprocessing().inputs() instanceof InputEncoding.Columns columns
                ? SampleRows.cells(columns)
                : List.of();
        List<byte[]> images = winner.preprocessing().inputs() instanceof InputEncoding.Pixels pixels
                ? SampleRows.images(pixels)
                : List.of();
        float[] inputs = SampleRows.inputs(winner.preprocessing());
        assertThat(difference(winner, cells, images, inputs, SampleRows.rows())).isLessThanOrEqualTo(BOUND);
    }

    private double difference(
            Winner winner, List<List<@Nullable String>> cells, List<byte[]> images, float[] inputs, int rows)
            throws OrtException {
        Path file = temporary.resolve("winner.onnx");
        assertThat(new OnnxExporter().write(winner, file).get(0))
                .contains(" tensors read again, equal to the network's");
        float[] expected;
        try (TrainedNetwork network = winner.network()) {
            expected = network.outputs(inputs, rows);
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString())) {
            Map<String, OnnxTensor> feed =
                    feed(environment, winner.preprocessing().inputs(), cells, images);
            try (OrtSession.Result result = session.run(feed)) {
                return winner.preprocessing()
                        .target()
                        .match(
                                classes -> ofClasses(classes, result, expected),
                                values -> ofValues(values, result, expected));
            } finally {
                feed.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static Map<String, OnnxTensor> feed(
            OrtEnvironment environment, InputEncoding inputs, List<List<@Nullable String>> cells, List<byte[]> images)
            throws OrtException {
        Map<String, OnnxTensor> feed = new HashMap<>();
        if (inputs instanceof InputEncoding.Pixels pixels) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(images.size() * pixels.count());
            images.forEach(bytes::put);
            feed.put(
                    "pixels",
                    OnnxTensor.createTensor(
                            environment,
                            bytes.rewind(),
                            new long[] {images.size(), pixels.count()},
                            ai.onnxruntime.OnnxJavaType.UINT8));
        } else if (inputs instanceof InputEncoding.Columns columns) {
            feed.put("numbers", OnnxTensor.createTensor(environment, numbers(columns, cells)));
            if (!InputNodes.texts(columns).isEmpty()) {
                feed.put("texts", OnnxTensor.createTensor(environment, texts(columns, cells)));
            }
        }
        return feed;
    }

    private static double[][] numbers(InputEncoding.Columns columns, List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .filter(i -> columns.columns().get(i) instanceof ColumnEncoding.Numeric)
                        .mapToDouble(i -> {
                            String cell = row.get(i);
                            return cell == null ? Double.NaN : Double.parseDouble(cell);
                        })
                        .toArray())
                .toArray(double[][]::new);
    }

    private static String[][] texts(InputEncoding.Columns columns, List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .filter(i -> !(columns.columns().get(i) instanceof ColumnEncoding.Numeric))
                        .mapToObj(i -> {
                            String cell = row.get(i);
                            return cell == null ? "?" : cell;
                        })
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    private static double ofClasses(TargetEncoding.Classes classes, OrtSession.Result result, float[] expected) {
        float[][] found = value(result, "probabilities", float[][].class);
        String[] labels = value(result, "label", String[].class);
        double largest = 0;
        for (int row = 0; row < found.length; row++) {
            int highest = 0;
            for (int i = 0; i < found[row].length; i++) {
                largest = Math.max(largest, Math.abs(found[row][i] - expected[row * found[row].length + i]));
                highest = found[row][i] > found[row][highest] ? i : highest;
            }
            assertThat(labels[row]).isEqualTo(classes.names().get(highest));
        }
        return largest;
    }

    private static double ofValues(TargetEncoding.Values values, OrtSession.Result result, float[] expected) {
        double[][] found = value(result, "prediction", double[][].class);
        double largest = 0;
        for (int row = 0; row < found.length; row++) {
            for (int i = 0; i < found[row].length; i++) {
                double standardised = (found[row][i]
                                - values.outputs().get(i).standardisation().mean())
                        / values.outputs().get(i).standardisation().deviation();
                largest = Math.max(largest, Math.abs(standardised - expected[row * found[row].length + i]));
            }
        }
        return largest;
    }

    private static <T> T value(OrtSession.Result result, String name, Class<T> type) {
        try {
            return type.cast(result.get(name).orElseThrow().getValue());
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static List<byte[]> images(Dataset data, int[] rows) {
        List<byte[]> images = new ArrayList<>();
        if (data.features() instanceof Features.Bytes bytes) {
            for (int row : rows) {
                byte[] image = new byte[data.inputs()];
                System.arraycopy(bytes.values().block(row), bytes.values().offset(row), image, 0, image.length);
                images.add(image);
            }
        }
        return images;
    }

    /** Where all classes are improbable by themselves a sigmoid in float32 tells them apart no more. */
    @Test
    void shares_of_improbable_classes_are_told_apart() throws OrtException {
        Winner winner = linear(
                new Recipe(Optimizer.ADAM, 0.01, 16).withLoss(Loss.BINARY_CROSS_ENTROPY),
                Preprocessing.none(1, new TargetEncoding.Classes(List.of("a", "b"))),
                new float[] {-2, -2.4f, 0, 0});
        List<List<@Nullable String>> cells = List.of(List.of("10"), List.of("7.5"), List.of("20"), List.of("40"));
        assertThat(difference(winner, cells, List.of(), new float[] {10, 7.5f, 20, 40}, 4))
                .isLessThanOrEqualTo(BOUND);
    }

    @Test
    void column_all_of_whose_levels_are_rare_is_no_obstacle() throws OrtException {
        Preprocessing cabins = new Preprocessing(
                new InputEncoding.Columns(
                        List.of(
                                ColumnEncoding.Numeric.plain("age"),
                                new ColumnEncoding.Levels("cabin", List.of(), true, true)),
                        Set.of("?")),
                new TargetEncoding.Classes(List.of("a", "b")));
        Winner winner = linear(new Recipe(Optimizer.ADAM, 0.01, 16), cabins, new float[] {1, 2, 3, -1, -2, 0, 0, 0.5f});
        List<List<@Nullable String>> cells = List.of(List.of("0.5", "C85"), Arrays.asList("1", null));
        assertThat(difference(winner, cells, List.of(), new float[] {0.5f, 1, 0, 1, 0, 1}, 2))
                .isLessThanOrEqualTo(BOUND);
    }

    @Test
    void large_networks_agree_too() throws OrtException {
        int inputs = 300;
        Genome genome = new Genome(
                new Architecture(
                        List.of(new HiddenLayer(256, Activation.ELU, 0), new HiddenLayer(128, Activation.TANH, 0))),
                new Recipe(Optimizer.ADAM, 0.01, 16));
        SplittableRandom random = new SplittableRandom(5);
        float[] parameters = new float[Math.toIntExact(genome.parameters(inputs, 10))];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(-0.1, 0.1);
        }
        Preprocessing preprocessing =
                Preprocessing.none(inputs, new TargetEncoding.Classes(Preprocessing.numbered("class", 10)));
        Winner winner = new Winner(
                genome,
                new Networks.Ends(inputs, 10, Task.CLASSIFICATION),
                FloatVector.copyOf(parameters),
                List.of(),
                preprocessing,
                new Winner.Origin("made up", "none", "0.1.0"));
        List<List<@Nullable String>> cells = SampleRows.cells((InputEncoding.Columns) preprocessing.inputs());
        assertThat(difference(winner, cells, List.of(), SampleRows.inputs(preprocessing), SampleRows.rows()))
                .isLessThanOrEqualTo(BOUND);
    }

    private static Winner linear(Recipe recipe, Preprocessing preprocessing, float[] parameters) {
        int inputs = preprocessing.inputs().count();
        return new Winner(
                new Genome(Architecture.LINEAR, recipe),
                new Networks.Ends(inputs, 2, Task.CLASSIFICATION),
                FloatVector.copyOf(parameters),
                List.of(),
                preprocessing,
                new Winner.Origin("made up", "none", "0.1.0"));
    }

    @Test
    void metadata_tell_columns_classes_and_origin_whatever_their_names() throws IOException {
        Winner winner = ExportFixtures.named("linear").winner();
        Path file = temporary.resolve("winner.onnx");
        new OnnxExporter().write(winner, file);
        Map<String, String> metadata = new HashMap<>();
        ModelProto.parseFrom(Files.readAllBytes(file))
                .getMetadataPropsList()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
        assertThat(metadata)
                .containsEntry("numbers", "[\"a \\\"b\\\" \\\\u000a */\",\"class\",\"2nd\",\"year\",\"y1\",\"y2\"]")
                .containsEntry("texts", "[\"größe\",\"sex\"]")
                .containsEntry("classes", "[\"\\\"yes\\\" \\\\u000a */\",\"maybe'''\",\"no\"]")
                .containsEntry("data", "t.csv")
                .containsEntry("genome", winner.genome().key());
    }

    @Test
    void a_file_that_is_not_what_was_to_be_written_is_found_out() {
        Winner winner = ExportFixtures.named("normalised").winner();
        try (TrainedNetwork trained = winner.network()) {
            ForwardNetwork network = trained.forward();
            ModelProto written = OnnxExporter.onnx(winner, network);
            assertThat(new OnnxCheck(written, winner.preprocessing(), network)
                            .compare()
                            .tensors())
                    .isGreaterThan(10);
            List<ForwardLayer> layers = new ArrayList<>(network.layers());
            ForwardLayer first = layers.get(0);
            float[] other = first.bias().toArray();
            other[0] = Math.nextUp(other[0]);
            layers.set(
                    0,
                    new ForwardLayer(
                            first.inputs(),
                            first.outputs(),
                            first.weights(),
                            FloatVector.copyOf(other),
                            first.activation(),
                            first.slopes()));
            ForwardNetwork changed = new ForwardNetwork(layers, network.form());
            assertThatThrownBy(() -> new OnnxCheck(written, winner.preprocessing(), changed).compare())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the ONNX file is not what was to be written: layer1_bias must be the network's");
        }
    }

    @Test
    void what_cannot_be_written_is_refused_in_one_line() {
        Winner winner = ExportFixtures.named("linear").winner();
        assertThatThrownBy(() -> new OnnxExporter().write(winner, temporary))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--output must name a file, but ");
        assertThatThrownBy(() -> new OnnxExporter().write(winner, temporary.resolve("no/such.onnx")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--output must lie in a folder that exists, but was ");
        Path locked = temporary.resolve(".nas-winner.onnx.unfinished");
        assertThatThrownBy(() -> {
                    Files.createDirectory(locked);
                    Files.createFile(locked.resolve("file"));
                    new OnnxExporter().write(winner, temporary.resolve("winner.onnx"));
                })
                .isInstanceOf(UncheckedIOException.class);
        assertThat(temporary.resolve("winner.onnx")).doesNotExist();
    }
}
