package nas.data.table;

import nas.data.ColumnEncoding;
import nas.data.ColumnKind;

/** A column that becomes inputs: what it holds and which inputs those are is settled, the numbers are fitted. */
interface InputColumn {
    /** Returns its index in the table. */
    int column();

    /** Returns the number of inputs that it becomes. */
    int count();

    /** Returns what it holds. */
    ColumnKind kind();

    /** Returns what is worth saying about it; may be empty. */
    String note();

    /**
     * Returns how its cells become inputs. Numbers are fitted on training rows; levels were settled before, on all rows
     * that are not for the test where there are folds, so that these have the same inputs.
     *
     * @throws nas.InvalidInputException if the numbers in these rows are too large
     */
    ColumnEncoding fit(int[] trainingRows);

    /**
     * Writes the inputs of all rows.
     *
     * @param encoding as {@link #fit} returned it
     * @param features {@code [rows, inputs]}, row-major
     * @param at the first of this column's inputs
     */
    void encode(ColumnEncoding encoding, float[] features, int inputs, int at);

    /** Counts the cells that an encoding bounds. */
    int bounded(ColumnEncoding encoding);
}
