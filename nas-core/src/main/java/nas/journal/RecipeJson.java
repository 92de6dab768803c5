package nas.journal;

import static nas.journal.JsonFields.constant;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.space.Clipping;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;

/**
 * Recipes as JSON. Where a part is absent, as in journals that are older than it, reading takes
 * the default.
 */
final class RecipeJson {
    private RecipeJson() {}

    static ObjectNode write(Recipe recipe) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("optimizer", recipe.optimizer().word())
                .put("momentum", recipe.momentum())
                .put("learningRate", recipe.learningRate())
                .put("schedule", recipe.schedule().word())
                .put("batchSize", recipe.batchSize())
                .put("loss", recipe.loss().word())
                .put("l1", recipe.regularisation().l1())
                .put("l2", recipe.regularisation().l2())
                .put("weightDecay", recipe.regularisation().weightDecay());
        node.putObject("clipping")
                .put("kind", recipe.clipping().kind().word())
                .put("threshold", recipe.clipping().threshold());
        writeLater(recipe, node);
        return node;
    }

    /** Returns a recipe with every part, for those who do not know what is usual. */
    static ObjectNode writeWhole(Recipe recipe) {
        return write(recipe)
                .put("initialisation", recipe.initialisation().word())
                .put("patience", recipe.patience());
    }

    /** Only what is not usual is written, so that a journal says what those before it said. */
    private static void writeLater(Recipe recipe, ObjectNode node) {
        if (recipe.initialisation() != Initialisation.AUTO) {
            node.put("initialisation", recipe.initialisation().word());
        }
        if (recipe.patience() > 0) {
            node.put("patience", recipe.patience());
        }
    }

    static Recipe read(JsonNode node) {
        Optimizer optimizer = constant(Optimizer.class, node, "optimizer");
        return new Recipe(
                optimizer,
                numberOr(Recipe.defaultMomentum(optimizer), node, "momentum"),
                number(node, "learningRate"),
                node.has("schedule") ? constant(Schedule.class, node, "schedule") : Schedule.CONSTANT,
                integer(node, "batchSize"),
                node.has("loss") ? constant(Loss.class, node, "loss") : Loss.AUTO,
                node.has("initialisation")
                        ? constant(Initialisation.class, node, "initialisation")
                        : Initialisation.AUTO,
                new Regularisation(numberOr(0, node, "l1"), numberOr(0, node, "l2"), numberOr(0, node, "weightDecay")),
                node.has("clipping") ? clipping(node.required("clipping")) : Clipping.NONE,
                node.has("patience") ? integer(node, "patience") : 0);
    }

    private static Clipping clipping(JsonNode node) {
        return new Clipping(constant(Clipping.Kind.class, node, "kind"), number(node, "threshold"));
    }

    private static double numberOr(double fallback, JsonNode node, String field) {
        return node.has(field) ? number(node, field) : fallback;
    }
}
