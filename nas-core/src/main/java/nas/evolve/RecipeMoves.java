package nas.evolve;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.Regularisation;
import nas.space.SearchSpace;

/**
 * Moves of one part of a recipe: one step on its ladder where it is a number, else any other value. Batch normalisation, which
 * all layers have or none, counts as a part. Another optimizer takes the learning rate that lies as high among its own.
 */
final class RecipeMoves implements Move {
    private final SearchSpace space;
    private final RecipeSpace choices;

    RecipeMoves(SearchSpace space) {
        this.space = space;
        this.choices = space.recipes();
    }

    @Override
    public List<Supplier<Genome>> candidates(Genome genome) {
        Recipe recipe = choices.chosen(genome);
        Stream<Supplier<Genome>> trained = Stream.of(steps(recipe), values(recipe), strengths(recipe))
                .flatMap(changed -> changed)
                .map(changed -> () -> new Genome(genome.architecture(), changed));
        return Stream.concat(trained, normalised(genome, recipe)).toList();
    }

    private Stream<Recipe> steps(Recipe recipe) {
        Ladder<Double> rates = choices.learningRates(recipe.optimizer());
        return Stream.of(
                        others(choices.optimizers(), recipe.optimizer(), other -> optimizedBy(other, recipe)),
                        near(
                                choices.momenta(recipe.optimizer()),
                                recipe.momentum(),
                                momentum -> recipe.withOptimizer(recipe.optimizer(), momentum, recipe.learningRate())),
                        near(rates, recipe.learningRate(), recipe::withLearningRate),
                        near(choices.batchSizes(), recipe.batchSize(), recipe::withBatchSize),
                        near(choices.patiences(), recipe.patience(), recipe::withPatience))
                .flatMap(changed -> changed);
    }

    private Recipe optimizedBy(Optimizer optimizer, Recipe recipe) {
        Ladder<Double> before = choices.learningRates(recipe.optimizer());
        Ladder<Double> rates = choices.learningRates(optimizer);
        int rung = before.rungs().indexOf(recipe.learningRate()) * rates.size() / before.size();
        return recipe.withOptimizer(
                optimizer, choices.momenta(optimizer).first(), rates.rungs().get(rung));
    }

    private Stream<Recipe> values(Recipe recipe) {
        return Stream.of(
                        others(choices.schedules(), recipe.schedule(), recipe::withSchedule),
                        others(choices.losses(), recipe.loss(), recipe::withLoss),
                        others(choices.initialisations(), recipe.initialisation(), recipe::withInitialisation),
                        others(choices.clippings(), recipe.clipping(), recipe::withClipping))
                .flatMap(changed -> changed);
    }

    private Stream<Recipe> strengths(Recipe recipe) {
        Regularisation now = recipe.regularisation();
        return Stream.of(
                        near(choices.l1s(), now.l1(), l1 -> new Regularisation(l1, now.l2(), now.weightDecay())),
                        near(choices.l2s(), now.l2(), l2 -> new Regularisation(now.l1(), l2, now.weightDecay())),
                        near(
                                choices.weightDecays(),
                                now.weightDecay(),
                                decay -> new Regularisation(now.l1(), now.l2(), decay)))
                .flatMap(changed -> changed)
                .map(recipe::withRegularisation);
    }

    private Stream<Supplier<Genome>> normalised(Genome genome, Recipe recipe) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return space.architectures().batchNorms().rungs().stream()
                .filter(batchNorm -> !layers.isEmpty() && layers.get(0).batchNorm() != batchNorm)
                .map(batchNorm -> () -> {
                    Stream<HiddenLayer> changed = layers.stream().map(layer -> layer.withBatchNorm(batchNorm));
                    return new Genome(new Architecture(changed.toList()), recipe);
                });
    }

    private static <T, R> Stream<R> near(Ladder<T> ladder, T value, Function<T, R> change) {
        return Stream.of(ladder.below(value), ladder.above(value))
                .flatMap(step -> step.stream())
                .map(change);
    }

    private static <T, R> Stream<R> others(Ladder<T> ladder, T value, Function<T, R> change) {
        return ladder.rungs().stream().filter(other -> !other.equals(value)).map(change);
    }
}
