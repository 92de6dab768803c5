package nas.data.table;

import nas.InvalidInputException;
import nas.data.ColumnEncoding;
import nas.data.ColumnKind;
import nas.data.Quoted;

/**
 * A column of numbers.
 *
 * @param file the table's name in messages
 * @param name the column's name
 * @param cells its cells
 * @param isBinary whether it holds nothing but 0 and 1, which are inputs as they are
 * @param isIndicated whether there is a second input that tells missing cells
 * @param note what is worth saying about it
 */
record NumberColumn(
        String file, int column, String name, NumberCells cells, boolean isBinary, boolean isIndicated, String note)
        implements InputColumn {
    @Override
    public int count() {
        return isIndicated ? 2 : 1;
    }

    @Override
    public ColumnKind kind() {
        return isBinary ? ColumnKind.BOOLEAN : ColumnKind.NUMERIC;
    }

    @Override
    public ColumnEncoding.Numeric fit(int[] trainingRows) {
        NumberFit fit = new NumberFit(cells, trainingRows);
        if (!fit.isFinite()) {
            throw new InvalidInputException(file + ": " + Quoted.line(name)
                    + " must have a finite mean and standard deviation, but its values are too large");
        }
        return isBinary ? fit.binary(name, isIndicated) : fit.standardised(name, isIndicated);
    }

    @Override
    public void encode(ColumnEncoding encoding, float[] features, int inputs, int at) {
        ColumnEncoding.Numeric number = number(encoding);
        for (int row = 0; row < cells.size(); row++) {
            number.encode(cells.at(row), features, row * inputs + at);
        }
    }

    @Override
    public int bounded(ColumnEncoding encoding) {
        ColumnEncoding.Numeric number = number(encoding);
        int bounded = 0;
        for (int row = 0; row < cells.size(); row++) {
            bounded += number.isBeyond(cells.at(row)) ? 1 : 0;
        }
        return bounded;
    }

    private static ColumnEncoding.Numeric number(ColumnEncoding encoding) {
        return (ColumnEncoding.Numeric) encoding;
    }
}
