package nas.select;

import java.util.List;

/** How far the mean of repeated measurements may be off, by how far they lie apart. */
final class Spread {
    private Spread() {}

    /** Returns the variance of the mean of independent numbers; 0 of fewer than two, which say nothing about it. */
    static double ofMean(List<Double> values) {
        return values.size() < 2 ? 0 : sample(values) / values.size();
    }

    /**
     * Returns the variance of the mean over all folds of several partitions, corrected for their training rows being largely
     * the same (Nadeau & Bengio 2003, doi 10.1023/A:1024068626366).
     *
     * @param folds folds of each partition, at least 2
     */
    static double ofFolds(List<Double> values, int folds) {
        return (1.0 / values.size() + 1.0 / (folds - 1)) * sample(values);
    }

    private static double sample(List<Double> values) {
        double mean = values.stream().mapToDouble(value -> value).sum() / values.size();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.size() - 1);
    }
}
