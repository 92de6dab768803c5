package nas.data;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;

/** Reads and writes the numbers of a table. */
public final class Numbers {
    private static final ImmutableSet<String> NOT_FINITE = ImmutableSet.of("nan", "inf", "infinity");
    private static final double EXACT = 1L << 53;

    private Numbers() {}

    /**
     * Returns the decimal number that a text stands for, infinity if it stands for something that is not finite
     * ({@code NaN}, {@code -inf}, {@code 1e999}), and NaN if it is no number at all.
     */
    public static double parse(String text) {
        if (!isDecimal(text)) {
            String word = Ascii.toLowerCase(CharMatcher.anyOf("+-").trimLeadingFrom(text));
            return NOT_FINITE.contains(word) ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Java's own parser also takes {@code 1f}, {@code 0x1p3} and blanks around the number. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    /** Returns the text of a finite number, without a fraction where it is an integer. */
    public static String format(double value) {
        return isInteger(value) && Math.abs(value) <= EXACT ? Long.toString((long) value) : Double.toString(value);
    }

    /** Tells whether a finite number is an integer. */
    public static boolean isInteger(double value) {
        return value == Math.rint(value);
    }
}
