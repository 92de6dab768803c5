package nas.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.select.MetricEstimate;
import nas.select.Neighbour;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; independent of the locale. */
final class Figures {
    /** From here on numbers are written with an exponent. */
    private static final double LARGE = 1e12;

    /** From here on counts are written with an exponent. */
    private static final long MOST_DIGITS = 1_000_000_000_000_000L;

    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns what stands above a column of a metric, in at most 10 letters. */
    static String heading(LeadingMetric metric) {
        return metric == LeadingMetric.BALANCED_ACCURACY
                ? "BAL. ACC."
                : metric.label().toUpperCase(Locale.ROOT);
    }

    /** Returns all digits of up to 15, else such as {@code 1.2e40}. */
    static String count(BigInteger number) {
        if (number.bitLength() < Long.SIZE && number.longValue() < MOST_DIGITS) {
            return count(number.longValue());
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(2));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).setScale(1) + "e" + exponent;
    }

    /** Returns such as {@code 30.9 MB}. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** Returns such as {@code 1 genome} or {@code 2 genomes}. */
    static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a text of at most so many letters; what is left out of a longer one is a tilde. */
    static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "~" : text;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /**
     * Returns by how much a loss exceeds another one, as a share of what there is to learn, such as {@code 1.24 +- 0.12 %};
     * {@code failed} where it is not known.
     */
    static String worse(@Nullable Double difference, @Nullable Double standardError, double explained) {
        return difference == null
                ? "failed"
                : String.format(
                        Locale.ROOT,
                        "%.2f +- %.2f %%",
                        100 * difference / explained,
                        100 * (standardError == null ? 0 : standardError) / explained);
    }

    /** Returns what stands above what neighbours are judged by. */
    static String judgedBy(List<Neighbour> neighbours) {
        return neighbours.stream()
                .flatMap(neighbour -> Optional.ofNullable(neighbour.metric()).stream())
                .findFirst()
                .map(measured -> heading(measured.metric()))
                .orElse("WORSE BY");
    }

    /** Returns what a neighbour is judged by: the metric that must reach a threshold, with its margin, or else its loss. */
    static String judged(Neighbour neighbour, double explained) {
        MetricEstimate measured = neighbour.metric();
        if (measured == null) {
            return worse(neighbour.difference(), neighbour.standardError(), explained);
        }
        return measured.metric().isShare()
                ? String.format(Locale.ROOT, "%.2f +- %.2f %%", 100 * measured.value(), 100 * measured.margin())
                : significant(measured.value()) + " +- " + significant(measured.margin());
    }

    /** Returns a metric's name and value, such as {@code accuracy 98.1 %}. */
    static String metric(LeadingMetric metric, Measures measures) {
        return metric.label() + " " + value(metric, measures);
    }

    /** Returns the value of a metric as people read it, or a dash where it was not measured. */
    static String value(LeadingMetric metric, Measures measures) {
        return metric.of(measures).map(value -> value(metric, value)).orElse("-");
    }

    /** Returns a value of a metric as people read it. */
    static String value(LeadingMetric metric, double value) {
        return metric.isShare() ? percent(value) : significant(value);
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

    /** Returns such as {@code 0.004 s} or {@code 2.5 s} for a short time, else a rough duration. */
    static String seconds(double seconds) {
        if (seconds >= 10) {
            return rough(Duration.ofMillis(Math.round(seconds * 1e3)));
        }
        return seconds < 0.001
                ? "under 0.001 s"
                : new BigDecimal(seconds)
                                .round(new MathContext(seconds < 1 ? 1 : 2))
                                .toPlainString() + " s";
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
