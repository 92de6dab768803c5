package nas.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/** The ways of writing numbers that a search space knows: decimal ones, so none that YAML versions read differently. */
final class NumberText {
    private static final String WHOLE = "(?:0|[1-9][0-9]*(?:_[0-9]+)*)";
    private static final Pattern INTEGER = Pattern.compile("[-+]?" + WHOLE);
    private static final Pattern REAL =
            Pattern.compile("[-+]?(?:" + WHOLE + "(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern PERCENTAGE = Pattern.compile("[-+]?(?:" + WHOLE + "(?:\\.[0-9]*)?|\\.[0-9]+) ?%");

    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,8})");

    /** Largest denominator of the fractions that are written. */
    private static final int DENOMINATORS = 10;

    private static final int MAX_LENGTH = 100;

    private NumberText() {}

    /** Tells whether a text is an integer such as {@code 100000} or {@code 100_000}. */
    static boolean isInteger(String text) {
        return matches(INTEGER, text);
    }

    /** Tells whether a text is a number such as {@code 3}, {@code 0.5} or {@code 1e-3}. */
    static boolean isReal(String text) {
        return matches(REAL, text);
    }

    /** Tells whether a text is a percentage such as {@code 2%} or {@code 0.5%}. */
    static boolean isPercentage(String text) {
        return matches(PERCENTAGE, text);
    }

    /** Tells whether a text is a number or a percentage. */
    static boolean isNumber(String text) {
        return isReal(text) || isPercentage(text);
    }

    /** Returns the integer, or the nearest {@code long} to it. */
    static long integer(String text) {
        try {
            return Long.parseLong(withoutUnderscores(text));
        } catch (NumberFormatException e) {
            return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Tells whether an integer lies outside of what a {@code long} can hold. */
    static boolean isOverflow(String text) {
        try {
            Long.parseLong(withoutUnderscores(text));
            return false;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Returns the number, infinite if it is too large; zero never has a sign. */
    static double real(String text) {
        return Double.parseDouble(withoutUnderscores(text)) + 0.0;
    }

    /** Returns the share that a percentage is, rounded once. */
    static double percentage(String text) {
        String digits = withoutUnderscores(text).replace("%", "").strip();
        return Double.parseDouble(digits + "e-2") + 0.0;
    }

    /** Tells whether a text is a fraction such as {@code 1/3}. */
    static boolean isFraction(String text) {
        return matches(FRACTION, text);
    }

    /** Returns the number that a fraction is, rounded once. */
    static double fraction(String text) {
        int slash = text.indexOf('/');
        return (double) Integer.parseInt(text.substring(0, slash)) / Integer.parseInt(text.substring(slash + 1));
    }

    /** Returns the fraction of small numbers that a share below 1 is, if it is one. */
    static Optional<String> fractionOf(double share) {
        for (int denominator = 2; denominator <= DENOMINATORS; denominator++) {
            long numerator = Math.round(share * denominator);
            if (numerator >= 1 && numerator < denominator && (double) numerator / denominator == share) {
                return Optional.of(numerator + "/" + denominator);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Pattern form, String text) {
        return text.length() <= MAX_LENGTH && form.matcher(text).matches();
    }

    private static String withoutUnderscores(String text) {
        return text.replace("_", "");
    }
}
