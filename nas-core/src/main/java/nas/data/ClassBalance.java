package nas.data;

import java.util.Locale;

/**
 * How many training rows the most frequent and the rarest class have.
 *
 * @param frequent name of the most frequent class, of several the first
 * @param frequentRows how many rows it has
 * @param rare name of the rarest class, of several the first
 * @param rareRows how many rows it has; may be 0
 * @param rows number of rows of all classes, at least 1
 */
public record ClassBalance(String frequent, long frequentRows, String rare, long rareRows, long rows) {
    /** From here on accuracy says little: always predicting the most frequent of two classes is right in 75 %. */
    private static final int IMBALANCED = 3;

    /** Counts the classes of these rows. */
    public static ClassBalance of(Targets.Classes classes, int[] training) {
        long[] counts = count(classes, training);
        int most = 0;
        int least = 0;
        for (int label = 1; label < counts.length; label++) {
            most = counts[label] > counts[most] ? label : most;
            least = counts[label] < counts[least] ? label : least;
        }
        return new ClassBalance(
                classes.names().get(most), counts[most], classes.names().get(least), counts[least], training.length);
    }

    static long[] count(Targets.Classes classes, int[] rows) {
        long[] counts = new long[classes.names().size()];
        for (int row : rows) {
            counts[classes.labels()[row]]++;
        }
        return counts;
    }

    /** Tells whether the most frequent class has at least 3 times the rows of the rarest. */
    public boolean isImbalanced() {
        return frequentRows >= IMBALANCED * rareRows;
    }

    /** Returns such as {@code 72 % of the training rows are 'no', 5 % are 'maybe'}. */
    public String sentence() {
        return percent(frequentRows) + " of the training rows are " + Quoted.text(frequent) + ", " + percent(rareRows)
                + " are " + Quoted.text(rare);
    }

    private String percent(long count) {
        double percent = 100.0 * count / rows;
        if (count == 0 || count == rows) {
            return String.format(Locale.ROOT, "%.0f %%", percent);
        }
        if (percent < 0.1 || percent > 99.9) {
            return percent < 0.1 ? "under 0.1 %" : "over 99.9 %";
        }
        return String.format(Locale.ROOT, percent < 1 || percent > 99 ? "%.1f %%" : "%.0f %%", percent);
    }
}
