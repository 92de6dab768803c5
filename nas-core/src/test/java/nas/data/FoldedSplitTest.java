package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedSplitTest {
    private static final int[] NONE = {};
    private static final Split WHOLE = new Split(new int[] {0, 1, 2}, NONE, new int[] {3});
    private static final Split FIRST = new Split(new int[] {1, 2}, new int[] {0}, NONE);
    private static final Split SECOND = new Split(new int[] {0, 2}, new int[] {1}, NONE);
    private static final Targets TARGETS = new Targets.Classes(new int[] {0, 1, 0, 1}, List.of("a", "b"));

    @Test
    void a_split_without_folds_makes_a_data_set_without_folds() {
        Dataset data = FoldedSplit.of(WHOLE).dataset(split -> data(1, split));
        assertThat(data.folds()).isEmpty();
        assertThat(data.split()).isSameAs(WHOLE);
    }

    @Test
    void each_fold_is_a_data_set_of_its_own() {
        Dataset data = new FoldedSplit(WHOLE, List.of(FIRST, SECOND)).dataset(split -> data(split.train()[0], split));
        assertThat(data.split()).isSameAs(WHOLE);
        assertThat(((Features.Floats) data.features()).values()).containsExactly(0, 0, 0, 0);
        assertThat(data.folds()).extracting(Dataset::split).containsExactly(FIRST, SECOND);
        assertThat(((Features.Floats) data.folds().get(0).features()).values()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void the_fingerprint_covers_the_folds() {
        Dataset whole = data(1, WHOLE);
        Dataset folded = whole.withFolds(List.of(data(1, FIRST), data(1, SECOND)));
        Dataset otherFeatures = whole.withFolds(List.of(data(1, FIRST), data(2, SECOND)));
        Dataset otherOrder = whole.withFolds(List.of(data(1, SECOND), data(1, FIRST)));
        assertThat(List.of(whole, folded, otherFeatures, otherOrder))
                .extracting(Dataset::fingerprint)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(whole.withFolds(List.of(data(1, FIRST), data(1, SECOND))).fingerprint())
                .isEqualTo(folded.fingerprint());
    }

    @Test
    void a_single_fold_is_refused() {
        assertRefused(
                WHOLE,
                List.of(FIRST),
                "folds must be at least 2 and have no validation rows beside them, but were 1 beside 0 rows");
    }

    @Test
    void validation_rows_beside_folds_are_refused() {
        assertRefused(
                new Split(new int[] {0, 1, 2}, new int[] {3}, NONE),
                List.of(FIRST, SECOND),
                "folds must be at least 2 and have no validation rows beside them, but were 2 beside 1 rows");
    }

    @Test
    void folds_of_other_rows_are_refused() {
        String message =
                "a fold must train or validate each of the 3 training rows and test none, but trains %s, validates"
                        + " %s and tests %s";
        assertRefused(
                WHOLE, List.of(FIRST, new Split(new int[] {0}, new int[] {1}, NONE)), String.format(message, 1, 1, 0));
        assertRefused(
                WHOLE, List.of(FIRST, new Split(new int[] {0, 1, 2}, NONE, NONE)), String.format(message, 3, 0, 0));
        assertRefused(
                WHOLE,
                List.of(FIRST, new Split(new int[] {0, 2}, new int[] {1}, new int[] {3})),
                String.format(message, 2, 1, 1));
    }

    @Test
    void a_row_that_validates_twice_is_refused() {
        assertRefused(WHOLE, List.of(FIRST, FIRST), "a row must validate in one fold at most, but row 0 does in two");
    }

    @Test
    void folds_with_other_inputs_or_folds_of_their_own_are_refused() {
        Dataset whole = data(1, WHOLE);
        Dataset wide = Dataset.of("toy", new float[8], TARGETS, SECOND);
        assertThatThrownBy(() -> whole.withFolds(List.of(data(1, FIRST), wide)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "folds must have the same rows, inputs and outputs as their data set, 4 rows of 1 inputs and 2"
                                + " outputs (classification), but one has 4 rows of 2 inputs and 2 outputs (classification)");
    }

    private static void assertRefused(Split split, List<Split> folds, String message) {
        assertThatThrownBy(() -> new FoldedSplit(split, folds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Dataset data(float value, Split split) {
        float shown = split.equals(WHOLE) ? 0 : value;
        return Dataset.of("toy", new float[] {shown, shown, shown, shown}, TARGETS, split);
    }
}
