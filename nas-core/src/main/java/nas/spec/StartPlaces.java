package nas.spec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import org.jspecify.annotations.Nullable;

/** Finds the place in a space of the architectures that are to be tried first, or says why they have none. */
final class StartPlaces {
    private final ArchitectureSpace space;
    private final DataShape shape;
    private final @Nullable Long maxParams;

    /** Prepares places for networks on data of some shape that have at most so many parameters. */
    StartPlaces(ArchitectureSpace space, DataShape shape, @Nullable Long maxParams) {
        this.space = space;
        this.shape = shape;
        this.maxParams = maxParams;
    }

    /**
     * Returns the architecture that some layers are.
     *
     * @param index which one it is, from 0, for messages
     * @throws InvalidInputException if it is not in the space
     */
    Architecture architecture(int index, StartChoice.Layers layers) {
        String path = "start[" + index + "]";
        if (!space.depths().rungs().contains(layers.layers().size())) {
            throw refusal(
                    path,
                    "have as many layers as space.layers allows (" + text(space.depths()) + ")",
                    "has " + layers.layers().size());
        }
        Architecture architecture = new Architecture(IntStream.range(
                        0, layers.layers().size())
                .mapToObj(i -> layer(path + "[" + i + "]", i, layers.layers().get(i)))
                .toList());
        check(path, architecture);
        refuseTooLarge(path, architecture);
        return architecture;
    }

    /** Whatever a layer cannot say is the space's first choice. */
    private HiddenLayer layer(String path, int number, StartChoice.Layer layer) {
        Activation activation = layer.activation() != null
                ? layer.activation()
                : space.activations().first();
        if (!space.activations().rungs().contains(activation)) {
            throw refusal(
                    path + ".activation",
                    "be one of space.activation (" + words(space.activations()) + ")",
                    "was " + activation.word());
        }
        double dropout =
                layer.dropout() != null ? layer.dropout() : space.dropouts().first();
        refuseOthers(path + ".units", unitsKey(number), space.widths().of(number), layer.units());
        refuseOthers(path + ".dropout", "space.dropout", space.dropouts(), dropout);
        return new HiddenLayer(
                layer.units(),
                activation,
                dropout,
                space.dropoutKinds().first().of(activation),
                space.batchNorms().first());
    }

    private void check(String path, Architecture architecture) {
        List<String> units = architecture.units().stream().map(String::valueOf).toList();
        if (!space.widths().contains(architecture.units())) {
            throw refusal(
                    path,
                    "have the shape that space.shape says ("
                            + space.widths().shape().word() + ")",
                    "has " + String.join(", ", units) + " units");
        }
        if (!space.contains(architecture)) {
            List<String> words = architecture.layers().stream()
                    .map(layer -> layer.activation().word())
                    .distinct()
                    .toList();
            throw refusal(
                    path,
                    "have the same activation in all layers, as space.activation.shared says",
                    "has " + String.join(" and ", words));
        }
    }

    private void refuseTooLarge(String path, Architecture architecture) {
        long parameters = architecture.parameters(shape.inputs(), shape.outputs());
        if (maxParams != null && parameters > maxParams) {
            throw refusal(
                    path, "have at most objective.max_params (" + maxParams + ") parameters", "has " + parameters);
        }
    }

    private static <T extends Number & Comparable<T>> void refuseOthers(
            String path, String key, Ladder<T> ladder, T value) {
        if (!ladder.rungs().contains(value)) {
            throw refusal(path, "be one of " + key + " (" + nearest(ladder.rungs(), value) + ")", "was " + value);
        }
    }

    /** Returns the two neighbours of a value, or the two at the end beyond which it is. */
    private static <T extends Number & Comparable<T>> String nearest(List<T> rungs, T value) {
        if (rungs.size() == 1) {
            return "only " + rungs.get(0);
        }
        int below =
                (int) rungs.stream().filter(rung -> rung.compareTo(value) < 0).count() - 1;
        int first = Math.min(Math.max(below, 0), rungs.size() - 2);
        return "the nearest are " + rungs.get(first) + " and " + rungs.get(first + 1);
    }

    private String unitsKey(int layer) {
        boolean isOne = space.widths().first().equals(space.widths().rest());
        return "space.units" + (isOne ? "" : layer == 0 ? ".first" : ".rest");
    }

    private static String words(Ladder<Activation> activations) {
        return activations.rungs().stream().map(Activation::word).collect(Collectors.joining(", "));
    }

    private static String text(Ladder<Integer> ladder) {
        return ladder.rungs().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static InvalidInputException refusal(String path, String rule, String found) {
        return new InvalidInputException(path + " must " + rule + ", but " + found);
    }
}
