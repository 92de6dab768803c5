package nas.spec;

import java.util.Optional;
import java.util.stream.Stream;
import nas.space.Ladder;
import nas.space.Ladder.Scale;

/** Writes ladders as the ranges that they are, such as {@code {min: 4, max: 64, scale: log}}. */
final class RangeText {
    /** Fewer values are shorter as a list. */
    private static final int FEWEST = 3;

    private RangeText() {}

    /** Returns the range of which these are the integers, if there is one. */
    static Optional<String> integers(Ladder<Integer> ladder) {
        return Stream.of(Scale.values())
                .filter(scale -> isSpan(ladder, scale))
                .filter(scale -> ladder.equals(Ladder.integers(ladder.first(), ladder.last(), scale)))
                .map(scale -> text(ladder, word(scale)))
                .findFirst();
    }

    /** Returns the range of which these are the numbers, if there is one. */
    static Optional<String> reals(Ladder<Double> ladder) {
        String steps = ladder.size() == Ladder.REAL_STEPS ? "" : ", steps: " + ladder.size();
        return Stream.of(Scale.values())
                .filter(scale -> isSpan(ladder, scale))
                .filter(scale -> isRange(ladder, scale))
                .map(scale -> text(ladder, word(scale) + steps))
                .findFirst();
    }

    private static boolean isSpan(Ladder<? extends Number> ladder, Scale scale) {
        double first = ladder.first().doubleValue();
        return ladder.size() >= FEWEST && first < ladder.last().doubleValue() && (scale == Scale.LINEAR || first > 0);
    }

    private static boolean isRange(Ladder<Double> ladder, Scale scale) {
        try {
            return ladder.equals(Ladder.reals(ladder.first(), ladder.last(), scale, ladder.size()));
        } catch (IllegalArgumentException e) {
            return false; // neighbours fall together
        }
    }

    private static String word(Scale scale) {
        return switch (scale) {
            case LINEAR -> "";
            case LOG -> ", scale: log";
        };
    }

    private static String text(Ladder<?> ladder, String more) {
        return "{min: " + ladder.first() + ", max: " + ladder.last() + more + "}";
    }
}
