package nas.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nas.space.Genome;

/**
 * Where the offspring of one generation come from. It is kept by position: an alterer answers each individual at the place
 * where it was given, so what stands at a place in the end was made from who was selected for that place.
 */
final class Lineage {
    private final Function<Genotype<IntegerGene>, Genome> decode;
    private final List<Origin> origins = new ArrayList<>();

    private record Origin(Set<Genome> parents, List<String> operators) {
        Origin joinedBy(Genome parent) {
            Set<Genome> all = new LinkedHashSet<>(parents);
            all.add(parent);
            return new Origin(all, operators);
        }

        Origin changedBy(String operator) {
            List<String> all = new ArrayList<>(operators);
            all.add(operator);
            return new Origin(parents, all);
        }
    }

    /** Begins with those who were selected: each is its own and only parent. */
    Lineage(Seq<Phenotype<IntegerGene, Double>> selected, Function<Genotype<IntegerGene>, Genome> decode) {
        this.decode = decode;
        selected.forEach(parent -> origins.add(new Origin(Set.of(decode.apply(parent.genotype())), List.of())));
    }

    /** Returns an alterer that does the same and is named in the origin of all whose genotype it changed, and of no others. */
    Alterer<IntegerGene, Double> traced(String operator, Alterer<IntegerGene, Double> alterer) {
        return (offspring, generation) -> {
            List<Origin> before = List.copyOf(origins);
            AltererResult<IntegerGene, Double> altered = alterer.alter(offspring, generation);
            for (int i = 0; i < offspring.length(); i++) {
                boolean isChanged = !genotype(altered.population(), i).equals(genotype(offspring, i));
                origins.set(i, isChanged ? origins.get(i).changedBy(operator) : before.get(i));
            }
            return altered;
        };
    }

    /** Notes that the individual at a position was given genes of another genome, which is a parent from now on. */
    void join(int position, Genome parent) {
        origins.set(position, origins.get(position).joinedBy(parent));
    }

    /** Returns those of the offspring that are still to be weighed, in their order. */
    List<Proposal> proposals(Seq<Phenotype<IntegerGene, Double>> offspring) {
        return IntStream.range(0, offspring.length())
                .filter(i -> offspring.get(i).nonEvaluated())
                .mapToObj(i -> new Proposal(
                        decode.apply(genotype(offspring, i)),
                        List.copyOf(origins.get(i).parents()),
                        origins.get(i).operators()))
                .toList();
    }

    private static Genotype<IntegerGene> genotype(Seq<Phenotype<IntegerGene, Double>> offspring, int position) {
        return offspring.get(position).genotype();
    }
}
