package nas.data.table;

import com.google.common.math.Quantiles;
import nas.data.ColumnEncoding;
import nas.data.Standardisation;

/**
 * Mean, population standard deviation, median and range of a column of numbers over some rows, in double. Missing cells do
 * not count. Two passes: the squares are those of differences from the mean.
 */
final class NumberFit {
    /** Values within so many standard deviations are never bounded, whatever the training rows hold. */
    private static final float BOUND = 10;

    private final NumberCells cells;
    private final int[] rows;
    private int count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double mean;
    private double deviation;

    NumberFit(NumberCells cells, int[] rows) {
        this.cells = cells;
        this.rows = rows;
        fitMean();
        fitDeviation();
    }

    private void fitMean() {
        double sum = 0;
        for (int row : rows) {
            double value = cells.at(row);
            if (!Double.isNaN(value)) {
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
                count++;
            }
        }
        mean = isConstant() ? (count == 0 ? 0 : least) : sum / count;
    }

    private void fitDeviation() {
        double sum = 0;
        for (int row : rows) {
            double value = cells.at(row);
            if (!Double.isNaN(value)) {
                sum += (value - mean) * (value - mean);
            }
        }
        deviation = isConstant() ? 0 : Math.sqrt(sum / count);
    }

    /** Returns the number of cells that are not missing. */
    int count() {
        return count;
    }

    /** Tells whether all cells that are not missing are equal. */
    boolean isConstant() {
        return count == 0 || least == most;
    }

    /** Tells whether all cells that are not missing are 0 or 1, and both occur. */
    boolean isBinary() {
        if (least != 0 || most != 1) {
            return false;
        }
        for (int row : rows) {
            double value = cells.at(row);
            if (value > 0 && value < 1) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the column's spread can be expressed in double. */
    boolean isFinite() {
        return Double.isFinite(mean) && Double.isFinite(deviation);
    }

    /** Returns the column's standardisation; a constant one is only centred. */
    Standardisation standardisation() {
        return new Standardisation(mean, deviation == 0 ? 1 : deviation);
    }

    /** Returns the encoding of standardised numbers; what is far outside the rows' range is bounded. */
    ColumnEncoding.Numeric standardised(String name, boolean isIndicated) {
        Standardisation standardisation = standardisation();
        float lowest = count == 0 ? 0 : standardisation.apply(least);
        float highest = count == 0 ? 0 : standardisation.apply(most);
        return new ColumnEncoding.Numeric(
                name, median(), standardisation, Math.min(lowest, -BOUND), Math.max(highest, BOUND), isIndicated);
    }

    /** Returns the encoding of numbers that are 0 or 1. */
    ColumnEncoding.Numeric binary(String name, boolean isIndicated) {
        return new ColumnEncoding.Numeric(name, median(), Standardisation.NONE, 0, 1, isIndicated);
    }

    private double median() {
        if (count == 0) {
            return 0;
        }
        double[] values = new double[count];
        int i = 0;
        for (int row : rows) {
            double value = cells.at(row);
            if (!Double.isNaN(value)) {
                values[i++] = value;
            }
        }
        return Quantiles.median().computeInPlace(values);
    }
}
