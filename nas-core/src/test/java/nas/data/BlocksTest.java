package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Partitions of the rows that are not for the test. */
class BlocksTest {
    private static final SplitRule SINGLE = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 1);
    private static final SplitRule FOLDS = new SplitRule(new Portion.Automatic(), new Portion.Share(0.2), 3, 1);

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_row_that_is_not_for_the_test_validates_in_one_block_and_trains_in_the_others(long seed) {
        RandomStrata random = new RandomStrata(seed);
        for (Strata strata : List.of(random.classes(), random.timed())) {
            Dataset data = data(SINGLE, strata);
            int[] validated = IntStream.rangeClosed(1, 4)
                    .mapToObj(number -> data.block(seed, number, 4).split())
                    .peek(split -> assertThat(sorted(split.train(), split.validation()))
                            .isEqualTo(sorted(data.split().train(), data.split().validation())))
                    .peek(split -> assertThat(split.test()).isEmpty())
                    .flatMapToInt(split -> Arrays.stream(split.validation()))
                    .sorted()
                    .toArray();
            assertThat(validated)
                    .isEqualTo(sorted(data.split().train(), data.split().validation()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_block_has_its_share_of_each_class_within_a_row(long seed) {
        Strata strata = new RandomStrata(seed).classes();
        Dataset data = data(SINGLE, strata);
        int[] all = RandomStrata.perClass(
                strata, sorted(data.split().train(), data.split().validation()));
        for (int number = 1; number <= 5; number++) {
            int[] block = RandomStrata.perClass(
                    strata, data.block(-seed, number, 5).split().validation());
            for (int label = 0; label < all.length; label++) {
                assertThat(block[label] - all[label] / 5.0).isStrictlyBetween(-1.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_group_is_parted(long seed) {
        Strata strata = new RandomStrata(seed).grouped(20);
        Dataset data = data(SINGLE, strata);
        int count = Math.min(4, data.mostBlocks());
        for (int number = 1; number <= count; number++) {
            Split split = data.block(seed, number, count).split();
            assertThat(split.validation()).isNotEmpty();
            assertThat(Ints.asList(RandomStrata.groups(strata, split.train())))
                    .doesNotContainAnyElementsOf(Ints.asList(RandomStrata.groups(strata, split.validation())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blocks_of_rows_in_the_order_of_time_are_contiguous_pieces_that_no_seed_changes(long seed) {
        Strata strata = new RandomStrata(seed).timed();
        Dataset data = data(SINGLE, strata);
        int latest = Integer.MIN_VALUE;
        for (int number = 1; number <= 6; number++) {
            int[] block = data.block(seed, number, 6).split().validation();
            int[] times = Arrays.stream(block)
                    .map(row -> strata.times()[row])
                    .sorted()
                    .toArray();
            assertThat(times[0]).isGreaterThan(latest);
            latest = times[times.length - 1];
            assertThat(data.block(seed + 1, number, 6).split().validation()).isEqualTo(block);
        }
    }

    @Test
    void pieces_of_time_are_cut_nearest_to_equal_sizes() {
        Strata strata = Strata.of(9).withTimes(new int[] {1, 1, 1, 1, 2, 2, 3, 4, 5});
        Dataset data = data(new SplitRule(new Portion.Rows(1), new Portion.Rows(0), 1), strata);
        assertThat(IntStream.rangeClosed(1, 3)
                        .mapToObj(number ->
                                Ints.asList(data.block(0, number, 3).split().validation())))
                .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5), List.of(6, 7, 8));
        assertThat(data.mostBlocks()).isEqualTo(5);
    }

    @Test
    void another_partition_divides_otherwise_and_the_same_one_alike() {
        Dataset data = data(SINGLE, Strata.of(200));
        int[] block = data.block(1, 2, 10).split().validation();
        assertThat(data(SINGLE, Strata.of(200)).block(1, 2, 10).split().validation())
                .isEqualTo(block);
        assertThat(data.block(2, 2, 10).split().validation()).isNotEqualTo(block);
        IntStream.range(10, 20).forEach(partition -> data.block(partition, 1, 10));
        assertThat(data.block(1, 2, 10).split().validation()).isEqualTo(block);
    }

    @Test
    void blocks_of_a_single_split_share_features_and_a_block_is_made_once() {
        Dataset data = data(SINGLE, Strata.of(200));
        Dataset block = data.block(1, 2, 10);
        assertThat(block.features()).isSameAs(data.features());
        assertThat(block.targets()).isSameAs(data.targets());
        assertThat(block.preprocessing()).isSameAs(data.preprocessing());
        assertThat(data.block(1, 2, 10)).isSameAs(block);
        assertThat(List.of(data, block, data.block(1, 3, 10), data.block(2, 2, 10)))
                .extracting(Dataset::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void blocks_of_folded_rows_are_encoded_anew_by_their_own_training_rows() {
        Dataset data = data(FOLDS, Strata.of(100));
        assertThat(data.folds()).hasSize(3);
        Dataset block = data.block(5, 2, 4);
        assertThat(block.split().rows()).isEqualTo(80);
        assertThat(first(block)).isEqualTo(sum(block.split().train())).isNotEqualTo(first(data));
        assertThat(data.block(5, 2, 4)).isSameAs(block);
    }

    @Test
    void data_made_in_memory_are_divided_by_their_classes() {
        int[] labels = IntStream.range(0, 60).map(row -> row % 3 == 0 ? 1 : 0).toArray();
        Split split = new Split(range(0, 30), range(30, 50), range(50, 60));
        Dataset data = Dataset.of("d", new float[60], new Targets.Classes(labels, List.of("a", "b")), split);
        int[] block = data.block(3, 1, 5).split().validation();
        assertThat(block).hasSize(10);
        assertThat(Arrays.stream(block).filter(row -> labels[row] == 1).count()).isBetween(3L, 4L);
    }

    @Test
    void more_blocks_than_rows_or_groups_are_refused() {
        Dataset few = data(new SplitRule(new Portion.Rows(1), new Portion.Rows(0), 1), Strata.of(7));
        assertThat(few.mostBlocks()).isEqualTo(7);
        assertThatThrownBy(() -> few.block(1, 1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blocks must be >= 2 and <= 7, the number of rows that can validate, but were 8");
        assertThatThrownBy(() -> few.block(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> few.block(1, 5, 4)).hasMessage("block must be in 1..4, but was 5");
        Strata grouped = Strata.of(12)
                .withGroups(IntStream.range(0, 12).map(row -> row / 4).toArray(), 3);
        Dataset groups = data(new SplitRule(new Portion.Rows(4), new Portion.Rows(0), 1), grouped);
        assertThat(groups.mostBlocks()).isEqualTo(3);
        assertThatThrownBy(() -> groups.block(1, 1, 4)).hasMessageContaining("<= 3, the number of groups");
    }

    @Test
    void many_rows_have_at_most_10_blocks_by_themselves() {
        assertThat(data(SINGLE, Strata.of(200)).mostBlocks()).isEqualTo(10);
    }

    @Test
    void a_row_has_the_same_group_in_all_folds_and_blocks() {
        int[] groups = IntStream.range(0, 100).map(row -> row / 5).toArray();
        Dataset data = data(FOLDS, Strata.of(100).withGroups(groups, 20));
        for (Dataset each : List.of(data, data.folds().get(1), data.block(9, 2, 4))) {
            assertThat(each.isGrouped()).isTrue();
            assertThat(IntStream.range(0, 100).map(each::group))
                    .containsExactly(Ints.asList(groups).toArray(Integer[]::new));
        }
        Dataset without = data(FOLDS, Strata.of(100));
        assertThat(without.isGrouped()).isFalse();
        assertThatThrownBy(() -> without.group(3)).isInstanceOf(IllegalStateException.class);
    }

    /** A data set whose feature in every row is the sum of the rows that it was fitted on. */
    private static Dataset data(SplitRule rule, Strata strata) {
        Targets targets =
                new Targets.Values(new float[strata.rows()], new TargetEncoding.Output("y", new Standardisation(0, 1)));
        return Splitter.split(rule, strata).dataset(split -> {
            float[] features = new float[strata.rows()];
            Arrays.fill(features, sum(split.train()));
            return Dataset.of("d", features, targets, split);
        });
    }

    private static float first(Dataset data) {
        return ((Features.Floats) data.features()).values()[0];
    }

    private static float sum(int[] rows) {
        return Arrays.stream(rows).sum();
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int[] sorted(int[]... parts) {
        int[] rows = Ints.concat(parts);
        Arrays.sort(rows);
        return rows;
    }
}
