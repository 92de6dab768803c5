package nas.train;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nas.data.Targets;

/**
 * How well classes are told apart, every row counting alike. What the rows leave undefined is empty.
 *
 * <ul>
 *   <li>Balanced accuracy: the mean over classes of the share of their rows that are right, "recall" (Brodersen et al.
 *       2010, "The Balanced Accuracy and Its Posterior Distribution", doi:10.1109/ICPR.2010.764).
 *   <li>ROC AUC: how often a row of a class is given a higher probability of it than one of another class, ties counting
 *       half; by ranks (Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747). Of two classes it is that of the
 *       second, which is that of the first as well. Of more it is the mean over classes of each against the rest (Fawcett
 *       2006, "An introduction to ROC analysis", doi:10.1016/j.patrec.2005.10.010), but unweighted.
 *   <li>F1: {@code 2·hits / (rows + predictions)} of a class. Of two classes it is that of the second in their order, "1"
 *       or "yes". Of more it is the mean over classes (Opitz & Burst 2019, "Macro F1 and Macro F1", arXiv 1911.03347).
 * </ul>
 */
final class ClassMetrics {
    private final int[] labels;
    private final int classes;
    private final long[] rowsOf;
    private final long[] predicted;
    private final long[] hits;

    /**
     * Counts.
     *
     * @param rows indices into the data set
     * @param said what the network says of each of these rows, {@code [rows, classes]}, row-major; the highest is its
     *     prediction, of several the first
     */
    ClassMetrics(Targets.Classes targets, int[] rows, float[] said) {
        this.classes = targets.outputs();
        this.labels = new int[rows.length];
        this.rowsOf = new long[classes];
        this.predicted = new long[classes];
        this.hits = new long[classes];
        for (int i = 0; i < rows.length; i++) {
            int label = targets.labels()[rows[i]];
            int prediction = RowScores.highest(said, i * classes, classes);
            labels[i] = label;
            rowsOf[label]++;
            predicted[prediction]++;
            hits[label] += prediction == label ? 1 : 0;
        }
    }

    /** Returns the mean recall of the classes that have rows. */
    OptionalDouble balancedAccuracy() {
        return mean(label ->
                rowsOf[label] == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits[label] / rowsOf[label]));
    }

    /** Returns F1 of the second of two classes, or the mean of those that have rows or are predicted. */
    OptionalDouble f1() {
        return classes == 2 ? f1(1) : mean(this::f1);
    }

    private OptionalDouble f1(int label) {
        long sum = rowsOf[label] + predicted[label];
        return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * hits[label] / sum);
    }

    /**
     * Returns the area under the curve of two classes, or the mean over those that some rows have and others have not.
     *
     * @param probabilities {@code [rows, classes]}, row-major
     */
    OptionalDouble rocAuc(float[] probabilities) {
        long[] ranked = new long[labels.length];
        return classes == 2 ? rocAuc(1, probabilities, ranked) : mean(label -> rocAuc(label, probabilities, ranked));
    }

    /** Each row becomes one number: its probability's bits, which sort as it does, and last whether it is of the class. */
    private OptionalDouble rocAuc(int label, float[] probabilities, long[] ranked) {
        long inside = rowsOf[label];
        long outside = labels.length - inside;
        if (inside == 0 || outside == 0) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < ranked.length; i++) {
            long bits = Float.floatToIntBits(probabilities[i * classes + label] + 0f); // makes 0 of -0
            ranked[i] = bits << 1 | (labels[i] == label ? 1 : 0);
        }
        Arrays.sort(ranked);
        return OptionalDouble.of(pairs(ranked) / (2.0 * inside * outside));
    }

    /** Returns twice the number of pairs of a row of the class above one of another, ties counting half. */
    private static long pairs(long[] ranked) {
        long pairs = 0;
        long below = 0;
        int from = 0;
        while (from < ranked.length) {
            long inside = 0;
            int to = from;
            while (to < ranked.length && ranked[to] >> 1 == ranked[from] >> 1) {
                inside += ranked[to] & 1;
                to++;
            }
            long outside = to - from - inside;
            pairs += inside * (2 * below + outside);
            below += outside;
            from = to;
        }
        return pairs;
    }

    private OptionalDouble mean(IntFunction<OptionalDouble> ofClass) {
        return IntStream.range(0, classes)
                .mapToObj(ofClass)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }
}
