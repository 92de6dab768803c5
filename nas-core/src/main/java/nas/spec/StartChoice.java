package nas.spec;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import nas.InvalidInputException;
import nas.run.StartSettings;
import nas.space.Activation;
import nas.space.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about what is tried first.
 *
 * @param items what is tried, in the order of the file
 */
public record StartChoice(List<Item> items) {
    /** What is tried where a search space says nothing. */
    public static final StartChoice DEFAULT = new StartChoice(List.of(new RulesOfThumb()));

    /** Copies the list. */
    public StartChoice {
        items = ImmutableList.copyOf(items);
    }

    /** Something to try. */
    public sealed interface Item {
        /** Returns whatever the case at hand's function makes of it. */
        <T> T match(Supplier<T> rulesOfThumb, Function<Layers, T> layers);
    }

    /** What the rules of thumb say. */
    public record RulesOfThumb() implements Item {
        @Override
        public <T> T match(Supplier<T> rulesOfThumb, Function<Layers, T> layers) {
            return rulesOfThumb.get();
        }
    }

    /**
     * An architecture.
     *
     * @param layers its hidden layers; none are the linear model
     */
    public record Layers(List<Layer> layers) implements Item {
        /** Copies the list. */
        public Layers {
            layers = ImmutableList.copyOf(layers);
        }

        @Override
        public <T> T match(Supplier<T> rulesOfThumb, Function<Layers, T> layers) {
            return layers.apply(this);
        }
    }

    /**
     * A hidden layer.
     *
     * @param units number of units
     * @param activation activation, or {@code null} for the first of the space
     * @param dropout dropout probability, or {@code null} for the lowest of the space
     */
    public record Layer(
            int units,
            @Nullable Activation activation,
            @Nullable Double dropout) {}

    /**
     * Returns what is tried first.
     *
     * @throws InvalidInputException about all architectures that have no place, or are there twice
     */
    StartSettings in(StartPlaces places) {
        Map<Architecture, Integer> architectures = new LinkedHashMap<>();
        List<InvalidInputException> refusals = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            try {
                Architecture architecture =
                        items.get(i).match(() -> null, layers -> places.architecture(index, layers));
                if (architecture != null) {
                    refuseTwice(index, architectures.putIfAbsent(architecture, index));
                }
            } catch (InvalidInputException e) {
                refusals.add(e);
            }
        }
        if (!refusals.isEmpty()) {
            throw InvalidInputException.all(refusals);
        }
        return new StartSettings(List.copyOf(architectures.keySet()), items.contains(new RulesOfThumb()));
    }

    private static void refuseTwice(int index, @Nullable Integer earlier) {
        if (earlier != null) {
            throw new InvalidInputException(
                    "start[" + index + "] must be another architecture than start[" + earlier + "], but is the same");
        }
    }
}
