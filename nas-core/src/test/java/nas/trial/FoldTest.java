package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
    private static final Trial TRIAL =
            new Trial(new Genome(Architecture.LINEAR, Recipe.DEFAULT), new Budget(3), 7, Fold.VALIDATION);

    @Test
    void words_are_those_of_files() {
        assertThat(List.of(
                        Fold.VALIDATION,
                        Fold.UNDIVIDED,
                        Fold.TEST,
                        Fold.FULL,
                        Fold.part(2, 5),
                        Fold.block(-123456789, 3, 10)))
                .extracting(Fold::word)
                .containsExactly("validation", "undivided", "test", "full", "fold 2/5", "block 3/10 of -123456789");
    }

    @Test
    void every_word_is_read_back() {
        for (Fold fold :
                List.of(Fold.VALIDATION, Fold.UNDIVIDED, Fold.TEST, Fold.FULL, Fold.part(1, 2), Fold.part(12, 120))) {
            assertThat(Fold.of(fold.word())).isEqualTo(fold);
        }
        for (long partition : new long[] {0, 1, -10, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Fold block = Fold.block(partition, 2, 10);
            assertThat(Fold.of(block.word())).isEqualTo(block);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Test",
                "2/5",
                "fold 2",
                "fold 02/5",
                "fold 2/5 ",
                "fold 9999999999/9999999999",
                "part",
                "fold 2/5 of 3",
                "block 2/5",
                "block 2/5 of -0",
                "block 2/5 of +1",
                "block 2/5 of 007"
            })
    void other_words_are_refused(String word) {
        assertThatThrownBy(() -> Fold.of(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "fold must be validation, undivided, test, full, such as 'fold 1/5' or such as 'block 1/10 of 42',"
                                + " but was '" + word + "'");
    }

    @Test
    void a_fold_is_one_of_at_least_two() {
        assertThatThrownBy(() -> Fold.part(1, 1)).hasMessage("fold must be one from 1 to 2 or more, but was PART 1/1");
        assertThatThrownBy(() -> Fold.of("fold 6/5"))
                .hasMessage("fold must be one from 1 to 2 or more, but was PART 6/5");
        assertThatThrownBy(() -> Fold.part(0, 5)).hasMessage("fold must be one from 1 to 2 or more, but was PART 0/5");
        assertThatThrownBy(() -> new Fold(Fold.Kind.TEST, 1, 5, 0))
                .hasMessage("fold must be one from 1 to 2 or more, but was TEST 1/5");
    }

    @Test
    void a_block_is_one_of_at_least_two_and_nothing_else_has_a_partition() {
        assertThatThrownBy(() -> Fold.block(7, 1, 1))
                .hasMessage("fold must be one from 1 to 2 or more, but was BLOCK 1/1");
        assertThatThrownBy(() -> Fold.of("block 6/5 of 7"))
                .hasMessage("fold must be one from 1 to 2 or more, but was BLOCK 6/5");
        assertThatThrownBy(() -> new Fold(Fold.Kind.PART, 1, 5, 7))
                .hasMessage("only a block has a partition, but PART has 7");
    }

    @Test
    void validation_rows_and_folds_are_those_of_a_search_and_blocks_validate_as_they_do() {
        assertThat(List.of(Fold.VALIDATION, Fold.part(1, 3)))
                .allMatch(Fold::isSearch)
                .allMatch(Fold::isValidated);
        assertThat(List.of(Fold.block(7, 1, 3), Fold.UNDIVIDED))
                .noneMatch(Fold::isSearch)
                .allMatch(Fold::isValidated);
        assertThat(List.of(Fold.TEST, Fold.FULL)).noneMatch(Fold::isSearch).noneMatch(Fold::isValidated);
    }

    @Test
    void without_folds_one_trial_on_the_validation_rows_measures_a_genome() {
        assertThat(Folding.NONE.trials()).isEqualTo(1);
        assertThat(Folding.NONE.trials(TRIAL)).containsExactly(TRIAL);
        TrialResult result = measured(TRIAL, 0.5);
        assertThat(Folding.NONE.measures(fold -> Optional.of(result))).isEqualTo(result.measures());
    }

    @Test
    void a_trial_in_each_fold_measures_a_genome() {
        Folding folding = new Folding(3);
        assertThat(folding.trials()).isEqualTo(3);
        assertThat(folding.trials(TRIAL))
                .containsExactly(
                        TRIAL.withFold(Fold.part(1, 3)),
                        TRIAL.withFold(Fold.part(2, 3)),
                        TRIAL.withFold(Fold.part(3, 3)));
        assertThat(folding.measures(losses(0.1, 0.2, 0.6)).map(Measures::loss)).contains((0.1 + 0.2 + 0.6) / 3);
    }

    @Test
    void a_genome_is_not_measured_before_all_of_its_trials_are() {
        Folding folding = new Folding(3);
        assertThat(folding.measures(losses(0.1, 0.2))).isEmpty();
        assertThat(folding.isEnded(losses(0.1, 0.2))).isFalse();
        assertThat(folding.measures(losses(0.1, Double.NaN, 0.6))).isEmpty();
        assertThat(folding.isEnded(losses(0.1, Double.NaN, 0.6))).isTrue();
    }

    @Test
    void a_single_fold_is_refused() {
        assertThatThrownBy(() -> new Folding(1)).hasMessage("folds must be 0 or >= 2, but were 1");
        assertThatThrownBy(() -> new Folding(-1)).hasMessage("folds must be 0 or >= 2, but were -1");
    }

    /** Answers the first folds; a loss that is no number is a failure. */
    private static Function<Fold, Optional<TrialResult>> losses(double... losses) {
        return fold -> fold.number() > losses.length
                ? Optional.empty()
                : Optional.of(measured(TRIAL.withFold(fold), losses[fold.number() - 1]));
    }

    private static TrialResult measured(Trial trial, double loss) {
        Outcome outcome = Double.isNaN(loss)
                ? new Outcome.Failed(Outcome.Cause.NOT_FINITE, "loss is not finite")
                : new Outcome.Measured(new Measures(loss, 0.1, 1, 0.5, null, 10, Map.of()), LearningCurve.EMPTY);
        return new TrialResult(trial, outcome, new TrialResult.Effort("none", "none", 0));
    }
}
