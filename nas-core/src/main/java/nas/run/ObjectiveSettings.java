package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import nas.select.WinnerRule;
import org.jspecify.annotations.Nullable;

/**
 * What the search minimises and which network is good enough.
 *
 * @param perDecade share of what there is to learn that a ten-fold larger network must win back, above 0 and below 1
 * @param rule which network is good enough
 * @param maxParams largest number of trainable parameters, or {@code null} for no limit
 */
public record ObjectiveSettings(
        double perDecade, WinnerRule rule, @Nullable Long maxParams) {
    /** What is used where a search space says nothing. */
    public static final ObjectiveSettings DEFAULT =
            new ObjectiveSettings(0.02, new WinnerRule.Within(WinnerRule.DEFAULT_SHARE), null);

    /** @throws IllegalArgumentException if a number is out of range */
    public ObjectiveSettings {
        checkArgument(perDecade > 0 && perDecade < 1, "per_decade must be > 0% and < 100%, but was %s", perDecade);
        checkArgument(maxParams == null || maxParams >= 1, "max_params must be >= 1, but was %s", maxParams);
    }

    /** Settings whose winner may give up a share of what there is to learn, above 0 and below 1. */
    public ObjectiveSettings(double perDecade, double within, @Nullable Long maxParams) {
        this(perDecade, new WinnerRule.Within(within), maxParams);
    }
}
