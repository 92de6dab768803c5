package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;

    @Test
    void size_counts_every_genome_once() {
        long perLayer = SPACE.architectures().widths().first().size() * 3L * 3L;
        assertThat(SPACE.size().longValueExact())
                .isEqualTo(1 + perLayer + perLayer * perLayer + perLayer * perLayer * perLayer);
    }

    @Test
    void a_space_contains_its_genomes_and_no_others() {
        assertThat(RandomGenomes.of(200, 2)).allMatch(SPACE::contains);
        assertThat(SPACE.contains(RandomGenomes.uniform(4, 8))).isFalse();
        assertThat(SPACE.contains(RandomGenomes.uniform(1, 9))).isFalse();
        assertThat(SPACE.contains(new Genome(Architecture.LINEAR, new Recipe(Optimizer.ADAM, 1, 1))))
                .isFalse();
    }

    @Test
    void the_smallest_network_of_wide_inputs_has_a_narrow_layer() {
        assertThat(SPACE.smallest(784, 10)).isEqualTo(RandomGenomes.uniform(1, 4));
        assertThat(SPACE.smallest(2, 2)).isEqualTo(RandomGenomes.uniform(0, 4));
    }

    @Test
    void smallest_and_largest_bound_every_genome() {
        long least = SPACE.smallest(20, 3).parameters(20, 3);
        long most = SPACE.largest(20, 3).parameters(20, 3);
        assertThat(RandomGenomes.of(300, 3))
                .allSatisfy(genome -> assertThat(genome.parameters(20, 3)).isBetween(least, most));
    }

    @Test
    void ladders_must_ascend() {
        Ladder<Integer> falling = new Ladder<>(List.of(8, 4));
        assertThatThrownBy(() -> new SearchSpace(
                        falling,
                        SPACE.architectures().widths().first(),
                        SPACE.architectures().activations(),
                        SPACE.architectures().dropouts(),
                        SPACE.recipes().usual()))
                .hasMessageStartingWith("layers must ascend from >= 0");
        assertThatThrownBy(() -> new SearchSpace(
                        SPACE.architectures().depths(),
                        falling,
                        SPACE.architectures().activations(),
                        SPACE.architectures().dropouts(),
                        SPACE.recipes().usual()))
                .hasMessageStartingWith("units must ascend from >= 1");
    }
}
