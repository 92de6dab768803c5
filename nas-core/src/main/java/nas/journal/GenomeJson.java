package nas.journal;

import static nas.journal.JsonFields.constant;
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
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;

/** Genomes as JSON: the one form that journal and results share. */
final class GenomeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Large journals repeat few recipes and layers many times. */
    private static final Interner<Recipe> RECIPES = Interners.newWeakInterner();

    private static final Interner<HiddenLayer> LAYERS = Interners.newWeakInterner();

    private GenomeJson() {}

    /** Adds {@code key}, {@code layers} and {@code recipe} to an object. */
    static ObjectNode write(Genome genome, ObjectNode into) {
        into.put("key", genome.key());
        ArrayNode layers = into.putArray("layers");
        genome.architecture().layers().forEach(layer -> layers.add(layer(layer)));
        into.set("recipe", RecipeJson.write(genome.recipe()));
        return into;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a field is missing or out of range
     */
    static Genome read(JsonNode node) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (JsonNode layer : node.required("layers")) {
            layers.add(LAYERS.intern(new HiddenLayer(
                    integer(layer, "units"),
                    constant(Activation.class, layer, "activation"),
                    number(layer, "dropout"))));
        }
        return new Genome(new Architecture(layers), RECIPES.intern(RecipeJson.read(node.required("recipe"))));
    }

    private static ObjectNode layer(HiddenLayer layer) {
        return NODES.objectNode()
                .put("units", layer.units())
                .put("activation", layer.activation().word())
                .put("dropout", layer.dropout());
    }
}
