package nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApportionmentTest {
    @Test
    void seats_follow_the_largest_remainders() {
        assertThat(Apportionment.share(10, new int[] {47, 33, 20}, new int[] {46, 32, 19}))
                .containsExactly(5, 3, 2);
    }

    @Test
    void ties_go_to_the_lower_index() {
        assertThat(Apportionment.share(1, new int[] {5, 5, 5}, new int[] {4, 4, 4}))
                .containsExactly(1, 0, 0);
    }

    @Test
    void what_has_no_room_goes_to_the_neediest_other() {
        assertThat(Apportionment.share(4, new int[] {1, 6, 3}, new int[] {0, 5, 1}))
                .containsExactly(0, 3, 1);
    }

    @Test
    void large_sizes_do_not_overflow() {
        int size = Integer.MAX_VALUE / 2;
        assertThat(Apportionment.share(size, new int[] {size, size}, new int[] {size - 1, size - 1}))
                .containsExactly(size / 2 + 1, size / 2);
    }

    static Stream<int[]> sizes() {
        SplittableRandom random = new SplittableRandom(3);
        return Stream.generate(() -> random.ints(1 + random.nextInt(9), 1, 60).toArray())
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void all_seats_are_given_and_none_beyond_the_room(int[] sizes) {
        int[] room = Arrays.stream(sizes).map(size -> size - 1).toArray();
        for (int seats = 0; seats <= IntStream.of(room).sum(); seats++) {
            int[] given = Apportionment.share(seats, sizes, room);
            assertThat(IntStream.of(given).sum()).isEqualTo(seats);
            assertThat(IntStream.range(0, sizes.length)).allMatch(group -> given[group] <= room[group]);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void no_group_is_a_whole_seat_off_its_quota_where_there_is_room(int[] sizes) {
        int total = IntStream.of(sizes).sum();
        for (int seats = 0; seats <= total; seats++) {
            int[] given = Apportionment.share(seats, sizes, sizes);
            for (int group = 0; group < sizes.length; group++) {
                assertThat(Math.abs((double) seats * sizes[group] / total - given[group]))
                        .isLessThan(1);
            }
        }
    }
}
