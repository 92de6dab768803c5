package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A dimension: the finite list of values that a choice may take. One step is always one rung.
 *
 * @param rungs the values in their order, none twice, at least one
 */
public record Ladder<T>(List<T> rungs) {
    /** Number of values of a real range. */
    public static final int REAL_STEPS = 13;

    private static final double RUNGS_PER_OCTAVE = 4;

    /** How the rungs of a range are spread. */
    public enum Scale {
        /** At equal differences. */
        LINEAR,
        /** At equal ratios. */
        LOG
    }

    /** @throws IllegalArgumentException if there is no rung, or one twice */
    public Ladder {
        rungs = ImmutableList.copyOf(rungs);
        checkArgument(!rungs.isEmpty(), "there must be at least one value");
        checkArgument(rungs.stream().distinct().count() == rungs.size(), "values must differ, but were %s", rungs);
    }

    /**
     * Returns the integers of a range: all of them on a linear scale, {@code round(min·2^(k/4))} without repeats and
     * {@code max} as the last on a log scale.
     *
     * @throws IllegalArgumentException if {@code min > max}, or {@code min < 1} on a log scale
     */
    public static Ladder<Integer> integers(int min, int max, Scale scale) {
        checkRange(min, max, scale);
        return switch (scale) {
            case LINEAR -> new Ladder<>(IntStream.rangeClosed(min, max).boxed().toList());
            case LOG -> logIntegers(min, max);
        };
    }

    /**
     * Returns integers of a range, at most {@code steps} of them, both ends included: rounded, without repeats.
     *
     * @throws IllegalArgumentException if {@code min > max}, {@code steps < 2}, or {@code min < 1} on a log scale
     */
    public static Ladder<Integer> integers(int min, int max, Scale scale, int steps) {
        TreeSet<Integer> values = new TreeSet<>();
        for (double value : reals(min, max, scale, steps).rungs()) {
            values.add((int) Math.round(value));
        }
        return new Ladder<>(List.copyOf(values));
    }

    /**
     * Returns real values of a range, both ends included exactly.
     *
     * @throws IllegalArgumentException if {@code min > max}, {@code steps < 2}, or {@code min <= 0} on a log scale
     */
    public static Ladder<Double> reals(double min, double max, Scale scale, int steps) {
        checkRange(min, max, scale);
        checkArgument(steps >= 2, "steps must be >= 2, but was %s", steps);
        if (min == max) {
            return new Ladder<>(List.of(min));
        }
        IntToDoubleFunction value = switch (scale) {
            case LINEAR -> k -> min + (max - min) * k / (steps - 1);
            case LOG -> k -> min * StrictMath.pow(max / min, k / (steps - 1.0));
        };
        return new Ladder<>(IntStream.range(0, steps)
                .mapToObj(k -> k == steps - 1 ? max : value.applyAsDouble(k))
                .toList());
    }

    /** Returns the ladder of one value. */
    public static <T> Ladder<T> of(T value) {
        return new Ladder<>(List.of(value));
    }

    /** Tells whether each value is larger than the one before it. */
    public static <T extends Comparable<T>> boolean isAscending(Ladder<T> ladder) {
        return Comparators.isInStrictOrder(ladder.rungs(), Comparator.naturalOrder());
    }

    /** Returns the value in the middle, the higher of two. */
    public T middle() {
        return rungs.get(size() / 2);
    }

    /** Returns the number of values. */
    public int size() {
        return rungs.size();
    }

    /** Returns the first value. */
    public T first() {
        return rungs.get(0);
    }

    /** Returns the last value. */
    public T last() {
        return rungs.get(rungs.size() - 1);
    }

    /** Returns the value one rung below, if there is one. */
    public Optional<T> below(T value) {
        int index = rungs.indexOf(value);
        return index > 0 ? Optional.of(rungs.get(index - 1)) : Optional.empty();
    }

    /** Returns the value one rung above, if there is one. */
    public Optional<T> above(T value) {
        int index = rungs.indexOf(value);
        return index >= 0 && index < size() - 1 ? Optional.of(rungs.get(index + 1)) : Optional.empty();
    }

    private static Ladder<Integer> logIntegers(int min, int max) {
        TreeSet<Integer> values = new TreeSet<>();
        for (int k = 0; ; k++) {
            long value = Math.round(min * StrictMath.pow(2, k / RUNGS_PER_OCTAVE));
            if (value >= max) {
                break;
            }
            values.add((int) value);
        }
        values.add(max);
        return new Ladder<>(List.copyOf(values));
    }

    private static void checkRange(double min, double max, Scale scale) {
        checkArgument(min <= max, "min must be <= max, but %s > %s", text(min), text(max));
        checkArgument(scale == Scale.LINEAR || min > 0, "min must be > 0 on a log scale, but was %s", text(min));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
