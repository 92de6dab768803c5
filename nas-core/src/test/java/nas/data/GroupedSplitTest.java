package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;

class GroupedSplitTest {
    private static final Portion AUTOMATIC = new Portion.Automatic();
    private static final SplitRule THREE = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 1);

    @Test
    void groups_of_equal_size_are_divided_exactly() {
        Strata strata = grouped(new int[100], 10);
        Split split = Splitter.split(THREE, strata).split();
        assertThat(split.train()).hasSize(60);
        assertThat(split.validation()).hasSize(20);
        assertThat(split.test()).hasSize(20);
    }

    @Test
    void another_seed_draws_other_groups() {
        Strata strata = grouped(new int[100], 20);
        SplitRule other = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 2);
        assertThat(Splitter.split(other, strata).split().validation())
                .isNotEqualTo(Splitter.split(THREE, strata).split().validation());
    }

    @Test
    void parts_have_the_classes_shares_where_groups_allow_it() {
        // each group has one class; 30 groups of class 0, 10 of class 1, 5 rows each
        int[] labels = IntStream.range(0, 200).map(row -> row % 40 < 30 ? 0 : 1).toArray();
        Strata strata = grouped(labels, 40);
        Split split = Splitter.split(THREE, strata).split();
        assertThat(RandomStrata.perClass(strata, split.train())).containsExactly(90, 30);
        assertThat(RandomStrata.perClass(strata, split.validation())).containsExactly(30, 10);
        assertThat(RandomStrata.perClass(strata, split.test())).containsExactly(30, 10);
    }

    @Test
    void folds_have_the_classes_shares_where_groups_allow_it() {
        int[] labels = IntStream.range(0, 200).map(row -> row % 40 < 30 ? 0 : 1).toArray();
        Strata strata = grouped(labels, 40);
        assertThat(Splitter.split(SplitRule.DEFAULT, strata).folds())
                .hasSize(5)
                .allSatisfy(fold -> assertThat(RandomStrata.perClass(strata, fold.validation()))
                        .containsExactly(30, 10));
    }

    @Test
    void a_group_that_alone_has_a_class_is_always_trained() {
        int[] labels = IntStream.range(0, 60).map(row -> row % 6 == 5 ? 1 : 0).toArray();
        Strata strata = grouped(labels, 6);
        int[] alone = IntStream.range(0, 60).filter(row -> row % 6 == 5).toArray();
        assertThat(Splitter.split(THREE, strata).split().train()).contains(alone);
        FoldedSplit folded = Splitter.split(SplitRule.DEFAULT, strata);
        assertThat(folded.folds()).hasSize(5).allSatisfy(fold -> {
            assertThat(fold.train()).contains(alone);
            assertThat(fold.validation()).hasSize(10);
        });
    }

    @Test
    void no_fold_has_all_groups_of_a_class() {
        // with 2 folds the 2 groups of each of 3 classes must be in different ones
        int[] labels = {0, 0, 1, 1, 2, 2};
        Strata strata = grouped(labels, 6);
        assertThat(Splitter.split(folds(2), strata).folds())
                .allSatisfy(fold -> assertThat(RandomStrata.perClass(strata, fold.validation()))
                        .containsExactly(1, 1, 1));
    }

    @Test
    void a_group_that_would_leave_every_fold_without_some_class_is_always_trained() {
        // two folds; groups 0 and 1 have class 0 and 1; group 2 has the other halves of both
        int[] group = {0, 0, 0, 1, 1, 1, 2, 2};
        int[] labels = {0, 0, 0, 1, 1, 1, 0, 1};
        Strata strata = classes(labels).withGroups(group, 3);
        FoldedSplit folded = Splitter.split(folds(2), strata);
        assertThat(folded.folds()).allSatisfy(fold -> {
            assertThat(fold.train()).contains(6, 7);
            assertThat(fold.validation()).hasSize(3);
        });
    }

    @Test
    void fewer_groups_than_5_make_as_many_folds_where_nothing_is_said() {
        assertThat(Splitter.split(SplitRule.DEFAULT, grouped(new int[30], 3)).folds())
                .hasSize(3)
                .allSatisfy(fold -> assertThat(fold.validation()).hasSize(10));
    }

    @Test
    void a_test_part_that_is_asked_for_is_not_forgotten_for_folds() {
        SplitRule rule = new SplitRule(AUTOMATIC, new Portion.Share(0.01), 1);
        FoldedSplit folded = Splitter.split(rule, grouped(new int[100], 4));
        assertThat(folded.split().test()).hasSize(25);
        assertThat(folded.folds()).hasSize(3);
    }

    @Test
    void one_group_that_can_validate_is_the_validation_part() {
        Strata strata = classes(new int[] {0, 1, 0, 0}).withGroups(new int[] {0, 0, 1, 1}, 2);
        FoldedSplit folded = Splitter.split(SplitRule.DEFAULT, strata);
        assertThat(folded.folds()).isEmpty();
        assertThat(folded.split().validation()).containsExactly(2, 3);
    }

    @Test
    void fewer_groups_than_parts_are_refused() {
        assertRefused(
                THREE,
                grouped(new int[30], 2),
                "data.group must have at least 3 groups for training, validation and test, but has 2");
        assertRefused(
                SplitRule.DEFAULT,
                grouped(new int[30], 1),
                "data.group must have at least 2 groups for training and validation, but has 1");
    }

    @Test
    void groups_of_which_each_has_a_class_of_its_own_are_refused() {
        int[] labels = {0, 1, 2, 0, 1, 2};
        assertRefused(
                SplitRule.DEFAULT,
                grouped(labels, 3),
                "data.group must leave 1 group for validation, but 3 of its 3 groups are needed to train every class");
        assertRefused(
                THREE,
                grouped(labels, 3),
                "data.group must leave 2 groups for validation and test, but 3 of its 3 groups are needed to train every"
                        + " class");
    }

    @Test
    void more_folds_than_groups_are_refused() {
        assertRefused(
                folds(5),
                grouped(new int[30], 4),
                "data.split.folds must be <= 4, the number of groups that can validate, but was 5");
    }

    @Test
    void a_limit_keeps_groups_whole_and_every_class() {
        int[] labels =
                IntStream.range(0, 100).map(row -> row % 20 == 13 ? 1 : 0).toArray();
        Strata strata = grouped(labels, 20);
        Split split = Splitter.split(SplitRule.DEFAULT, RowChoice.ALL.withLimit(43), strata)
                .split();
        assertThat(split.train()).hasSize(40);
        assertThat(RandomStrata.perClass(strata, split.train())).containsExactly(35, 5);
    }

    @Test
    void a_limit_below_the_groups_that_have_every_class_is_refused() {
        assertThatThrownBy(
                        () -> Splitter.split(SplitRule.DEFAULT, RowChoice.ALL.withLimit(4), grouped(new int[50], 10)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.rows must be at least 5, the rows of the fewest groups that have every class, but was 4");
    }

    @Test
    void official_test_rows_stay_as_they_are() {
        Strata strata = grouped(new int[40], 8).withOfficial(8);
        FoldedSplit folded = Splitter.split(SplitRule.DEFAULT, strata);
        assertThat(folded.split().test()).containsExactly(32, 33, 34, 35, 36, 37, 38, 39);
        assertThat(folded.folds()).hasSize(5);
    }

    @Test
    void many_groups_are_divided_at_once() {
        int rows = 200_000;
        int[] labels = IntStream.range(0, rows).map(row -> row % 7 % 3).toArray();
        Split split = Splitter.split(THREE, grouped(labels, 50_000)).split();
        assertThat(split.test()).hasSize(40_000);
        assertThat(split.validation()).hasSize(40_000);
    }

    private static void assertRefused(SplitRule rule, Strata strata, String message) {
        assertThatThrownBy(() -> Splitter.split(rule, strata))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private static SplitRule folds(int count) {
        return new SplitRule(AUTOMATIC, AUTOMATIC, count, 1);
    }

    /** Deals the rows to the groups in turn. */
    private static Strata grouped(int[] labels, int groups) {
        return classes(labels)
                .withGroups(
                        IntStream.range(0, labels.length)
                                .map(row -> row % groups)
                                .toArray(),
                        groups);
    }

    private static Strata classes(int[] labels) {
        List<String> names = IntStream.rangeClosed(0, IntStream.of(labels).max().orElseThrow())
                .mapToObj(i -> "c" + i)
                .toList();
        return names.size() == 1 ? Strata.of(labels.length) : Strata.of(new Targets.Classes(labels, names), 0);
    }
}
