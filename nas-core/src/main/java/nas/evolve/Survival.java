package nas.evolve;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nas.space.Genome;

/**
 * Elitism: the genomes of lowest objective survive, each of them once as long as there are others. The order is total
 * (objective, then key), so nothing depends on how the population is arranged.
 */
final class Survival implements Selector<IntegerGene, Double> {
    private final Function<Genotype<IntegerGene>, Genome> decode;

    Survival(Function<Genotype<IntegerGene>, Genome> decode) {
        this.decode = decode;
    }

    @Override
    public ISeq<Phenotype<IntegerGene, Double>> select(
            Seq<Phenotype<IntegerGene, Double>> population, int count, Optimize optimize) {
        if (population.isEmpty()) {
            return ISeq.empty();
        }
        List<Phenotype<IntegerGene, Double>> ranked = ranked(population);
        List<Phenotype<IntegerGene, Double>> survivors = new ArrayList<>();
        while (survivors.size() < count) {
            survivors.addAll(ranked.subList(0, Math.min(ranked.size(), count - survivors.size())));
        }
        return ISeq.of(survivors);
    }

    private List<Phenotype<IntegerGene, Double>> ranked(Seq<Phenotype<IntegerGene, Double>> population) {
        Map<Genome, Phenotype<IntegerGene, Double>> distinct = new LinkedHashMap<>();
        population.forEach(member -> distinct.putIfAbsent(decode.apply(member.genotype()), member));
        return distinct.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Genome, Phenotype<IntegerGene, Double>> entry) ->
                                entry.getValue().fitness())
                        .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
