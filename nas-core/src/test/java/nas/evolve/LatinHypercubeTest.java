package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nas.space.OpenSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    private static final Genotype<IntegerGene> PATTERN =
            new GenomeCodec(OpenSpaces.everything(), UnaryOperator.identity()).factory();

    /** A value covers n/k samples; where it begins and ends within a part, one more or fewer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 24, 100})
    void every_value_of_a_gene_is_met_as_often_as_any_other(int count) {
        List<Genotype<IntegerGene>> spread = LatinHypercube.of(PATTERN, count, new SplittableRandom(3));
        assertThat(spread).hasSize(count).allMatch(Genotype::isValid);
        for (int place = 0; place < PATTERN.length(); place++) {
            for (int gene = 0; gene < PATTERN.get(place).length(); gene++) {
                int at = place;
                int of = gene;
                TreeMap<Integer, Long> counts = spread.stream()
                        .map(genotype -> genotype.get(at).get(of).allele())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
                double even = (double) count / PATTERN.get(place).get(gene).max();
                assertThat(counts.values()).allMatch(times -> Math.abs(times - even) < 2);
            }
        }
    }

    @Test
    void nothing_is_spread_over_nothing() {
        assertThat(LatinHypercube.of(PATTERN, 0, new SplittableRandom(3))).isEmpty();
    }
}
