package nas.data.table;

import java.util.ArrayList;
import java.util.List;
import nas.InvalidInputException;
import nas.data.Numbers;
import nas.data.Quoted;
import nas.data.Sizes;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;

/** The columns of numbers to predict. */
final class ValueColumns {
    private final Table table;
    private final List<TargetColumn> columns;

    ValueColumns(Table table, List<TargetColumn> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * Returns the targets, standardised on training rows.
     *
     * @throws InvalidInputException if a column does not vary over these, or a number is too large
     */
    Targets.Values targets(int[] trainingRows) {
        List<TargetEncoding.Output> outputs = new ArrayList<>();
        columns.forEach(column -> outputs.add(output(column, trainingRows)));
        float[] standardised = new float[Sizes.features(table.columns().file(), table.rows(), outputs.size())];
        for (int i = 0; i < outputs.size(); i++) {
            NumberCells numbers = columns.get(i).numbers();
            for (int row = 0; row < table.rows(); row++) {
                standardised[row * outputs.size() + i] = standardised(numbers.at(row), outputs.get(i));
            }
        }
        return new Targets.Values(standardised, new TargetEncoding.Values(outputs));
    }

    private TargetEncoding.Output output(TargetColumn column, int[] trainingRows) {
        NumberCells numbers = column.numbers();
        NumberFit fit = new NumberFit(numbers, trainingRows);
        if (!fit.isFinite()) {
            throw error(column.name(), "must have a finite mean and standard deviation, but its values are too large");
        }
        if (fit.isConstant()) {
            throw error(
                    column.name(),
                    "must vary over the training rows, but is " + Numbers.format(numbers.at(trainingRows[0]))
                            + " in all " + trainingRows.length);
        }
        return new TargetEncoding.Output(column.name(), fit.standardisation());
    }

    private float standardised(double value, TargetEncoding.Output output) {
        Standardisation standardisation = output.standardisation();
        float standardised = standardisation.apply(value);
        if (!Float.isFinite(standardised)) {
            throw error(output.name(), "must be finite in 32 bits when standardised, but " + value + " is not");
        }
        return standardised;
    }

    private InvalidInputException error(String column, String rule) {
        return new InvalidInputException(table.columns().file() + ": " + Quoted.line(column) + " " + rule);
    }
}
