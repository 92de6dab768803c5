package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which one of several, given from small to large, is the answer.
 *
 * @param winner the one that is chosen
 * @param isMet whether it is good enough, or but the nearest
 */
record Choice<T>(T winner, boolean isMet) {
    /** Chooses the smallest that is good enough; at least one must be. */
    static <T> Choice<T> smallest(List<T> fromSmall, Predicate<T> isGood) {
        return new Choice<>(fromSmall.stream().filter(isGood).findFirst().orElseThrow(), true);
    }

    /**
     * Chooses, from the largest on, the last before the first that is not surely good enough; where already the largest is
     * not, the one that comes nearest, of several the smallest.
     *
     * @param doubt the probability that the largest passes though it is not good enough; all others have 0.05
     */
    static <T> Choice<T> reaching(List<T> fromSmall, Function<T, Optional<Estimate>> shortfall, double doubt) {
        checkArgument(!fromSmall.isEmpty(), "there must be something to choose from");
        int first = fromSmall.size();
        double confidence = 1 - doubt;
        while (first > 0 && isSure(shortfall.apply(fromSmall.get(first - 1)), confidence)) {
            first--;
            confidence = Estimate.CONFIDENCE;
        }
        return first < fromSmall.size()
                ? new Choice<>(fromSmall.get(first), true)
                : new Choice<>(
                        fromSmall.stream()
                                .min(Comparator.comparingDouble(each -> shortfall
                                        .apply(each)
                                        .map(Estimate::value)
                                        .orElse(Double.POSITIVE_INFINITY)))
                                .orElseThrow(),
                        false);
    }

    private static boolean isSure(Optional<Estimate> shortfall, double confidence) {
        return shortfall.filter(found -> found.isSurelyGood(confidence)).isPresent();
    }
}
