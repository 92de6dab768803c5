package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The hidden layers of a network, from input to output. An empty list is the linear model.
 *
 * @param layers the hidden layers
 */
public record Architecture(List<HiddenLayer> layers) {
    /** The network without hidden layers. */
    public static final Architecture LINEAR = new Architecture(List.of());

    /** Copies the list. */
    public Architecture {
        layers = ImmutableList.copyOf(layers);
    }

    /** Returns the number of hidden layers. */
    public int depth() {
        return layers.size();
    }

    /** Returns the units of each layer. */
    public List<Integer> units() {
        return layers.stream().map(HiddenLayer::units).toList();
    }

    /** Returns this architecture with other units in each of its layers. */
    public Architecture withUnits(List<Integer> units) {
        return new Architecture(IntStream.range(0, layers.size())
                .mapToObj(i -> layers.get(i).withUnits(units.get(i)))
                .toList());
    }

    /**
     * Returns the number of trainable parameters of all layers, the output layer with its {@code (inputs + 1) · outputs}
     * included. Equals DL4J's {@code numParams()}, less the running means and variances of batch normalisation.
     *
     * @param inputs width of the input, at least 1
     * @param outputs width of the output, at least 1
     * @throws IllegalArgumentException if {@code inputs} or {@code outputs} is below 1
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long parameters(int inputs, int outputs) {
        checkArgument(inputs >= 1 && outputs >= 1, "inputs and outputs must be >= 1, but were %s, %s", inputs, outputs);
        long sum = 0;
        long width = inputs;
        for (HiddenLayer layer : layers) {
            sum = Math.addExact(sum, layer.parameters(width));
            width = layer.units();
        }
        return Math.addExact(sum, Math.multiplyExact(width + 1, (long) outputs));
    }

    /** Returns a short form for people, such as {@code 24 elu - 16 relu}, or {@code linear}. */
    public String label() {
        return layers.isEmpty()
                ? "linear"
                : layers.stream().map(HiddenLayer::label).collect(Collectors.joining(" - "));
    }
}
