package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nas.Seeds;
import nas.space.Genome;
import nas.space.SearchSpace;

/**
 * Genomes as a search draws them at random. Not every genome of a space is as likely as every other: each gene is drawn
 * evenly, and where a shape or an absent layer makes several genotypes one genome, that one comes up more often.
 */
public final class RandomDraw {
    private RandomDraw() {}

    /**
     * Returns genomes before any repair, with repeats. Deterministic: a pure function of the arguments.
     *
     * @param count how many, at least 0
     * @param seed any value
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public static List<Genome> of(SearchSpace space, int count, long seed) {
        checkArgument(count >= 0, "count must be >= 0, but was %s", count);
        GenomeCodec codec = new GenomeCodec(space, UnaryOperator.identity());
        Genotype<IntegerGene> factory = codec.factory();
        return RandomRegistry.with(
                new SplittableRandom(Seeds.derive(seed, "random draw")),
                random -> Stream.generate(factory::newInstance)
                        .limit(count)
                        .map(codec::decode)
                        .toList());
    }
}
