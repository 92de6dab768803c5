package nas.evolve;

import java.util.ArrayList;
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
        List<Recipe> changed = new ArrayList<>();
        addSteps(recipe, changed);
        addValues(recipe, changed);
        addStrengths(recipe, changed);
        List<Supplier<Genome>> candidates = new ArrayList<>();
        changed.forEach(other -> candidates.add(() -> new Genome(genome.architecture(), other)));
        addNormalised(genome, recipe, candidates);
        return candidates;
    }

    private void addSteps(Recipe recipe, List<Recipe> into) {
        Optimizer optimizer = recipe.optimizer();
        Ladder<Double> momenta = choices.momenta(optimizer);
        Ladder<Double> rates = choices.learningRates(optimizer);
        addOthers(choices.optimizers(), optimizer, other -> optimizedBy(other, recipe), into);
        addNear(
                momenta,
                recipe.momentum(),
                momentum -> recipe.withOptimizer(optimizer, momentum, recipe.learningRate()),
                into);
        addNear(rates, recipe.learningRate(), recipe::withLearningRate, into);
        addNear(choices.batchSizes(), recipe.batchSize(), recipe::withBatchSize, into);
        addNear(choices.patiences(), recipe.patience(), recipe::withPatience, into);
    }

    private Recipe optimizedBy(Optimizer optimizer, Recipe recipe) {
        Ladder<Double> before = choices.learningRates(recipe.optimizer());
        Ladder<Double> rates = choices.learningRates(optimizer);
        int rung = before.rungs().indexOf(recipe.learningRate()) * rates.size() / before.size();
        return recipe.withOptimizer(
                optimizer, choices.momenta(optimizer).first(), rates.rungs().get(rung));
    }

    private void addValues(Recipe recipe, List<Recipe> into) {
        addOthers(choices.schedules(), recipe.schedule(), recipe::withSchedule, into);
        addOthers(choices.losses(), recipe.loss(), recipe::withLoss, into);
        addOthers(choices.initialisations(), recipe.initialisation(), recipe::withInitialisation, into);
        addOthers(choices.clippings(), recipe.clipping(), recipe::withClipping, into);
    }

    private void addStrengths(Recipe recipe, List<Recipe> into) {
        Regularisation now = recipe.regularisation();
        List<Regularisation> changed = new ArrayList<>();
        addNear(choices.l1s(), now.l1(), l1 -> new Regularisation(l1, now.l2(), now.weightDecay()), changed);
        addNear(choices.l2s(), now.l2(), l2 -> new Regularisation(now.l1(), l2, now.weightDecay()), changed);
        addNear(
                choices.weightDecays(),
                now.weightDecay(),
                decay -> new Regularisation(now.l1(), now.l2(), decay),
                changed);
        changed.forEach(other -> into.add(recipe.withRegularisation(other)));
    }

    private void addNormalised(Genome genome, Recipe recipe, List<Supplier<Genome>> into) {
        List<HiddenLayer> layers = genome.architecture().layers();
        for (boolean batchNorm : space.architectures().batchNorms().rungs()) {
            if (!layers.isEmpty() && layers.get(0).batchNorm() != batchNorm) {
                into.add(() -> {
                    Stream<HiddenLayer> changed = layers.stream().map(layer -> layer.withBatchNorm(batchNorm));
                    return new Genome(new Architecture(changed.toList()), recipe);
                });
            }
        }
    }

    private static <T, R> void addNear(Ladder<T> ladder, T value, Function<T, R> change, List<R> into) {
        ladder.below(value).map(change).ifPresent(into::add);
        ladder.above(value).map(change).ifPresent(into::add);
    }

    private static <T, R> void addOthers(Ladder<T> ladder, T value, Function<T, R> change, List<R> into) {
        for (T other : ladder.rungs()) {
            if (!other.equals(value)) {
                into.add(change.apply(other));
            }
        }
    }
}
