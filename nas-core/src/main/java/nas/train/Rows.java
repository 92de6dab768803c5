package nas.train;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import nas.Seeds;
import nas.data.Split;
import nas.trial.Fold;
import nas.trial.Trial;

/**
 * The rows of a trial, as indices into the data set, ascending.
 *
 * @param trained rows to train on
 * @param measured rows to measure on
 */
@SuppressWarnings("ArrayRecordComponent") // Lives within one trial; a copy would be as large as the split.
record Rows(int[] trained, int[] measured) {
    static Rows of(Split split, Fold fold) {
        return switch (fold.kind()) {
            case VALIDATION, PART, BLOCK, UNDIVIDED -> new Rows(split.train(), split.validation());
            case TEST -> new Rows(trainingAndValidation(split), split.test());
            case FULL -> new Rows(trainingAndValidation(split), trainingAndValidation(split));
        };
    }

    /** Returns the training rows in the order of an epoch, the same for all trials of one seed and fold. */
    int[] order(Trial trial, int epoch) {
        long seed = Seeds.derive(trial.seed(), "rows", trial.fold().word(), epoch);
        int[] order = Seeds.permutation(trained.length, seed);
        for (int i = 0; i < order.length; i++) {
            order[i] = trained[order[i]];
        }
        return order;
    }

    private static int[] trainingAndValidation(Split split) {
        int[] rows = Ints.concat(split.train(), split.validation());
        Arrays.sort(rows);
        return rows;
    }
}
