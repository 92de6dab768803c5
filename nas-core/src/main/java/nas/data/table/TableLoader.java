package nas.data.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Quoted;
import nas.data.Split;
import nas.data.SplitRule;
import nas.data.Splitter;
import nas.data.Standardisation;
import nas.data.Strata;
import nas.data.Targets;
import nas.data.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Splits a table, fits its preprocessing on the training rows and encodes all rows. */
public final class TableLoader {
    private static final Logger LOG = LoggerFactory.getLogger(TableLoader.class);

    private final Table table;

    private TableLoader(Table table) {
        this.table = table;
    }

    public static Dataset load(String name, Table table, DataDescription description) {
        TableLoader loader = new TableLoader(table);
        boolean hasClasses = table.target().task(description.target().task()) == Task.CLASSIFICATION;
        return hasClasses
                ? loader.classification(name, description.split())
                : loader.regression(name, description.split());
    }

    private Dataset classification(String name, SplitRule rule) {
        Targets.Classes classes = table.target().classes();
        return encode(name, classes, Splitter.split(rule, Strata.of(classes, 0)));
    }

    private Dataset regression(String name, SplitRule rule) {
        Split split = Splitter.split(rule, Strata.of(table.rows()));
        return encode(name, values(split.train()), split);
    }

    private Targets.Values values(int[] train) {
        String target = table.columns().targetName();
        DoubleList numbers = table.target().numbers();
        ColumnFit fit = new ColumnFit(numbers, 1, train);
        checkFinite(fit, 0, target);
        if (fit.isConstant(0)) {
            throw error(
                    target,
                    "must vary over the training rows, but is " + Numbers.format(numbers.at(train[0])) + " in all "
                            + train.length);
        }
        Standardisation standardisation = fit.standardisation(0);
        float[] standardised = new float[table.rows()];
        for (int row = 0; row < standardised.length; row++) {
            standardised[row] = encode(numbers.at(row), standardisation, target);
        }
        return new Targets.Values(standardised, standardisation);
    }

    private Dataset encode(String name, Targets targets, Split split) {
        List<String> names = table.columns().inputNames();
        List<Standardisation> columns = fit(names, split.train());
        Preprocessing preprocessing = new Preprocessing(names, new InputEncoding.Columns(columns), targets.encoding());
        return Dataset.of(name, new Dataset.Rows(features(names, columns), targets), split, preprocessing);
    }

    private List<Standardisation> fit(List<String> names, int[] train) {
        ColumnFit fit = new ColumnFit(table.cells(), names.size(), train);
        IntStream.range(0, names.size()).forEach(column -> checkFinite(fit, column, names.get(column)));
        List<String> constant = IntStream.range(0, names.size())
                .filter(fit::isConstant)
                .mapToObj(names::get)
                .collect(ImmutableList.toImmutableList());
        if (!constant.isEmpty()) {
            LOG.warn("Columns that are constant over the training rows tell nothing: {}", Quoted.list(constant));
        }
        return IntStream.range(0, names.size()).mapToObj(fit::standardisation).collect(ImmutableList.toImmutableList());
    }

    private float[] features(List<String> names, List<Standardisation> columns) {
        float[] features = new float[table.cells().size()];
        int i = 0;
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                features[i] = encode(table.cells().at(i), columns.get(column), names.get(column));
                i++;
            }
        }
        return features;
    }

    private float encode(double value, Standardisation standardisation, String name) {
        float encoded = standardisation.apply(value);
        if (!Float.isFinite(encoded)) {
            throw error(name, "must be finite in 32 bits when standardised, but " + value + " is not");
        }
        return encoded;
    }

    private void checkFinite(ColumnFit fit, int column, String name) {
        if (!fit.isFinite(column)) {
            throw error(name, "must have a finite mean and standard deviation, but its values are too large");
        }
    }

    private InvalidInputException error(String name, String rule) {
        return new InvalidInputException(table.columns().file() + ": " + Quoted.line(name) + " " + rule);
    }
}
