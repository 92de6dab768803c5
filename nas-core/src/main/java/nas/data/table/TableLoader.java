package nas.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nas.InvalidInputException;
import nas.data.ClassWeights;
import nas.data.ColumnEncoding;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.FoldedSplit;
import nas.data.InputEncoding;
import nas.data.LoadedData;
import nas.data.Preprocessing;
import nas.data.Quoted;
import nas.data.Sizes;
import nas.data.Split;
import nas.data.Splitter;
import nas.data.Strata;
import nas.data.Targets;
import nas.data.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits a table, fits its preprocessing on the training rows and encodes all rows. Where there are folds, which columns
 * become inputs, and which levels have inputs of their own, is settled on all rows that are not for the test, so that
 * every fold has the same inputs; numbers are fitted on each fold's own training rows.
 */
public final class TableLoader {
    private static final Logger LOG = LoggerFactory.getLogger(TableLoader.class);

    private final String name;
    private final Table table;
    private final DataDescription description;

    private TableLoader(String name, Table table, DataDescription description) {
        this.name = name;
        this.table = table;
        this.description = description;
    }

    /**
     * Makes a data set of a table.
     *
     * @param name a short name for people
     * @throws InvalidInputException if the description does not suit the table
     */
    public static LoadedData load(String name, Table table, DataDescription description) {
        return new TableLoader(name, table, description).load();
    }

    private LoadedData load() {
        List<TargetColumn> columns = new ArrayList<>();
        table.columns().targets().forEach(column -> columns.add(new TargetColumn(table, column)));
        boolean isSingle = columns.size() == 1;
        return isSingle && columns.get(0).task(table.columns().task(description.target())) == Task.CLASSIFICATION
                ? classification(columns.get(0))
                : regression(new ValueColumns(table, columns));
    }

    private LoadedData classification(TargetColumn column) {
        TargetColumn.Labels labels = column.labels();
        Targets.Classes classes = new Targets.Classes(labels.labels(), labels.names());
        return loaded(
                Strata.of(classes, table.official()),
                rows -> ClassWeights.apply(description.target().weights(), classes, rows));
    }

    private LoadedData regression(ValueColumns columns) {
        return loaded(
                Strata.of(table.rows()).withOfficial(table.official()),
                rows -> ClassWeights.apply(description.target().weights(), columns.targets(rows), rows));
    }

    private LoadedData loaded(Strata strata, Function<int[], Targets> targets) {
        FoldedSplit folded = Splitter.split(description.split(), description.rows(), new TableStrata(table).of(strata));
        int[] rows = folded.split().train();
        InputLayout layout = new InputLayout(table, description.reading(), rows);
        checkMemory(layout.inputs(), 1 + folded.folds().size());
        Dataset data = folded.dataset(split -> encode(layout.inputs(), targets.apply(split.train()), split));
        warnOfBounded(layout.inputs(), data.preprocessing().inputs());
        return new LoadedData(data, new ProfileText(table, layout).profile(data.targets()));
    }

    private Dataset encode(List<InputColumn> columns, Targets targets, Split split) {
        InputEncoding.Columns inputs = new InputEncoding.Columns(
                encodings(columns, split.train()),
                description.reading().missing().words());
        Features features = new Features.Floats(features(columns, inputs), inputs.count());
        Preprocessing preprocessing = new Preprocessing(inputs, targets.encoding());
        return Dataset.of(name, new Dataset.Rows(features, targets), split, preprocessing);
    }

    /** Each fold has features of its own. */
    private void checkMemory(List<InputColumn> columns, int copies) {
        long inputs = columns.stream().mapToLong(InputColumn::count).sum();
        String times = copies == 1 ? "" : ", " + copies + " times,";
        Sizes.checkMemory(
                name + ": " + table.rows() + " rows of " + inputs + " inputs" + times,
                (long) Float.BYTES * copies * table.rows() * inputs);
    }

    private static List<ColumnEncoding> encodings(List<InputColumn> columns, int[] trainingRows) {
        List<ColumnEncoding> encodings = new ArrayList<>();
        columns.forEach(column -> encodings.add(column.fit(trainingRows)));
        return encodings;
    }

    private float[] features(List<InputColumn> columns, InputEncoding.Columns inputs) {
        int count = inputs.count();
        int length = Sizes.features(name, table.rows(), count);
        float[] features = new float[length];
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            ColumnEncoding encoding = inputs.columns().get(i);
            columns.get(i).encode(encoding, features, count, at);
            at += encoding.count();
        }
        return features;
    }

    private static void warnOfBounded(List<InputColumn> columns, InputEncoding inputs) {
        List<ColumnEncoding> encodings = inputs.match(InputEncoding.Columns::columns, pixels -> List.of());
        List<String> bounded = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int count = columns.get(i).bounded(encodings.get(i));
            if (count > 0) {
                bounded.add(encodings.get(i).column() + " (" + count + ")");
            }
        }
        if (!bounded.isEmpty()) {
            LOG.warn(
                    "Values far outside what the training rows hold are bounded: {}; in brackets how many",
                    Quoted.list(bounded));
        }
    }
}
