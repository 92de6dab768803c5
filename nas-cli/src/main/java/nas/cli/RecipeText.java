package nas.cli;

import java.util.ArrayList;
import java.util.List;
import nas.space.Clipping;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;

/** How a network is trained, as people read it: what every recipe has, and of the rest what is not usual. */
final class RecipeText {
    private final List<String> parts = new ArrayList<>();

    private RecipeText() {}

    /** Returns such as {@code adam 0.01, cosine, batch size 16, l2 0.001}. */
    static String of(Recipe recipe) {
        RecipeText text = new RecipeText();
        text.step(recipe);
        text.rest(recipe);
        return String.join(", ", text.parts);
    }

    private void step(Recipe recipe) {
        parts.add(recipe.optimizer().word() + " " + recipe.learningRate());
        add(recipe.optimizer() == Optimizer.NESTEROV, "momentum " + recipe.momentum());
        parts.add(recipe.schedule().word());
        parts.add("batch size " + recipe.batchSize());
    }

    private void rest(Recipe recipe) {
        Clipping clipping = recipe.clipping();
        add(recipe.loss() != Loss.AUTO, recipe.loss().word());
        add(
                recipe.initialisation() != Initialisation.AUTO,
                recipe.initialisation().word());
        add(recipe.regularisation().l1() > 0, "l1 " + recipe.regularisation().l1());
        add(recipe.regularisation().l2() > 0, "l2 " + recipe.regularisation().l2());
        add(
                recipe.regularisation().weightDecay() > 0,
                "weight decay " + recipe.regularisation().weightDecay());
        add(
                clipping.kind() != Clipping.Kind.NONE,
                "clipping by " + clipping.kind().word() + " " + clipping.threshold());
        add(recipe.patience() > 0, "patience " + recipe.patience());
    }

    private void add(boolean isTold, String part) {
        if (isTold) {
            parts.add(part);
        }
    }
}
