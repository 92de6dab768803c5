package nas.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.Clipping;
import nas.space.DropoutChoice;
import nas.space.Initialisation;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.Schedule;
import nas.space.WidthSpace;

/** Writes {@code space} and {@code training} as JSON, with every key but those that cannot matter. */
final class SpaceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SpaceJson() {}

    /** Returns what networks may look like. */
    static ObjectNode space(ArchitectureSpace space) {
        ObjectNode node = NODES.objectNode();
        node.set("layers", list(space.depths(), NODES::numberNode));
        node.set("units", units(space.widths()));
        node.put("shape", space.widths().shape().word());
        ArrayNode activations = list(space.activations(), each -> word(each, Activation::word));
        node.set(
                "activation", space.isActivationShared() ? NODES.objectNode().set("shared", activations) : activations);
        node.set("dropout", list(space.dropouts(), NODES::numberNode));
        node.set("dropout_kind", list(space.dropoutKinds(), each -> word(each, DropoutChoice::word)));
        return node.set("batch_norm", list(space.batchNorms(), NODES::booleanNode));
    }

    private static JsonNode units(WidthSpace widths) {
        ArrayNode first = list(widths.first(), NODES::numberNode);
        return widths.first().equals(widths.rest())
                ? first
                : NODES.objectNode()
                        .<ObjectNode>set("first", first)
                        .set("rest", list(widths.rest(), NODES::numberNode));
    }

    /** Returns how they may be trained. */
    static ObjectNode training(RecipeSpace space) {
        ObjectNode node = NODES.objectNode();
        node.set("optimizer", choice(space.optimizers(), each -> word(each, Optimizer::word)));
        if (space.optimizers().rungs().contains(Optimizer.NESTEROV)) {
            node.set("momentum", choice(space.momenta(), NODES::numberNode));
        }
        node.set("learning_rate", rates(RateChoice.of(space.learningRates())));
        node.set("schedule", choice(space.schedules(), each -> word(each, Schedule::word)));
        node.set("batch_size", choice(space.batchSizes(), NODES::numberNode));
        node.set("early_stopping", patiences(space.patiences()));
        node.set("clipping", choice(space.clippings(), SpaceJson::clipping));
        node.set("loss", choice(space.losses(), each -> word(each, Loss::word)));
        node.set("initialisation", choice(space.initialisations(), each -> word(each, Initialisation::word)));
        node.set("l1", choice(space.l1s(), NODES::numberNode));
        node.set("l2", choice(space.l2s(), NODES::numberNode));
        return node.set("weight_decay", choice(space.weightDecays(), NODES::numberNode));
    }

    private static JsonNode rates(RateChoice rates) {
        return rates.match(same -> choice(same, NODES::numberNode), SpaceJson::rates, () -> NODES.textNode("auto"));
    }

    private static JsonNode rates(Map<Optimizer, Ladder<Double>> rates) {
        ObjectNode node = NODES.objectNode();
        rates.forEach((optimizer, ladder) -> node.set(optimizer.word(), choice(ladder, NODES::numberNode)));
        return node;
    }

    private static JsonNode patiences(Ladder<Integer> patiences) {
        return patiences.rungs().equals(List.of(0))
                ? NODES.textNode(RecipeSection.NONE)
                : NODES.objectNode().set("patience", choice(patiences, NODES::numberNode));
    }

    private static JsonNode clipping(Clipping clipping) {
        String word = clipping.kind().word();
        return clipping.kind() == Clipping.Kind.NONE
                ? NODES.textNode(word)
                : NODES.objectNode().put(word, clipping.threshold());
    }

    private static <T> JsonNode choice(Ladder<T> ladder, Function<T, JsonNode> writer) {
        return ladder.size() == 1 ? writer.apply(ladder.first()) : list(ladder, writer);
    }

    private static <T> ArrayNode list(Ladder<T> ladder, Function<T, JsonNode> writer) {
        ArrayNode node = NODES.arrayNode();
        ladder.rungs().forEach(rung -> node.add(writer.apply(rung)));
        return node;
    }

    private static <T> JsonNode word(T value, Function<T, String> words) {
        return NODES.textNode(words.apply(value));
    }
}
