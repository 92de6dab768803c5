package nas.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import nas.InvalidInputException;
import nas.run.FinalistSettings;
import nas.run.RungSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about how long networks are trained, in the search and as finalists. What is {@code null} is
 * chosen to suit the data.
 *
 * @param rungs epochs of each rung, ascending
 * @param keep which share of the genomes at each rung but the last goes on
 * @param count finalists at most
 * @param blocks how often each finalist is trained at most
 * @param epochs how long each finalist is trained
 */
public record BudgetChoice(
        @Nullable List<Integer> rungs,
        @Nullable List<Double> keep,
        @Nullable Integer count,
        @Nullable Integer blocks,
        @Nullable Integer epochs) {
    /** Everything is left open. */
    public static final BudgetChoice OPEN = new BudgetChoice(null, null, null, null, null);

    private static final double FIRST_KEPT = 1 / 2.0;
    private static final double KEPT = 1 / 3.0;

    /** @throws IllegalArgumentException if there is no rung, or finalists are trained for fewer epochs than the highest has */
    public BudgetChoice {
        rungs = rungs == null ? null : ImmutableList.copyOf(rungs);
        keep = keep == null ? null : ImmutableList.copyOf(keep);
        checkArgument(rungs == null || !rungs.isEmpty(), "there must be a rung");
        checkArgument(
                rungs == null || epochs == null || epochs >= Collections.max(rungs),
                "epochs must be >= those of the rungs %s, but were %s",
                rungs,
                epochs);
    }

    /**
     * Returns how long trials train.
     *
     * @param usual what is usual for the data
     * @throws InvalidInputException if shares to keep are said, but too few or too many for the rungs that are chosen
     */
    RungSettings rungs(Defaults.Budgets usual) {
        List<Integer> chosen =
                rungs != null ? rungs : epochs != null ? Defaults.Budgets.rungsBelow(epochs) : usual.rungs();
        int steps = chosen.size() - 1;
        if (keep != null && keep.size() != steps) {
            throw new InvalidInputException(
                    "search.rungs.keep must have as many values as there are steps between rungs, " + steps
                            + " where search.rungs.epochs is " + text(chosen) + ", but has " + keep.size());
        }
        return new RungSettings(chosen, keep != null ? keep : usualKeep(steps));
    }

    private static String text(List<Integer> epochs) {
        return epochs.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<Double> usualKeep(int steps) {
        ImmutableList.Builder<Double> keep = ImmutableList.builder();
        for (int step = 0; step < steps; step++) {
            keep.add(step == 0 ? FIRST_KEPT : KEPT);
        }
        return keep.build();
    }

    /**
     * Returns how finalists are trained.
     *
     * @param usual what is usual for the data
     * @param highest epochs of the highest rung, which finalists are trained for at least
     */
    FinalistSettings finalists(Defaults.Budgets usual, int highest) {
        return new FinalistSettings(
                count != null ? count : FinalistSettings.DEFAULT_COUNT,
                blocks != null ? blocks : usual.blocks(),
                epochs != null ? epochs : Math.max(usual.epochs(), highest));
    }
}
