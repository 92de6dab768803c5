package nas.run;

import com.google.common.primitives.Floats;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import nas.InvalidInputException;
import nas.journal.DataSummary;
import nas.select.RowLosses;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.TrialResult;

/** What the trials of one genome say of single rows, fold after fold. */
record RowResults(DataSummary data, List<TrialResult> results) {
    RowLosses losses() {
        return new RowLosses(
                joined(Detail.ROW_LOSSES),
                data.hasWeights() ? joined(Detail.ROW_WEIGHTS) : null,
                data.hasGroups() ? integers(joined(Detail.ROW_GROUPS)) : null);
    }

    FloatVector errors() {
        return joined(Detail.ROW_ERRORS);
    }

    private FloatVector joined(Detail detail) {
        return FloatVector.copyOf(Floats.concat(results.stream()
                .map(result -> result.detail(detail)
                        .orElseThrow(() -> lost(detail, result))
                        .toArray())
                .toArray(float[][]::new)));
    }

    /** Without them, another winner might be chosen than before. */
    private static InvalidInputException lost(Detail detail, TrialResult result) {
        return new InvalidInputException("the " + detail.word() + " of "
                + result.trial().genome().architecture().label() + " in "
                + result.trial().fold().word()
                + " are lost, and training it again failed; resume where it can be trained");
    }

    private static ImmutableIntArray integers(FloatVector numbers) {
        ImmutableIntArray.Builder integers = ImmutableIntArray.builder(numbers.size());
        for (float number : numbers.toArray()) {
            integers.add((int) number);
        }
        return integers.build();
    }
}
