package nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of splits on random rows. */
class SplitLawsTest {
    private static final SplitRule PARTS = new SplitRule(new Portion.Share(0.25), new Portion.Share(0.2), 1);
    private static final SplitRule FOLDS = new SplitRule(new Portion.Automatic(), new Portion.Share(0.2), 4, 1);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Stream<Strata> kinds(long seed) {
        return Stream.of(
                new RandomStrata(seed).classes(), new RandomStrata(seed).grouped(12), new RandomStrata(seed).timed());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_row_is_in_one_part_and_none_is_empty(long seed) {
        kinds(seed).forEach(strata -> {
            Split split = Splitter.split(PARTS, strata).split();
            assertThat(all(split)).containsExactly(range(strata.rows()));
            assertThat(split.validation()).isNotEmpty();
            assertThat(split.test()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_row_that_is_not_for_the_test_validates_once_and_trains_otherwise(long seed) {
        kinds(seed).filter(strata -> !strata.isTimed()).forEach(strata -> {
            FoldedSplit folded = Splitter.split(FOLDS, strata);
            assertThat(all(folded.split())).containsExactly(range(strata.rows()));
            assertThat(folded.folds()).hasSize(4);
            int[] validated = folded.folds().stream()
                    .flatMapToInt(fold -> Arrays.stream(fold.validation()))
                    .sorted()
                    .toArray();
            int[] always = IntStream.of(folded.split().train())
                    .filter(row -> Arrays.binarySearch(validated, row) < 0)
                    .toArray();
            assertThat(Ints.asList(validated)).doesNotHaveDuplicates();
            assertThat(folded.folds())
                    .allSatisfy(fold -> assertThat(Ints.asList(fold.train())).containsAll(Ints.asList(always)));
            if (!strata.isGrouped()) {
                assertThat(always).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_part_has_each_class_s_share_within_a_row(long seed) {
        Strata strata = new RandomStrata(seed).classes();
        Split split = Splitter.split(PARTS, strata).split();
        for (int[] part : new int[][] {split.train(), split.validation(), split.test()}) {
            int[] all = RandomStrata.perClass(strata, range(strata.rows()));
            int[] counts = RandomStrata.perClass(strata, part);
            for (int label = 0; label < all.length; label++) {
                double share = (double) all[label] * part.length / strata.rows();
                double slack = part == split.train() ? 2 : 1; // what two parts are rounded by is the third one's
                assertThat((double) counts[label]).isBetween(Math.floor(share - slack), Math.ceil(share + slack));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void folds_differ_by_one_row_at_most_in_all_and_in_each_class(long seed) {
        Strata strata = new RandomStrata(seed).classes();
        FoldedSplit folded = Splitter.split(FOLDS, strata);
        int[] all = RandomStrata.perClass(strata, folded.split().train());
        assertThat(folded.folds()).allSatisfy(fold -> {
            assertThat(4 * fold.validation().length - folded.split().train().length)
                    .isBetween(-3, 3);
            int[] counts = RandomStrata.perClass(strata, fold.validation());
            for (int label = 0; label < all.length; label++) {
                assertThat(4 * counts[label] - all[label]).isBetween(-3, 3);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_class_is_trained_in_every_fold(long seed) {
        kinds(seed).filter(strata -> !strata.isTimed()).forEach(strata -> {
            assertThat(RandomStrata.perClass(
                            strata, Splitter.split(PARTS, strata).split().train()))
                    .doesNotContain(0);
            assertThat(Splitter.split(FOLDS, strata).folds())
                    .allSatisfy(fold -> assertThat(RandomStrata.perClass(strata, fold.train()))
                            .doesNotContain(0));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_group_is_parted(long seed) {
        Strata strata = new RandomStrata(seed).grouped(12);
        Split split = Splitter.split(PARTS, strata).split();
        FoldedSplit folded = Splitter.split(FOLDS, strata);
        assertApart(strata, split.train(), split.validation(), split.test());
        assertApart(strata, folded.split().train(), folded.split().test());
        assertThat(folded.folds()).allSatisfy(fold -> assertApart(strata, fold.train(), fold.validation()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parts_of_whole_groups_are_within_a_group_of_what_is_wanted(long seed) {
        Strata grouped = new RandomStrata(seed).grouped(12);
        Strata strata = Strata.of(grouped.rows()).withGroups(grouped.groups(), 12);
        int largest = largestGroup(strata);
        Split split = Splitter.split(PARTS, strata).split();
        assertThat((double) split.validation().length)
                .isBetween(0.25 * strata.rows() - 2 * largest, 0.25 * strata.rows() + largest);
        assertThat((double) split.test().length)
                .isBetween(0.2 * strata.rows() - 2 * largest, 0.2 * strata.rows() + largest);
        FoldedSplit folded = Splitter.split(FOLDS, strata);
        int[] sizes = folded.folds().stream()
                .mapToInt(fold -> fold.validation().length)
                .toArray();
        assertThat(Ints.max(sizes) - Ints.min(sizes)).isLessThanOrEqualTo(largest);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_earliest_train_and_the_latest_test(long seed) {
        Strata strata = new RandomStrata(seed).timed();
        Split split = Splitter.split(PARTS, strata).split();
        assertThat(latest(strata, split.train())).isLessThan(earliest(strata, split.validation()));
        assertThat(latest(strata, split.validation())).isLessThan(earliest(strata, split.test()));
        int tied = largestTie(strata);
        assertThat((double) split.test().length).isBetween(0.2 * strata.rows() - tied, 0.2 * strata.rows() + tied);
        assertThat((double) split.validation().length)
                .isBetween(0.25 * strata.rows() - tied, 0.25 * strata.rows() + tied);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_limit_draws_so_many_rows_or_whole_groups_that_fit(long seed) {
        kinds(seed).forEach(strata -> {
            int limit = strata.rows() * 2 / 3;
            RowChoice choice = RowChoice.ALL.withLimit(limit);
            Split split = Splitter.split(PARTS, choice, strata).split();
            if (strata.isGrouped()) {
                assertThat(split.rows()).isBetween(limit - largestGroup(strata), limit);
                assertApart(strata, all(split), without(strata.rows(), all(split)));
            } else {
                assertThat(split.rows()).isEqualTo(limit);
                int[] before = RandomStrata.perClass(strata, range(strata.rows()));
                int[] after = RandomStrata.perClass(strata, all(split));
                for (int label = 0; label < before.length; label++) {
                    assertThat(after[label] - before[label] * (double) limit / strata.rows())
                            .isBetween(-1.0, 1.0);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_seed_always_draws_the_same_and_another_one_others(long seed) {
        Strata classes = new RandomStrata(seed).classes();
        Strata grouped = new RandomStrata(seed).grouped(20);
        SplitRule other = new SplitRule(new Portion.Automatic(), new Portion.Share(0.2), 4, 2);
        for (Strata strata : new Strata[] {classes, grouped}) {
            assertThat(text(Splitter.split(FOLDS, strata))).isEqualTo(text(Splitter.split(FOLDS, strata)));
        }
        assertThat(text(Splitter.split(other, classes))).isNotEqualTo(text(Splitter.split(FOLDS, classes)));
    }

    private static void assertApart(Strata strata, int[]... parts) {
        int[] groups = Arrays.stream(parts)
                .flatMapToInt(part -> Arrays.stream(RandomStrata.groups(strata, part)))
                .toArray();
        assertThat(Ints.asList(groups)).doesNotHaveDuplicates();
    }

    private static int largestGroup(Strata strata) {
        int[] sizes = new int[strata.groupCount()];
        Arrays.stream(strata.groups()).forEach(group -> sizes[group]++);
        return Ints.max(sizes);
    }

    private static int largestTie(Strata strata) {
        return IntStream.rangeClosed(-20, 20)
                .map(time -> (int) Arrays.stream(strata.times())
                        .filter(other -> other == time)
                        .count())
                .max()
                .orElseThrow();
    }

    private static int latest(Strata strata, int[] rows) {
        return IntStream.of(rows).map(row -> strata.times()[row]).max().orElseThrow();
    }

    private static int earliest(Strata strata, int[] rows) {
        return IntStream.of(rows).map(row -> strata.times()[row]).min().orElseThrow();
    }

    private static int[] all(Split split) {
        int[] rows = Ints.concat(split.train(), split.validation(), split.test());
        Arrays.sort(rows);
        return rows;
    }

    private static int[] without(int rows, int[] taken) {
        return IntStream.range(0, rows)
                .filter(row -> Arrays.binarySearch(taken, row) < 0)
                .toArray();
    }

    private static int[] range(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static String text(FoldedSplit folded) {
        StringBuilder text = new StringBuilder(Arrays.toString(folded.split().test()));
        folded.folds().forEach(fold -> text.append(Arrays.toString(fold.validation())));
        return text.toString();
    }
}
