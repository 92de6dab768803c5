package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.space.OpenSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatinHypercubeTest {
    private static final Genotype<IntegerGene> PATTERN =
            new GenomeCodec(OpenSpaces.everything(), UnaryOperator.identity()).factory();

    /**
     * A value covers n/k samples; where it begins and ends within a part, one more or fewer. So each is met for sure where
     * there are at least twice as many samples as values.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 24, 100})
    void every_value_of_a_gene_is_met_as_often_as_any_other(int count) {
        List<Genotype<IntegerGene>> spread = LatinHypercube.of(PATTERN, count, new SplittableRandom(3));
        assertThat(spread).hasSize(count).allMatch(Genotype::isValid);
        for (int place = 0; place < PATTERN.length(); place++) {
            for (int gene = 0; gene < PATTERN.get(place).length(); gene++) {
                int values = PATTERN.get(place).get(gene).max();
                double even = (double) count / values;
                double most = count % values == 0 ? Double.MIN_VALUE : 2;
                assertThat(timesMet(spread, place, gene)).allMatch(times -> Math.abs(times - even) < most);
            }
        }
    }

    /** How often each value is met, those never met included. */
    private static IntStream timesMet(List<Genotype<IntegerGene>> spread, int place, int gene) {
        List<Integer> met = spread.stream()
                .map(genotype -> genotype.get(place).get(gene).allele())
                .toList();
        return IntStream.range(0, PATTERN.get(place).get(gene).max()).map(value -> Collections.frequency(met, value));
    }

    @Test
    void nothing_is_spread_over_nothing() {
        assertThat(LatinHypercube.of(PATTERN, 0, new SplittableRandom(3))).isEmpty();
    }
}
