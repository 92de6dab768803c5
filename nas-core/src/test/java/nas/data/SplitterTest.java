package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final Portion AUTOMATIC = new Portion.Automatic();
    private static final Portion OFFICIAL = new Portion.Official();

    @Test
    void rows_are_golden() {
        Split split = split(rule(rows(3), rows(2)), Strata.of(10));
        assertThat(split.train()).containsExactly(0, 1, 4, 6, 9);
        assertThat(split.validation()).containsExactly(2, 5, 7);
        assertThat(split.test()).containsExactly(3, 8);
    }

    @Test
    void another_seed_draws_other_rows() {
        SplitRule rule = new SplitRule(rows(3), rows(2), 2);
        assertThat(split(rule, Strata.of(10)).validation()).isNotEqualTo(new int[] {2, 5, 7});
    }

    @Test
    void every_row_is_in_one_part() {
        Split split = split(rule(share(0.3), share(0.25)), Strata.of(997));
        assertThat(split.rows()).isEqualTo(997);
        assertThat(split.validation()).hasSize(299);
        assertThat(split.test()).hasSize(249);
    }

    @Test
    void nothing_said_means_a_fifth_for_test_from_500_rows_on() {
        assertThat(sizes(SplitRule.DEFAULT, Strata.of(499))).containsExactly(499, 0, 0);
        assertThat(sizes(SplitRule.DEFAULT, Strata.of(500))).containsExactly(400, 0, 100);
    }

    @Test
    void nothing_said_means_a_fifth_for_validation_where_2_000_rows_are_left() {
        assertThat(sizes(SplitRule.DEFAULT, Strata.of(2_500))).containsExactly(1_500, 500, 500);
        assertThat(sizes(SplitRule.DEFAULT, official(2_007, 7))).containsExactly(1_600, 400, 7);
    }

    @Test
    void nothing_said_means_the_official_test_rows_where_there_are_some() {
        Split split = split(SplitRule.DEFAULT, official(100, 7));
        assertThat(split.test()).containsExactly(93, 94, 95, 96, 97, 98, 99);
        assertThat(split.train()).hasSize(93);
    }

    @Test
    void official_test_rows_can_be_asked_for() {
        Split split = split(rule(share(0.5), OFFICIAL), official(100, 10));
        assertThat(split.test()).containsExactly(IntStream.range(90, 100).toArray());
        assertThat(split.validation()).hasSize(45);
    }

    @Test
    void official_test_rows_are_like_others_where_a_number_is_asked_for() {
        assertThat(sizes(rule(share(0.5), rows(20)), official(100, 10))).containsExactly(30, 50, 20);
        assertThat(sizes(rule(rows(10), rows(0)), official(100, 10))).containsExactly(90, 10, 0);
    }

    @Test
    void each_part_gets_each_class_by_its_share() {
        int[] labels = IntStream.range(0, 100)
                .map(row -> row < 60 ? 0 : row < 90 ? 1 : 2)
                .toArray();
        Split split = split(rule(rows(20), rows(30)), classes(labels));
        assertThat(perClass(labels, split.train())).containsExactly(30, 15, 5);
        assertThat(perClass(labels, split.validation())).containsExactly(12, 6, 2);
        assertThat(perClass(labels, split.test())).containsExactly(18, 9, 3);
    }

    @Test
    void every_class_keeps_a_training_row() {
        int[] labels = {0, 1, 2, 2, 2, 2, 2, 2};
        Split split = split(rule(rows(3), rows(2)), classes(labels));
        assertThat(perClass(labels, split.train())).containsExactly(1, 1, 1);
    }

    @Test
    void missing_official_test_set_is_refused() {
        assertThatThrownBy(() -> Splitter.split(rule(AUTOMATIC, OFFICIAL), Strata.of(100)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split.test must be a number or a share of rows, but was official; these data have no "
                        + "official test set");
    }

    @Test
    void no_validation_row_is_refused() {
        assertThatThrownBy(() -> Splitter.split(rule(rows(0), AUTOMATIC), Strata.of(100)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split.validation must be at least 1 row, but was 0 of 100 rows");
        assertThatThrownBy(() -> Splitter.split(rule(share(0.01), AUTOMATIC), Strata.of(20)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split.validation must be at least 1 row, but was 0 of 20 rows");
    }

    @Test
    void test_share_of_no_row_is_refused() {
        assertThatThrownBy(() -> Splitter.split(rule(AUTOMATIC, share(0.01)), Strata.of(20)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split.test must be at least 1 row, but was 0 of 20 rows");
    }

    @Test
    void no_training_row_is_refused() {
        assertThatThrownBy(() -> Splitter.split(rule(rows(60), rows(40)), Strata.of(100)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.split must leave at least 1 row for training, but 60 validation rows and 40 test rows "
                                + "leave 0 of 100");
        assertThatThrownBy(() -> Splitter.split(rule(rows(Integer.MAX_VALUE), rows(Integer.MAX_VALUE)), Strata.of(9)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split must leave at least 1 row for training, but 2147483647 validation rows and "
                        + "2147483647 test rows leave 0 of 9");
    }

    @Test
    void official_test_rows_are_not_there_for_training() {
        assertThatThrownBy(() -> Splitter.split(rule(rows(90), OFFICIAL), official(100, 10)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split must leave at least 1 row for training, but 90 validation rows and 0 test rows "
                        + "leave 0 of 90");
    }

    @Test
    void fewer_training_rows_than_classes_are_refused() {
        Strata strata = Strata.of(new Targets.Classes(new int[] {0, 1}, List.of("a", "b")), 0);
        assertThatThrownBy(() -> Splitter.split(rule(rows(1), rows(0)), strata))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.split must leave at least 2 rows (one for each class) for training, but 1 validation "
                        + "rows and 0 test rows leave 1 of 2");
    }

    private static Split split(SplitRule rule, Strata strata) {
        return Splitter.split(rule, strata).split();
    }

    private static Strata classes(int[] labels) {
        return Strata.of(new Targets.Classes(labels, List.of("a", "b", "c")), 0);
    }

    private static int[] sizes(SplitRule rule, Strata strata) {
        Split split = split(rule, strata);
        return new int[] {split.train().length, split.validation().length, split.test().length};
    }

    private static List<Integer> perClass(int[] labels, int[] rows) {
        return IntStream.of(0, 1, 2)
                .mapToObj(label -> (int)
                        IntStream.of(rows).filter(row -> labels[row] == label).count())
                .toList();
    }

    private static Strata official(int rows, int official) {
        return Strata.of(rows).withOfficial(official);
    }

    private static SplitRule rule(Portion validation, Portion test) {
        return new SplitRule(validation, test, 1);
    }

    private static Portion rows(int count) {
        return new Portion.Rows(count);
    }

    private static Portion share(double share) {
        return new Portion.Share(share);
    }
}
