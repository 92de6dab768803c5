package nas.space;

import java.util.Locale;

/** What a training makes small. What is reported and compared is always cross-entropy or squared error. */
public enum Loss {
    /** The task's own: cross-entropy for classes, squared error for values. */
    AUTO,
    /** Softmax and cross-entropy. */
    CROSS_ENTROPY,
    /** A sigmoid for each class and the sum of their binary cross-entropies. */
    BINARY_CROSS_ENTROPY,
    /** Mean squared error. */
    MSE,
    /** Mean absolute error. */
    MAE,
    /** Half the square of errors below 1, linear above (Huber 1964, doi 10.1214/aoms/1177703732). */
    HUBER;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
