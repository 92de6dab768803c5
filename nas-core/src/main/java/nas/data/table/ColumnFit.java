package nas.data.table;

import java.util.Arrays;
import nas.data.Standardisation;

/**
 * Means and population standard deviations of the columns of a matrix, over some of its rows, in double. Two passes:
 * the squares are those of differences from the mean.
 */
final class ColumnFit {
    private final DoubleList cells;
    private final int columns;
    private final double[] means;
    private final double[] deviations;

    /** Fits a row-major matrix {@code [rows, columns]} over the given rows. */
    ColumnFit(DoubleList cells, int columns, int[] rows) {
        this.cells = cells;
        this.columns = columns;
        this.means = new double[columns];
        this.deviations = new double[columns];
        fitMeans(rows);
        fitDeviations(rows);
    }

    /** A column of equal values has deviation 0, whatever rounding makes of its mean. */
    boolean isConstant(int column) {
        return deviations[column] == 0;
    }

    /** Tells whether the column's spread can be expressed in double. */
    boolean isFinite(int column) {
        return Double.isFinite(means[column]) && Double.isFinite(deviations[column]);
    }

    /** Returns the column's standardisation; a constant one is only centred. */
    Standardisation standardisation(int column) {
        return new Standardisation(means[column], isConstant(column) ? 1 : deviations[column]);
    }

    private void fitMeans(int[] rows) {
        double[] least = new double[columns];
        double[] most = new double[columns];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int row : rows) {
            for (int column = 0; column < columns; column++) {
                double value = cells.at(row * columns + column);
                means[column] += value;
                least[column] = Math.min(least[column], value);
                most[column] = Math.max(most[column], value);
            }
        }
        for (int column = 0; column < columns; column++) {
            boolean isConstant = least[column] == most[column];
            means[column] = isConstant ? least[column] : means[column] / rows.length;
        }
    }

    private void fitDeviations(int[] rows) {
        for (int row : rows) {
            for (int column = 0; column < columns; column++) {
                double difference = cells.at(row * columns + column) - means[column];
                deviations[column] += difference * difference;
            }
        }
        for (int column = 0; column < columns; column++) {
            deviations[column] = Math.sqrt(deviations[column] / rows.length);
        }
    }
}
