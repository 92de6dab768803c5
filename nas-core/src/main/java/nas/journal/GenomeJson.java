package nas.journal;

import static nas.journal.JsonFields.constant;
import static nas.journal.JsonFields.flag;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.List;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;

/** Genomes as JSON: the one form that journal, results and bundles share. */
public final class GenomeJson {
    private static final String DROPOUT_KIND = "dropoutKind";
    private static final String BATCH_NORM = "batchNorm";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Large journals repeat few recipes and layers many times. */
    private static final Interner<Recipe> RECIPES = Interners.newWeakInterner();

    private static final Interner<HiddenLayer> LAYERS = Interners.newWeakInterner();

    private GenomeJson() {}

    /** Adds {@code key}, {@code layers} and {@code recipe} to an object. */
    public static ObjectNode write(Genome genome, ObjectNode into) {
        into.put("key", genome.key());
        ArrayNode layers = into.putArray("layers");
        genome.architecture().layers().forEach(layer -> layers.add(layer(layer)));
        into.set("recipe", RecipeJson.write(genome.recipe()));
        return into;
    }

    /** Adds the same with every part of the recipe. */
    public static ObjectNode writeWhole(Genome genome, ObjectNode into) {
        write(genome, into).set("recipe", RecipeJson.writeWhole(genome.recipe()));
        return into;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a field is missing or out of range
     */
    public static Genome read(JsonNode node) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (JsonNode layer : node.required("layers")) {
            layers.add(LAYERS.intern(readLayer(layer)));
        }
        return new Genome(new Architecture(layers), RECIPES.intern(RecipeJson.read(node.required("recipe"))));
    }

    private static HiddenLayer readLayer(JsonNode layer) {
        Activation activation = constant(Activation.class, layer, "activation");
        return new HiddenLayer(
                integer(layer, "units"),
                activation,
                number(layer, "dropout"),
                layer.has(DROPOUT_KIND) ? constant(DropoutKind.class, layer, DROPOUT_KIND) : DropoutKind.of(activation),
                layer.has(BATCH_NORM) && flag(layer, BATCH_NORM));
    }

    /** What was not always there is written only where it is not usual. */
    private static ObjectNode layer(HiddenLayer layer) {
        ObjectNode node = NODES.objectNode()
                .put("units", layer.units())
                .put("activation", layer.activation().word())
                .put("dropout", layer.dropout());
        if (layer.dropoutKind() != DropoutKind.of(layer.activation())) {
            node.put(DROPOUT_KIND, layer.dropoutKind().word());
        }
        return layer.batchNorm() ? node.put(BATCH_NORM, true) : node;
    }
}
