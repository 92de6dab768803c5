package nas.evolve;

import static com.google.common.collect.Iterators.transform;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Initialisation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.Regularisation;

/** Every genome of an architecture, once each, by recipe. */
final class RecipeWalk {
    private final RecipeSpace choices;

    /** What each part may change in a recipe; the initialisation comes last, as it depends on the architecture. */
    private final List<List<UnaryOperator<Recipe>>> changes;

    RecipeWalk(RecipeSpace choices) {
        this.choices = choices;
        this.changes = List.of(
                optimizing(),
                each(choices.schedules(), (recipe, schedule) -> recipe.withSchedule(schedule)),
                each(choices.batchSizes(), (recipe, size) -> recipe.withBatchSize(size)),
                each(choices.losses(), (recipe, loss) -> recipe.withLoss(loss)),
                each(choices.l1s(), RecipeWalk::withL1),
                each(choices.l2s(), RecipeWalk::withL2),
                each(choices.weightDecays(), RecipeWalk::withWeightDecay),
                each(choices.clippings(), (recipe, clipping) -> recipe.withClipping(clipping)),
                each(choices.patiences(), (recipe, patience) -> recipe.withPatience(patience)));
    }

    /** Returns the genomes of an architecture of the space. */
    Iterator<Genome> of(Architecture architecture) {
        List<UnaryOperator<Recipe>> initialisations = choices.initialisations().rungs().stream()
                .filter(choice -> isFirst(choice, architecture))
                .map(choice -> (UnaryOperator<Recipe>) recipe -> recipe.withInitialisation(choice))
                .toList();
        List<List<UnaryOperator<Recipe>>> all =
                Stream.concat(changes.stream(), Stream.of(initialisations)).toList();
        return transform(Odometer.of(all), chosen -> new Genome(architecture, changed(chosen)));
    }

    private Recipe changed(List<UnaryOperator<Recipe>> chosen) {
        Recipe recipe = choices.usual();
        for (UnaryOperator<Recipe> change : chosen) {
            recipe = change.apply(recipe);
        }
        return recipe;
    }

    /** Of initialisations that draw alike for an architecture the first one stands for all. */
    private boolean isFirst(Initialisation choice, Architecture architecture) {
        Genome genome = new Genome(architecture, choices.usual().withInitialisation(choice));
        return choices.chosen(genome).initialisation() == choice;
    }

    private List<UnaryOperator<Recipe>> optimizing() {
        return choices.optimizers().rungs().stream()
                .flatMap(optimizer -> choices.momenta(optimizer).rungs().stream()
                        .flatMap(momentum -> choices.learningRates(optimizer).rungs().stream()
                                .map(rate -> (UnaryOperator<Recipe>)
                                        recipe -> recipe.withOptimizer(optimizer, momentum, rate))))
                .toList();
    }

    private static Recipe withL1(Recipe recipe, double l1) {
        Regularisation now = recipe.regularisation();
        return recipe.withRegularisation(new Regularisation(l1, now.l2(), now.weightDecay()));
    }

    private static Recipe withL2(Recipe recipe, double l2) {
        Regularisation now = recipe.regularisation();
        return recipe.withRegularisation(new Regularisation(now.l1(), l2, now.weightDecay()));
    }

    private static Recipe withWeightDecay(Recipe recipe, double decay) {
        Regularisation now = recipe.regularisation();
        return recipe.withRegularisation(new Regularisation(now.l1(), now.l2(), decay));
    }

    private static <T> List<UnaryOperator<Recipe>> each(Ladder<T> ladder, BiFunction<Recipe, T, Recipe> change) {
        return ladder.rungs().stream()
                .map(value -> (UnaryOperator<Recipe>) recipe -> change.apply(recipe, value))
                .toList();
    }
}
