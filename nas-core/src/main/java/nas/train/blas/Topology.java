package nas.train.blas;

import java.util.List;
import nas.space.HiddenLayer;
import nas.space.Loss;

/**
 * A dense network and where its parameters lie in DL4J's flat vector: for each layer the weights {@code [outputs,
 * inputs]}, row-major, then the biases.
 *
 * @param inputs width of the input
 * @param hidden the hidden layers
 * @param outputs width of the output
 * @param loss what is made small; {@link Loss#AUTO} must have been resolved
 */
public record Topology(int inputs, List<HiddenLayer> hidden, int outputs, Loss loss) {
    /** Copies the list. */
    public Topology {
        hidden = List.copyOf(hidden);
    }

    /** Returns the number of layers with weights: the hidden ones and the output. */
    int layers() {
        return hidden.size() + 1;
    }

    /** Returns the width of what goes into a layer. */
    int widthInto(int layer) {
        return layer == 0 ? inputs : hidden.get(layer - 1).units();
    }

    /** Returns the width of what comes out of a layer. */
    int widthOutOf(int layer) {
        return layer < hidden.size() ? hidden.get(layer).units() : outputs;
    }

    /** Returns where a layer's weights begin. */
    int weights(int layer) {
        return Math.toIntExact(parametersBefore(layer));
    }

    /** Returns the number of parameters of all layers before one; that of a network may be more than an int holds. */
    long parametersBefore(int layer) {
        long count = 0;
        for (int before = 0; before < layer; before++) {
            count += (widthInto(before) + 1L) * widthOutOf(before);
        }
        return count;
    }

    /** Returns where a layer's biases begin. */
    int biases(int layer) {
        return Math.toIntExact(weights(layer) + (long) widthInto(layer) * widthOutOf(layer));
    }

    /** Returns the number of parameters of the layer that has most. */
    int largestLayer() {
        int largest = 0;
        for (int layer = 0; layer < layers(); layer++) {
            largest = Math.max(largest, weights(layer + 1) - weights(layer));
        }
        return largest;
    }

    /** Returns the number of parameters. */
    int parameters() {
        return weights(layers());
    }

    /** Returns the width of the widest layer, the input aside. */
    int widest() {
        int widest = outputs;
        for (HiddenLayer layer : hidden) {
            widest = Math.max(widest, layer.units());
        }
        return widest;
    }
}
