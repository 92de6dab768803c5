package nas.cli;

import java.time.Duration;
import java.util.Locale;
import nas.trial.Measures;

/** Numbers as people read them; independent of the locale. */
final class Figures {
    /** From here on numbers are written with an exponent. */
    private static final double LARGE = 1e12;

    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns such as {@code 1 genome} or {@code 2 genomes}. */
    static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Returns the metric that people ask for first: accuracy, or the error in the target's unit. */
    static String leading(Measures measures) {
        Double accuracy = measures.accuracy();
        Double rmse = measures.rmse();
        if (accuracy != null) {
            return percent(accuracy);
        }
        return rmse == null ? "" : significant(rmse);
    }

    /** Returns what {@link #leading} is called. */
    static String leadingName(Measures measures) {
        return measures.accuracy() != null ? "accuracy" : "rmse";
    }

    /** Returns four significant digits or more: losses range over many orders of magnitude. */
    static String significant(double number) {
        if (number == 0) {
            return "0";
        }
        if (Math.abs(number) >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", number);
        }
        int digits = (int) Math.max(0, 3 - Math.floor(Math.log10(Math.abs(number))));
        return String.format(Locale.ROOT, "%,." + Math.min(digits, 12) + "f", number);
    }

    /** Returns a rough duration such as {@code 45 s}, {@code 3 min} or {@code 2 h 5 min}. */
    static String rough(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h " + minutes % 60 + " min";
        }
        return minutes / (24 * 60) + " days";
    }
}
