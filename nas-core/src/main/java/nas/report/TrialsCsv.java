package nas.report;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nas.journal.RunHistory;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * All trials of a run as one CSV table (RFC 4180), one row each in the order in which they ended, for notebooks. Columns are
 * named in the first row; the README says what they hold. What is not known, or does not apply, is empty.
 */
public final class TrialsCsv {
    /** The file's name in a run folder. */
    public static final String FILE = "trials.csv";

    private static final Map<String, Function<TrialRow, Object>> COLUMNS = columns();
    private static final String METRIC = "metric_";

    private TrialsCsv() {}

    /** Returns the table of a run. */
    public static String of(RunHistory history) {
        List<TrialRow> rows = TrialRow.of(history);
        List<String> metrics = rows.stream()
                .flatMap(row -> row.result().measures().stream())
                .flatMap(measures -> measures.metrics().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> heads = new ArrayList<>(COLUMNS.keySet());
            metrics.forEach(metric -> heads.add(METRIC + metric));
            csv.writeRecord(heads);
            rows.forEach(row -> csv.writeRecord(cells(row, metrics)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Returns the names of the columns that every table has. */
    static List<String> names() {
        return List.copyOf(COLUMNS.keySet());
    }

    private static List<String> cells(TrialRow row, List<String> metrics) {
        List<String> cells = new ArrayList<>();
        COLUMNS.values().forEach(column -> cells.add(String.valueOf(column.apply(row))));
        for (String metric : metrics) {
            cells.add(measured(row, measures -> measures.metrics().get(metric)).toString());
        }
        return cells;
    }

    private static Map<String, Function<TrialRow, Object>> columns() {
        ImmutableMap.Builder<String, Function<TrialRow, Object>> columns = ImmutableMap.builder();
        columns.put("trial", TrialRow::number);
        columns.put("phase", row -> row.phase().word());
        columns.put(
                "generation",
                row -> row.generation().isPresent() ? row.generation().getAsInt() : "");
        ofGenome(columns);
        ofRecipe(columns);
        ofTrial(columns);
        ofOutcome(columns);
        return columns.buildOrThrow();
    }

    private static void ofGenome(ImmutableMap.Builder<String, Function<TrialRow, Object>> columns) {
        columns.put("genome", row -> row.result().trial().genome().key());
        columns.put("parameters", TrialRow::parameters);
        columns.put("layers", row -> layers(row).size());
        columns.put("units", row -> joined(row, layer -> layer.units()));
        columns.put(
                "activations", row -> joined(row, layer -> layer.activation().word()));
        columns.put("dropouts", row -> joined(row, layer -> layer.dropout()));
        columns.put(
                "dropout_kinds", row -> joined(row, layer -> layer.dropoutKind().word()));
        columns.put("batch_norms", row -> joined(row, layer -> layer.batchNorm()));
    }

    private static void ofRecipe(ImmutableMap.Builder<String, Function<TrialRow, Object>> columns) {
        columns.put("optimizer", row -> recipe(row).optimizer().word());
        columns.put("momentum", row -> recipe(row).momentum());
        columns.put("learning_rate", row -> recipe(row).learningRate());
        columns.put("schedule", row -> recipe(row).schedule().word());
        columns.put("batch_size", row -> recipe(row).batchSize());
        columns.put("loss_function", row -> recipe(row).loss().word());
        columns.put("initialisation", row -> recipe(row).initialisation().word());
        columns.put("l1", row -> recipe(row).regularisation().l1());
        columns.put("l2", row -> recipe(row).regularisation().l2());
        columns.put("weight_decay", row -> recipe(row).regularisation().weightDecay());
        columns.put("clipping", row -> recipe(row).clipping().kind().word());
        columns.put("clipping_threshold", row -> recipe(row).clipping().threshold());
        columns.put("patience", row -> recipe(row).patience());
    }

    private static void ofTrial(ImmutableMap.Builder<String, Function<TrialRow, Object>> columns) {
        columns.put("epochs", row -> trial(row).budget().epochs());
        columns.put("schedule_epochs", row -> trial(row).budget().scheduleEpochs());
        columns.put("seed", row -> trial(row).seed());
        columns.put("fold", row -> trial(row).fold().word());
    }

    private static void ofOutcome(ImmutableMap.Builder<String, Function<TrialRow, Object>> columns) {
        columns.put(
                "status",
                row -> row.result()
                        .outcome()
                        .match(measured -> "measured", failed -> failed.cause().word()));
        columns.put("epochs_trained", row -> row.result().epochs());
        columns.put("loss", row -> measured(row, Measures::loss));
        columns.put("loss_standard_error", row -> measured(row, Measures::lossStandardError));
        columns.put("constant_loss", row -> measured(row, Measures::constantLoss));
        columns.put("accuracy", row -> measured(row, Measures::accuracy));
        columns.put("rmse", row -> measured(row, Measures::rmse));
        columns.put("rows", row -> measured(row, Measures::rows));
        columns.put("seconds", row -> row.result().effort().seconds());
        columns.put("worker", row -> row.result().effort().worker());
        columns.put("engine", row -> row.result().effort().engine());
        columns.put(
                "reused_from",
                row -> row.ended().reusedFrom() == null ? "" : row.ended().reusedFrom());
        columns.put(
                "failure",
                row -> row.result().failure().map(Outcome.Failed::reason).orElse(""));
    }

    private static Trial trial(TrialRow row) {
        return row.result().trial();
    }

    private static Recipe recipe(TrialRow row) {
        return trial(row).genome().recipe();
    }

    private static List<HiddenLayer> layers(TrialRow row) {
        return trial(row).genome().architecture().layers();
    }

    /** Returns a value of each layer, such as {@code 24 16}. */
    private static String joined(TrialRow row, Function<HiddenLayer, Object> value) {
        return layers(row).stream().map(value).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Object measured(TrialRow row, Function<Measures, @Nullable Object> measure) {
        return row.result().measures().map(measure).orElse("");
    }
}
