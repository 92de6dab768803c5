package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nas.space.Genome;
import nas.space.OpenSpaces;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class RandomDrawTest {
    private static final SearchSpace FUNNEL =
            Objects.requireNonNull(OpenSpaces.small().get("funnel"));

    @Test
    void equal_seeds_draw_equal_genomes_and_others_do_not() {
        List<Genome> drawn = RandomDraw.of(OpenSpaces.everything(), 50, 7);
        assertThat(RandomDraw.of(OpenSpaces.everything(), 50, 7)).isEqualTo(drawn);
        assertThat(RandomDraw.of(OpenSpaces.everything(), 50, 8)).isNotEqualTo(drawn);
    }

    @Test
    void more_genomes_begin_with_the_same_ones() {
        assertThat(RandomDraw.of(FUNNEL, 30, 7).subList(0, 10)).isEqualTo(RandomDraw.of(FUNNEL, 10, 7));
    }

    @Test
    void every_genome_of_a_small_space_is_drawn_and_no_other() {
        Set<Genome> drawn = Set.copyOf(RandomDraw.of(FUNNEL, 10_000, 1));
        assertThat(drawn).hasSize(FUNNEL.size().intValueExact()).allMatch(FUNNEL::contains);
    }

    @Test
    void fewer_than_none_cannot_be_drawn() {
        assertThat(RandomDraw.of(FUNNEL, 0, 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomDraw.of(FUNNEL, -1, 1))
                .withMessage("count must be >= 0, but was -1");
    }
}
