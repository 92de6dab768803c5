package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;

class TimedSplitTest {
    private static final Portion AUTOMATIC = new Portion.Automatic();

    @Test
    void rows_are_split_in_the_order_of_time_whatever_their_order_in_the_file() {
        int[] times = {9, 0, 8, 1, 7, 2, 6, 3, 5, 4};
        Split split = Splitter.split(rule(2, 3), timed(times)).split();
        assertThat(split.train()).containsExactly(1, 3, 5, 7, 9);
        assertThat(split.validation()).containsExactly(6, 8);
        assertThat(split.test()).containsExactly(0, 2, 4);
    }

    @Test
    void parts_end_where_the_time_changes_nearest_to_the_size_that_is_wanted() {
        int[] times = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4};
        Split split = Splitter.split(rule(2, 2), timed(times)).split();
        assertThat(split.train()).containsExactly(0, 1, 2, 3);
        assertThat(split.validation()).containsExactly(4, 5, 6);
        assertThat(split.test()).containsExactly(7, 8, 9);
    }

    @Test
    void no_part_is_empty_though_times_are_few() {
        int[] times = {1, 2, 3, 3, 3, 3, 3, 3, 3, 3};
        Split split = Splitter.split(rule(2, 2), timed(times)).split();
        assertThat(split.train()).containsExactly(0);
        assertThat(split.validation()).containsExactly(1);
        assertThat(split.test()).hasSize(8);
    }

    @Test
    void rows_of_equal_time_are_parted_only_where_there_are_fewer_times_than_parts() {
        int[] times = {1, 1, 1, 1, 1, 1, 1, 1, 2, 2};
        Split split = Splitter.split(rule(2, 3), timed(times)).split();
        assertThat(split.train()).containsExactly(0, 1, 2, 3, 4);
        assertThat(split.validation()).containsExactly(5, 6);
        assertThat(split.test()).containsExactly(7, 8, 9);
    }

    @Test
    void nothing_said_means_no_folds() {
        FoldedSplit folded =
                Splitter.split(SplitRule.DEFAULT, timed(IntStream.range(0, 100).toArray()));
        assertThat(folded.folds()).isEmpty();
        assertThat(folded.split().train()).hasSize(80);
        assertThat(folded.split().validation())
                .containsExactly(IntStream.range(80, 100).toArray());
    }

    @Test
    void a_seed_changes_nothing() {
        Strata strata = new RandomStrata(7).timed();
        SplitRule other = new SplitRule(AUTOMATIC, AUTOMATIC, 2);
        assertThat(Splitter.split(other, strata).split().train())
                .isEqualTo(Splitter.split(SplitRule.DEFAULT, strata).split().train());
    }

    @Test
    void a_class_may_come_later_than_all_training_rows() {
        Targets.Classes classes = new Targets.Classes(new int[] {0, 0, 0, 0, 1}, List.of("a", "b"));
        Strata strata = Strata.of(classes, 0).withTimes(new int[] {1, 2, 3, 4, 5});
        Split split = Splitter.split(rule(1, 0), strata).split();
        assertThat(split.validation()).containsExactly(4);
    }

    @Test
    void official_test_rows_come_after_all_others() {
        Strata strata = timed(new int[] {5, 4, 3, 2, 1, 0, 0}).withOfficial(2);
        Split split = Splitter.split(new SplitRule(new Portion.Rows(2), AUTOMATIC, 1), strata)
                .split();
        assertThat(split.train()).containsExactly(2, 3, 4);
        assertThat(split.validation()).containsExactly(0, 1);
        assertThat(split.test()).containsExactly(5, 6);
    }

    @Test
    void a_limit_keeps_the_order() {
        Strata strata = timed(IntStream.range(0, 100).map(row -> 100 - row).toArray());
        Split split = Splitter.split(SplitRule.DEFAULT, RowChoice.ALL.withLimit(20), strata)
                .split();
        assertThat(split.train()).hasSize(16);
        assertThat(split.train()[0]).isGreaterThan(split.validation()[3]);
    }

    @Test
    void folds_are_refused() {
        SplitRule rule = new SplitRule(AUTOMATIC, AUTOMATIC, 5, 1);
        assertThatThrownBy(() -> Splitter.split(rule, timed(new int[] {1, 2, 3})))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split.folds must be 1 or left out where data.time orders the rows, but was 5");
    }

    @Test
    void groups_are_refused() {
        Strata strata = timed(new int[] {1, 2, 3}).withGroups(new int[] {0, 1, 2}, 3);
        assertThatThrownBy(() -> Splitter.split(SplitRule.DEFAULT, strata))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.group and data.time exclude each other");
        assertThatThrownBy(() -> Splitter.split(SplitRule.DEFAULT, new RowChoice("a", "b", null), Strata.of(9)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.group and data.time exclude each other");
    }

    private static SplitRule rule(int validation, int test) {
        return new SplitRule(new Portion.Rows(validation), new Portion.Rows(test), 1);
    }

    private static Strata timed(int[] times) {
        return Strata.of(times.length).withTimes(times);
    }
}
