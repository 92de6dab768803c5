package nas.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.SearchSpace;

/**
 * Mixes two genomes layer by layer. The child has the depth of one of them and at each place the layer of one of those that
 * have it, with all its choices, but that units follow the shape and that all layers share what the space has them share. Each
 * part of the recipe is that of one of them; momentum and learning rate go with the optimizer.
 */
final class LayerMix {
    private final SearchSpace space;
    private final Rebuilding rebuilding;

    LayerMix(SearchSpace space) {
        this.space = space;
        this.rebuilding = new Rebuilding(space);
    }

    /** Returns a child of two genomes of the space. */
    Genome child(Genome one, Genome other, RandomGenerator random) {
        Coin coin = new Coin(random);
        List<HiddenLayer> layers =
                layers(one.architecture().layers(), other.architecture().layers(), coin);
        return new Genome(
                new Architecture(layers),
                coin.recipe(space.recipes().chosen(one), space.recipes().chosen(other)));
    }

    private List<HiddenLayer> layers(List<HiddenLayer> one, List<HiddenLayer> other, Coin coin) {
        int depth = coin.either(one.size(), other.size());
        List<HiddenLayer> mixed = new ArrayList<>();
        for (int place = 0; place < depth; place++) {
            List<HiddenLayer> having =
                    place >= one.size() ? other : place >= other.size() ? one : coin.either(one, other);
            mixed.add(having.get(place));
        }
        return mixed.isEmpty() ? mixed : rebuilding.clipped(shared(mixed, mixed.get(coin.below(depth))));
    }

    private List<HiddenLayer> shared(List<HiddenLayer> layers, HiddenLayer leader) {
        ArchitectureSpace choices = space.architectures();
        Activation activation = leader.activation();
        return layers.stream()
                .map(layer -> choices.isActivationShared() ? choices.withActivation(layer, activation) : layer)
                .map(layer -> layer.withBatchNorm(leader.batchNorm()))
                .toList();
    }

    /** Decides for one of two. */
    private record Coin(RandomGenerator random) {
        <T> T either(T one, T other) {
            return random.nextBoolean() ? one : other;
        }

        int below(int bound) {
            return random.nextInt(bound);
        }

        /** Where both are alike, one of them is kept rather than a copy. */
        Recipe recipe(Recipe one, Recipe other) {
            Recipe mixed = mixed(one, other);
            return mixed.equals(one) ? one : mixed;
        }

        private Recipe mixed(Recipe one, Recipe other) {
            Recipe optimizing = either(one, other);
            boolean isAlike = one.optimizer() == other.optimizer();
            return new Recipe(
                    optimizing.optimizer(),
                    isAlike ? of(Recipe::momentum, one, other) : optimizing.momentum(),
                    isAlike ? of(Recipe::learningRate, one, other) : optimizing.learningRate(),
                    of(Recipe::schedule, one, other),
                    of(Recipe::batchSize, one, other),
                    of(Recipe::loss, one, other),
                    of(Recipe::initialisation, one, other),
                    regularisation(one.regularisation(), other.regularisation()),
                    of(Recipe::clipping, one, other),
                    of(Recipe::patience, one, other));
        }

        private Regularisation regularisation(Regularisation one, Regularisation other) {
            return new Regularisation(
                    either(one.l1(), other.l1()),
                    either(one.l2(), other.l2()),
                    either(one.weightDecay(), other.weightDecay()));
        }

        private <T> T of(Function<Recipe, T> part, Recipe one, Recipe other) {
            return either(part.apply(one), part.apply(other));
        }
    }
}
