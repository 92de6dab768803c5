package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;

/**
 * The ladder of budgets that a search climbs: all genomes of a generation are trained at the first rung, and a share of
 * those at each rung is trained on to the next (Jamieson & Talwalkar 2016, "Non-stochastic Best Arm Identification and
 * Hyperparameter Optimization", AISTATS, arXiv 1502.07943).
 *
 * @param epochs epochs of each rung, ascending, each at least 1, at least one
 * @param keep which share of the genomes at each rung but the last goes on, each above 0 and at most 1; one less than rungs
 */
public record RungSettings(List<Integer> epochs, List<Double> keep) {
    /** What a share's quota may exceed a whole number by and still be that number, as 1/3 of 3 is 1. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if there is no rung, or numbers are out of range or too many or too few */
    public RungSettings {
        epochs = ImmutableList.copyOf(epochs);
        keep = ImmutableList.copyOf(keep);
        checkArgument(
                !epochs.isEmpty()
                        && epochs.get(0) >= 1
                        && Comparators.isInStrictOrder(epochs, Comparator.naturalOrder()),
                "rungs must ascend from >= 1, but were %s",
                epochs);
        checkArgument(
                keep.size() == epochs.size() - 1,
                "keep must have %s values for %s rungs, but has %s",
                epochs.size() - 1,
                epochs.size(),
                keep.size());
        checkArgument(
                keep.stream().allMatch(share -> share > 0 && share <= 1),
                "keep must be > 0 and <= 1, but was %s",
                keep);
    }

    /** One rung: every genome is trained for as many epochs as every other. */
    public static RungSettings of(int epochs) {
        return new RungSettings(List.of(epochs), List.of());
    }

    /** Returns the number of rungs. */
    public int count() {
        return epochs.size();
    }

    /** Returns the epochs of a rung, counted from 1. */
    public int epochs(int rung) {
        return epochs.get(rung - 1);
    }

    /** Returns the epochs of the highest rung. */
    public int most() {
        return epochs.get(epochs.size() - 1);
    }

    /** Returns how many of some genomes that stand at a rung, counted from 1, are trained on to the next one: rounded up. */
    public int quota(int rung, int genomes) {
        return (int) Math.ceil(genomes * keep.get(rung - 1) - ROUNDING);
    }
}
