package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;

    private final List<Set<Genome>> asked = new ArrayList<>();

    @Test
    void the_first_generation_begins_with_the_genomes_given_and_holds_no_genome_twice() {
        Genome first = RandomGenomes.uniform(2, 16);
        evolution(12, 1).start(List.of(first, first));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).hasSize(12).allMatch(SPACE::contains);
        assertThat(asked.get(0).iterator().next()).isEqualTo(first);
    }

    @Test
    void as_many_offspring_are_bred_as_survive() {
        Evolution evolution = evolution(12, 1);
        evolution.start(List.of());
        assertThat(evolution.proposals()).hasSize(12);
        evolution.next();
        assertThat(evolution.generation()).isEqualTo(2);
        assertThat(evolution.proposals()).hasSize(12);
    }

    @Test
    void offspring_are_genomes_not_seen_before_as_long_as_there_are_any() {
        Evolution evolution = evolution(12, 1);
        evolution.start(List.of());
        Set<Genome> seen = new HashSet<>(asked.get(0));
        for (int i = 0; i < 5; i++) {
            evolution.next();
            Set<Genome> bred = new HashSet<>(asked.get(asked.size() - 1));
            bred.removeAll(seen);
            assertThat(bred).hasSize(12);
            seen.addAll(bred);
        }
    }

    @Test
    void the_same_seed_breeds_the_same_genomes() {
        assertThat(trace(7)).isEqualTo(trace(7)).isNotEqualTo(trace(8));
        assertThat(trace(0)).hasSameSizeAs(trace(7));
    }

    @Test
    void the_best_genome_is_never_lost() {
        Evolution evolution = evolution(8, 3);
        evolution.start(List.of());
        for (int i = 0; i < 15; i++) {
            Genome best = best(asked.get(asked.size() - 1));
            evolution.next();
            assertThat(objective(best(asked.get(asked.size() - 1)))).isLessThanOrEqualTo(objective(best));
        }
    }

    @Test
    void evolution_finds_the_optimum_of_a_simple_formula() {
        Evolution evolution = evolution(20, 5);
        evolution.start(List.of());
        for (int i = 0; i < 40; i++) {
            evolution.next();
        }
        Genome best = best(asked.get(asked.size() - 1));
        assertThat(objective(best)).isLessThan(0.2);
    }

    @Test
    void genomes_that_failed_do_not_survive_others() {
        Evolution evolution = new Evolution(new Evolution.Breeding(SPACE, UnaryOperator.identity(), 10, 1), genomes -> {
            asked.add(new LinkedHashSet<>(genomes));
            Map<Genome, Double> objectives = new HashMap<>();
            genomes.forEach(genome -> objectives.put(
                    genome, genome.architecture().depth() == 3 ? Double.POSITIVE_INFINITY : objective(genome)));
            return objectives;
        });
        evolution.start(List.of());
        for (int i = 0; i < 10; i++) {
            evolution.next();
        }
        assertThat(asked.get(asked.size() - 1))
                .filteredOn(genome -> genome.architecture().depth() < 3)
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_space_smaller_than_the_population_is_searched_whole() {
        SearchSpace tiny = new SearchSpace(
                new Ladder<>(List.of(0, 1)),
                new Ladder<>(List.of(2, 3)),
                new Ladder<>(List.of(Activation.ELU)),
                new Ladder<>(List.of(0.0)),
                Recipe.DEFAULT);
        Evolution evolution =
                new Evolution(new Evolution.Breeding(tiny, UnaryOperator.identity(), 10, 1), this::objectives);
        evolution.start(List.of());
        assertThat(asked.get(0)).hasSize(3);
        evolution.next();
        assertThat(asked.get(asked.size() - 1)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void generations_follow_the_first_one_once() {
        Evolution evolution = evolution(4, 1);
        assertThatThrownBy(evolution::next).hasMessage("there is no first generation yet");
        evolution.start(List.of());
        assertThatThrownBy(() -> evolution.start(List.of())).hasMessage("the first generation was made already");
    }

    private List<Set<Genome>> trace(long seed) {
        asked.clear();
        Evolution evolution = evolution(10, seed);
        evolution.start(List.of());
        for (int i = 0; i < 5; i++) {
            evolution.next();
        }
        return List.copyOf(asked);
    }

    private Evolution evolution(int population, long seed) {
        return new Evolution(
                new Evolution.Breeding(SPACE, UnaryOperator.identity(), population, seed), this::objectives);
    }

    private Map<Genome, Double> objectives(Set<Genome> genomes) {
        asked.add(new LinkedHashSet<>(genomes));
        Map<Genome, Double> objectives = new HashMap<>();
        genomes.forEach(genome -> objectives.put(genome, objective(genome)));
        return objectives;
    }

    /** 0 at two layers of 16 tanh units without dropout. */
    private static double objective(Genome genome) {
        double distance = Math.abs(genome.architecture().depth() - 2);
        for (HiddenLayer layer : genome.architecture().layers()) {
            distance += Math.abs(Math.log(layer.units() / 16.0)) + layer.dropout();
            distance += layer.activation() == Activation.TANH ? 0 : 0.5;
        }
        return distance;
    }

    private static Genome best(Set<Genome> genomes) {
        return genomes.stream()
                .min((a, b) -> Double.compare(objective(a), objective(b)))
                .orElseThrow();
    }
}
