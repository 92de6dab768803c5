package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Portion AUTOMATIC = new Portion.Automatic();

    @Test
    void folds_are_golden() {
        FoldedSplit folded = Splitter.split(folds(3), Strata.of(10));
        assertThat(folded.split().train()).hasSize(10);
        assertThat(folded.folds())
                .extracting(Split::validation)
                .containsExactly(new int[] {0, 2, 7, 9}, new int[] {3, 4, 5}, new int[] {1, 6, 8});
    }

    @Test
    void nothing_said_means_5_folds_of_fewer_than_2_000_rows_for_training_and_validation() {
        assertThat(count(SplitRule.DEFAULT, Strata.of(150))).isEqualTo(5);
        assertThat(count(SplitRule.DEFAULT, Strata.of(2_499))).isEqualTo(5);
        assertThat(count(SplitRule.DEFAULT, Strata.of(2_500))).isZero();
        assertThat(count(SplitRule.DEFAULT, Strata.of(2_099).withOfficial(100))).isEqualTo(5);
        assertThat(count(SplitRule.DEFAULT, Strata.of(2_100).withOfficial(100))).isZero();
    }

    @Test
    void a_limit_counts_before_the_number_of_rows_decides() {
        FoldedSplit folded = Splitter.split(SplitRule.DEFAULT, RowChoice.ALL.withLimit(400), Strata.of(5_000));
        assertThat(folded.folds()).hasSize(5);
        assertThat(folded.split().train()).hasSize(400);
        assertThat(folded.split().test()).isEmpty();
    }

    @Test
    void validation_rows_that_are_asked_for_are_one_part() {
        assertThat(count(new SplitRule(new Portion.Share(0.2), AUTOMATIC, 1), Strata.of(150)))
                .isZero();
        assertThat(count(new SplitRule(new Portion.Rows(30), AUTOMATIC, 1, 1), Strata.of(150)))
                .isZero();
        assertThat(count(folds(1), Strata.of(150))).isZero();
    }

    @Test
    void any_number_of_rows_has_folds_that_are_asked_for() {
        assertThat(count(folds(3), Strata.of(10_000))).isEqualTo(3);
    }

    @Test
    void fewer_rows_than_5_have_as_many_folds_where_nothing_is_said() {
        assertThat(count(SplitRule.DEFAULT, Strata.of(3))).isEqualTo(3);
        assertThat(count(SplitRule.DEFAULT, classes(0, 0, 0, 1))).isEqualTo(3);
    }

    @Test
    void test_rows_are_in_no_fold_and_are_those_of_a_single_validation_part() {
        SplitRule single = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.3), 1);
        SplitRule folded = new SplitRule(AUTOMATIC, new Portion.Share(0.3), 1);
        int[] test = Splitter.split(folded, Strata.of(100)).split().test();
        assertThat(test)
                .hasSize(30)
                .isEqualTo(Splitter.split(single, Strata.of(100)).split().test());
        assertThat(Splitter.split(folded, Strata.of(100)).folds())
                .hasSize(5)
                .allSatisfy(fold -> assertThat(fold.rows()).isEqualTo(70));
    }

    @Test
    void official_test_rows_are_in_no_fold() {
        FoldedSplit folded = Splitter.split(SplitRule.DEFAULT, Strata.of(50).withOfficial(8));
        assertThat(folded.split().test())
                .containsExactly(IntStream.range(42, 50).toArray());
        assertThat(folded.folds()).allSatisfy(fold -> assertThat(fold.rows()).isEqualTo(42));
    }

    @Test
    void a_class_with_fewer_rows_than_folds_is_missing_in_some_but_trained_in_all() {
        Strata strata =
                classes(IntStream.range(0, 50).map(row -> row < 2 ? 1 : 0).toArray());
        FoldedSplit folded = Splitter.split(folds(5), strata);
        assertThat(folded.folds().stream().filter(fold -> RandomStrata.perClass(strata, fold.validation())[1] == 1))
                .hasSize(2);
        assertThat(folded.folds())
                .allSatisfy(fold -> assertThat(RandomStrata.perClass(strata, fold.train())[1])
                        .isPositive());
    }

    @Test
    void a_class_with_a_single_row_trains_in_every_fold_and_validates_in_none() {
        Strata strata =
                classes(IntStream.range(0, 21).map(row -> row == 7 ? 1 : 0).toArray());
        FoldedSplit folded = Splitter.split(folds(5), strata);
        assertThat(folded.split().train()).contains(7);
        assertThat(folded.folds()).allSatisfy(fold -> {
            assertThat(fold.train()).contains(7);
            assertThat(fold.validation()).hasSize(4);
        });
    }

    @Test
    void folds_beside_a_number_of_validation_rows_are_refused() {
        SplitRule rule = new SplitRule(new Portion.Share(0.2), AUTOMATIC, 5, 1);
        assertRefused(
                rule,
                Strata.of(100),
                "data.split.folds must be 1 or left out where data.split.validation says how many rows validate, but was"
                        + " 5");
    }

    @Test
    void more_folds_than_rows_are_refused() {
        assertRefused(
                folds(6),
                Strata.of(5),
                "data.split.folds must be <= 5, the number of rows that can validate, but was 6");
        assertRefused(
                folds(5),
                classes(0, 0, 0, 0, 1),
                "data.split.folds must be <= 4, the number of rows that can validate, but was 5");
    }

    @Test
    void a_table_that_is_too_small_is_refused() {
        assertRefused(
                SplitRule.DEFAULT,
                Strata.of(1),
                "data.split must leave at least 1 row for training, but 1 validation rows and 0 test rows leave 0 of 1");
        assertRefused(
                SplitRule.DEFAULT,
                classes(IntStream.range(0, 10).toArray()),
                "data.split must leave at least 10 rows (one for each class) for training, but 2 validation rows and 0"
                        + " test rows leave 8 of 10");
    }

    @Test
    void test_rows_that_leave_too_few_are_refused() {
        assertRefused(
                new SplitRule(AUTOMATIC, new Portion.Rows(99), 1),
                Strata.of(99),
                "data.split must leave at least 1 row for training, but 99 test rows leave 0 of 99");
        assertRefused(
                new SplitRule(AUTOMATIC, new Portion.Rows(Integer.MAX_VALUE), 5, 1),
                classes(0, 1, 0, 1),
                "data.split must leave at least 2 rows (one for each class) for training, but 2147483647 test rows leave 0"
                        + " of 4");
    }

    @Test
    void a_limit_that_loses_a_class_is_refused() {
        RowChoice choice = RowChoice.ALL.withLimit(2);
        assertThatThrownBy(() -> Splitter.split(SplitRule.DEFAULT, choice, classes(0, 1, 2, 0, 1, 2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.rows must be at least 3 (one for each class), but was 2");
    }

    @Test
    void a_limit_above_the_number_of_rows_takes_all() {
        RowChoice choice = RowChoice.ALL.withLimit(1_000);
        assertThat(Splitter.split(SplitRule.DEFAULT, choice, Strata.of(60))
                        .split()
                        .train())
                .hasSize(60);
    }

    @Test
    void a_limit_leaves_official_test_rows_alone() {
        Strata strata = Strata.of(100).withOfficial(30);
        Split split = Splitter.split(SplitRule.DEFAULT, RowChoice.ALL.withLimit(20), strata)
                .split();
        assertThat(split.train()).hasSize(20);
        assertThat(split.train()[19]).isLessThan(70);
        assertThat(split.test()).hasSize(30);
    }

    private static void assertRefused(SplitRule rule, Strata strata, String message) {
        assertThatThrownBy(() -> Splitter.split(rule, strata))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private static int count(SplitRule rule, Strata strata) {
        return Splitter.split(rule, strata).folds().size();
    }

    private static SplitRule folds(int count) {
        return new SplitRule(AUTOMATIC, AUTOMATIC, count, 1);
    }

    private static Strata classes(int... labels) {
        int count = IntStream.of(labels).max().orElseThrow() + 1;
        List<String> names = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
        return Strata.of(new Targets.Classes(labels, names), 0);
    }
}
