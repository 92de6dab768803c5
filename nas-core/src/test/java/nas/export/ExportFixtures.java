package nas.export;

import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.data.ByteRows;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.InputEncoding;
import nas.data.MissingCells;
import nas.data.Preprocessing;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TableFormat;
import nas.data.TableReading;
import nas.data.TargetChoice;
import nas.data.Targets;
import nas.data.table.TableLoader;
import nas.data.table.TableReader;
import nas.data.table.TextSource;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.LocalEvaluator;
import nas.train.Networks;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Small winners of every kind: with every activation, batch normalisation, every encoding, and names that are hostile. */
public final class ExportFixtures {
    private static final Recipe RECIPE = new Recipe(Optimizer.ADAM, 0.01, 16);

    /** Names with apostrophes look like quoted ones. */
    private static final TableFormat QUOTED = new TableFormat(true, List.of(), ',', '"');

    private static final Supplier<List<Trained>> ALL = Suppliers.memoize(ExportFixtures::train);

    private ExportFixtures() {}

    /**
     * A winner and the data it was trained on.
     *
     * @param name what tests call it
     * @param table the text of its table, with a header line; empty where its rows are images
     */
    public record Trained(String name, Winner winner, Dataset data, String table) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns one winner of each kind; trained once in a process. */
    public static List<Trained> all() {
        return ALL.get();
    }

    /** Returns the winner of a name. */
    public static Trained named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Trained> train() {
        String mixed = mixedTable();
        Dataset classes = table(mixed, "answer");
        Dataset number = table(mixed, "y1");
        Dataset numbers = table(mixed, "y1", "y2");
        return List.of(
                trained("linear", classes, mixed, genome(RECIPE)),
                trained(
                        "gelu-selu",
                        classes,
                        mixed,
                        genome(RECIPE, layer(8, Activation.GELU, 0.1), layer(5, Activation.SELU))),
                trained(
                        "normalised",
                        classes,
                        mixed,
                        genome(
                                RECIPE,
                                layer(9, Activation.RELU).withBatchNorm(true),
                                layer(7, Activation.PRELU).withBatchNorm(true),
                                layer(6, Activation.PRELU),
                                layer(5, Activation.RRELU))),
                trained(
                        "shares",
                        classes,
                        mixed,
                        genome(
                                RECIPE.withLoss(Loss.BINARY_CROSS_ENTROPY),
                                layer(6, Activation.SWISH),
                                layer(6, Activation.SOFTPLUS))),
                trained(
                        "number",
                        number,
                        mixed,
                        genome(
                                RECIPE,
                                layer(7, Activation.LEAKY_RELU),
                                layer(6, Activation.ELU),
                                layer(5, Activation.SIGMOID))),
                trained(
                        "numbers",
                        numbers,
                        mixed,
                        genome(RECIPE, layer(7, Activation.TANH), layer(4, Activation.IDENTITY))),
                trained("images", images(), "", genome(RECIPE, layer(8, Activation.ELU))));
    }

    private static HiddenLayer layer(int units, Activation activation) {
        return layer(units, activation, 0);
    }

    private static HiddenLayer layer(int units, Activation activation, double dropout) {
        return new HiddenLayer(units, activation, dropout);
    }

    private static Genome genome(Recipe recipe, HiddenLayer... layers) {
        return new Genome(new Architecture(List.of(layers)), recipe);
    }

    private static Dataset table(String text, String... targets) {
        DataDescription description = DataDescription.of(new DataSource.CsvFile(Path.of("t.csv")))
                .withReading(TableReading.DEFAULT
                        .withFormat(QUOTED)
                        .withMissing(new MissingCells(MissingCells.DEFAULT.words(), true)))
                .withTarget(TargetChoice.of(targets));
        return TableLoader.load(
                        "t.csv",
                        TableReader.read(TextSource.of("t.csv", text), java.util.Optional.empty(), description),
                        description)
                .data();
    }

    /** Columns of numbers, some missing and some large; of levels, of two levels; and names that no language likes. */
    private static String mixedTable() {
        SplittableRandom random = new SplittableRandom(42);
        String header = "\"a \"\"b\"\" \\u000a */\",class,größe,sex,2nd,year,y1,y2,answer";
        List<String> sizes = List.of("<script>", "'tall'", "small \\", "größer");
        List<String> answers = List.of("no", "\"\"\"yes\"\" \\u000a */\"", "maybe'''");
        return header + "\n"
                + IntStream.range(0, 600)
                        .mapToObj(row -> {
                            double a = random.nextDouble(-3, 9);
                            double b = random.nextDouble();
                            int size = random.nextInt(100) < 2 ? 3 : random.nextInt(3);
                            boolean isMale = random.nextBoolean();
                            double y = a * b + (isMale ? 2 : -1) + size;
                            return String.join(
                                    ",",
                                    random.nextInt(9) == 0 ? "NA" : format(a),
                                    format(b * 1e-3),
                                    random.nextInt(12) == 0 ? "?" : sizes.get(size),
                                    isMale ? "m" : "f",
                                    format(1e9 + 1000 * a),
                                    Integer.toString(1900 + random.nextInt(120)),
                                    format(1e5 * y),
                                    format(a - b),
                                    answers.get(Math.floorMod((int) Math.floor(y), 3)));
                        })
                        .reduce("", (all, row) -> all + row + "\n");
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static Dataset images() {
        SplittableRandom random = new SplittableRandom(7);
        int pixels = 16;
        int rows = 200;
        byte[] bytes = new byte[rows * pixels];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(3);
            for (int pixel = 0; pixel < pixels; pixel++) {
                bytes[row * pixels + pixel] = (byte) (random.nextInt(100) + 70 * (pixel % 3 == labels[row] ? 1 : 0));
            }
        }
        Standardisation standardisation = new Standardisation(72.9, 51.3);
        Targets.Classes classes = new Targets.Classes(labels, List.of("shirt", "coat", "ankle boot"));
        Preprocessing preprocessing =
                new Preprocessing(new InputEncoding.Pixels(pixels, standardisation), classes.encoding());
        Split split = new Split(
                IntStream.range(0, 120).toArray(),
                IntStream.range(120, 160).toArray(),
                IntStream.range(160, rows).toArray());
        Features features = Features.Bytes.of(ByteRows.of(bytes, pixels), standardisation);
        return Dataset.of("images", new Dataset.Rows(features, classes), split, preprocessing);
    }

    private static Trained trained(String name, Dataset data, String table, Genome genome) {
        TrialResult result = train(data, genome);
        Winner winner = new Winner(
                genome,
                Networks.Ends.of(data),
                result.detail(Detail.PARAMETERS).orElseThrow(),
                List.of(),
                data.preprocessing(),
                new Winner.Origin(data.name(), data.fingerprint(), "0.1.0"));
        return new Trained(name, winner, data, table);
    }

    /** Returns the final training of a genome. */
    static TrialResult train(Dataset data, Genome genome) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 1)) {
            Trial trial = new Trial(genome, new Budget(6), 1, data.split().test().length > 0 ? Fold.TEST : Fold.FULL);
            evaluator.evaluate(List.of(TrialRequest.of(trial, Detail.PARAMETERS)), results::add);
        }
        return results.get(0);
    }

    /** Returns those whose rows are those of a table. */
    public static Stream<Trained> tables() {
        return all().stream().filter(each -> !each.table().isEmpty());
    }
}
