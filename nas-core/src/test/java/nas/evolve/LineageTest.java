package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import java.util.List;
import java.util.function.UnaryOperator;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;
    private static final Genome A = RandomGenomes.uniform(1, 4);
    private static final Genome B = RandomGenomes.uniform(2, 8);
    private static final Genome C = RandomGenomes.uniform(3, 16);
    private static final Genome NEW = RandomGenomes.uniform(3, 64);

    private final GenomeCodec codec = new GenomeCodec(SPACE, UnaryOperator.identity());
    private final ISeq<Phenotype<IntegerGene, Double>> selected = ISeq.of(parent(A), parent(B), parent(C));
    private final Lineage lineage = new Lineage(selected, codec::decode);

    @Test
    void parents_and_operators_gather_at_the_place_of_who_was_selected() {
        ISeq<Phenotype<IntegerGene, Double>> crossed =
                after("crossover", selected, placing(1, C, () -> lineage.join(1, C)));
        ISeq<Phenotype<IntegerGene, Double>> mutated = after("mutation", crossed, placing(1, NEW, () -> {}));
        assertThat(lineage.proposals(mutated))
                .containsExactly(new Proposal(NEW, List.of(B, C), List.of("crossover", "mutation")));
    }

    @Test
    void an_operator_that_ends_where_it_began_leaves_no_trace() {
        after("crossover", selected, (offspring, generation) -> {
            lineage.join(0, B);
            return new AltererResult<>(offspring.asISeq());
        });
        assertThat(lineage.proposals(selected.map(Phenotype::nullifyFitness)))
                .containsExactly(
                        new Proposal(A, List.of(A), List.of()),
                        new Proposal(B, List.of(B), List.of()),
                        new Proposal(C, List.of(C), List.of()));
    }

    @Test
    void who_keeps_its_fitness_is_not_proposed() {
        assertThat(lineage.proposals(selected)).isEmpty();
    }

    private ISeq<Phenotype<IntegerGene, Double>> after(
            String operator, ISeq<Phenotype<IntegerGene, Double>> offspring, Alterer<IntegerGene, Double> alterer) {
        return lineage.traced(operator, alterer).alter(offspring, 2).population();
    }

    /** Does something and then puts a genome at a position. */
    private Alterer<IntegerGene, Double> placing(int position, Genome genome, Runnable doing) {
        return (offspring, generation) -> {
            doing.run();
            MSeq<Phenotype<IntegerGene, Double>> changed = MSeq.of(offspring);
            changed.set(position, Phenotype.of(codec.encode(genome), generation));
            return new AltererResult<>(changed.toISeq());
        };
    }

    private Phenotype<IntegerGene, Double> parent(Genome genome) {
        return Phenotype.of(codec.encode(genome), 1, 0.5);
    }
}
