package nas.bench;

import java.util.stream.IntStream;
import nas.Seeds;
import nas.data.Dataset;
import nas.data.Split;

/**
 * The same training rows twice, each with another half of the validation rows.
 *
 * @param seen what a strategy sees: measured on the first half
 * @param judged what its answer is judged on: measured on the second half
 */
record HalvedData(Dataset seen, Dataset judged) {
    /**
     * Halves the validation rows of a data set at random; the first half takes an odd row.
     *
     * @param data rows without folds, at least two of them for validation
     * @param seed says which row goes where
     */
    static HalvedData of(Dataset data, long seed) {
        int[] validation = data.split().validation();
        int[] order = Seeds.permutation(validation.length, seed);
        int half = (validation.length + 1) / 2;
        return new HalvedData(
                with(data, rows(validation, order, 0, half)), with(data, rows(validation, order, half, order.length)));
    }

    private static int[] rows(int[] validation, int[] order, int from, int to) {
        return IntStream.range(from, to)
                .map(place -> validation[order[place]])
                .sorted()
                .toArray();
    }

    private static Dataset with(Dataset data, int[] validation) {
        Split split = new Split(data.split().train(), validation, data.split().test());
        return Dataset.of(data.name(), new Dataset.Rows(data.features(), data.targets()), split, data.preprocessing());
    }
}
