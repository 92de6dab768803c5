package nas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void derived_seeds_are_golden() {
        assertThat(Seeds.derive(42, "rows", 3)).isEqualTo(-4240990352757898510L);
    }

    @Test
    void parts_are_kept_apart() {
        assertThat(Seeds.derive(1, "ab", "c")).isNotEqualTo(Seeds.derive(1, "a", "bc"));
        assertThat(Seeds.derive(1, "a")).isNotEqualTo(Seeds.derive(2, "a"));
    }

    @Test
    void permutation_is_golden() {
        assertThat(Seeds.permutation(8, 7)).containsExactly(1, 5, 7, 6, 3, 0, 2, 4);
    }

    @Test
    void permutation_holds_every_number_once() {
        int[] order = Seeds.permutation(1_000, 5);
        Arrays.sort(order);
        assertThat(order).isSorted().doesNotHaveDuplicates().hasSize(1_000);
        assertThat(order[999]).isEqualTo(999);
    }

    @Test
    void every_position_of_a_permutation_is_equally_likely() {
        int[] firsts = new int[4];
        for (int seed = 0; seed < 4_000; seed++) {
            firsts[Seeds.permutation(4, Seeds.derive(seed, "test"))[0]]++;
        }
        assertThat(Ints.asList(firsts)).allSatisfy(count -> assertThat(count).isBetween(870, 1_130));
    }

    @Test
    void negative_size_is_refused() {
        assertThatThrownBy(() -> Seeds.permutation(-1, 0)).hasMessage("size must be >= 0, but was -1");
    }
}
