package nas.train.blas;

import org.bytedeco.javacpp.FloatPointer;

/** The linear part of a layer: weights and biases, and the buffer of its input. */
final class DenseLayer {
    private final int outputs;
    private final Products products;
    private final NativeFloats parameters;
    private final NativeFloats gradient;
    private final int biases;
    private final FloatPointer weights;
    private final NativeFloats input;
    private final RowTile tile;

    /**
     * Takes buffers for batches of at most so many rows.
     *
     * @param index number of the layer, from 0
     * @param gradient off-heap place for a layer's derivatives, in the order of its parameters
     */
    DenseLayer(
            Workspace workspace,
            Topology topology,
            int index,
            int rows,
            NativeFloats parameters,
            NativeFloats gradient) {
        int inputs = topology.widthInto(index);
        this.outputs = topology.widthOutOf(index);
        this.products = new Products(inputs, outputs);
        this.parameters = parameters;
        this.gradient = gradient;
        this.biases = topology.biases(index);
        this.weights = parameters.from(topology.weights(index));
        this.input = workspace.floats((long) rows * inputs);
        this.tile = new RowTile(workspace, outputs);
    }

    /** Returns where the layer's input is to be put, {@code [rows, inputs]}, row-major. */
    NativeFloats input() {
        return input;
    }

    /** Returns the number of values that the layer puts out for so many rows. */
    int count(int rows) {
        return rows * outputs;
    }

    /** Returns what is added to, or summed over, blocks of the layer's output. */
    RowTile tile() {
        return tile;
    }

    /** Multiplies the input by the weights, and gets the biases ready in the tile. */
    void forward(int rows, NativeFloats product) {
        products.forward(rows, input.pointer(), weights, product.pointer());
        tile.fill(parameters, biases, count(rows));
    }

    /**
     * Writes the gradient of weights, then that of biases.
     *
     * @param delta the loss's derivatives by the layer's output, whose sums over rows are in the tile
     */
    void backward(int rows, NativeFloats delta) {
        products.weightGradient(rows, delta.pointer(), input.pointer(), gradient.pointer());
        tile.writeColumnSums(gradient, products.inputs() * outputs);
    }

    /** Writes the loss's derivatives by the layer's input. */
    void inputGradient(int rows, NativeFloats delta, NativeFloats product) {
        products.inputGradient(rows, delta.pointer(), weights, product.pointer());
    }
}
