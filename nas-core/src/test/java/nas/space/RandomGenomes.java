package nas.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A space of middling size and seeded genomes of it. */
public final class RandomGenomes {
    /** Depth 0 to 3, units 4 to 64, three activations, three dropouts. */
    public static final SearchSpace SPACE = new SearchSpace(
            Ladder.integers(0, 3, Ladder.Scale.LINEAR),
            Ladder.integers(4, 64, Ladder.Scale.LOG),
            new Ladder<>(List.of(Activation.RELU, Activation.ELU, Activation.TANH)),
            new Ladder<>(List.of(0.0, 0.2, 0.5)),
            Recipe.DEFAULT);

    private RandomGenomes() {}

    /** Returns so many genomes of the space, the same for the same seed. */
    public static List<Genome> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Genome> genomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<HiddenLayer> layers = new ArrayList<>();
            for (int layer = pick(SPACE.architectures().depths(), random); layer > 0; layer--) {
                layers.add(new HiddenLayer(
                        pick(SPACE.architectures().widths().first(), random),
                        pick(SPACE.architectures().activations(), random),
                        pick(SPACE.architectures().dropouts(), random)));
            }
            genomes.add(new Genome(new Architecture(layers), SPACE.recipes().usual()));
        }
        return genomes;
    }

    /** Returns the genome of so many equal layers with the first choice of everything and the usual recipe. */
    public static Genome uniform(int depth, int width) {
        return new Genome(
                SPACE.architectures().of(Collections.nCopies(depth, width)),
                SPACE.recipes().usual());
    }

    private static <T> T pick(Ladder<T> ladder, SplittableRandom random) {
        return ladder.rungs().get(random.nextInt(ladder.size()));
    }
}
