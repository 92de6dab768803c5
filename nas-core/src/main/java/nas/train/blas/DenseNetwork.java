package nas.train.blas;

import static nas.train.blas.Subnormals.FLUSH;

import com.google.common.collect.ImmutableList;
import nas.space.HiddenLayer;
import org.jspecify.annotations.Nullable;

/**
 * Forward and backward pass of a dense network over one batch. Matrices lie off-heap, where OpenBLAS multiplies them; all
 * else is done block by block on arrays that fit the first cache. The JVM compiles a loop to vector instructions if all
 * its arrays are indexed alike, so every block lies at the beginning of its array.
 */
final class DenseNetwork {
    private final ImmutableList<DenseLayer> layers;
    private final ImmutableList<ActivationKernel> activations;
    private final ImmutableList<NativeFloats> slopes;
    private final NativeFloats gradient;
    private final NativeFloats product;
    private final NativeFloats delta;
    private final float[] outputs;
    private final float[] block;
    private final float[] slopeBlock;

    /** Takes buffers for batches of at most so many rows. */
    DenseNetwork(Workspace workspace, Topology topology, NativeFloats parameters, int rows) {
        long widest = (long) rows * topology.widest();
        this.gradient = workspace.floats(topology.largestLayer());
        this.product = workspace.floats(widest);
        this.delta = workspace.floats(widest);
        this.outputs = workspace.array((long) rows * topology.outputs());
        this.block = workspace.array(RowTile.longest(topology.widest()));
        this.slopeBlock = workspace.array(RowTile.longest(topology.widest()));
        ImmutableList.Builder<DenseLayer> dense = ImmutableList.builder();
        ImmutableList.Builder<NativeFloats> derivatives = ImmutableList.builder();
        for (int layer = 0; layer < topology.layers(); layer++) {
            dense.add(new DenseLayer(workspace, topology, layer, rows, parameters, gradient));
        }
        for (HiddenLayer hidden : topology.hidden()) {
            derivatives.add(workspace.floats((long) rows * hidden.units()));
        }
        this.layers = dense.build();
        this.slopes = derivatives.build();
        this.activations = topology.hidden().stream()
                .map(hidden -> ActivationKernel.of(hidden.activation(), workspace.exponential()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns where a batch is to be put, {@code [rows, inputs]}, row-major. */
    NativeFloats input() {
        return layers.get(0).input();
    }

    /** Returns where the backward pass leaves the derivatives of a layer, in the order of its parameters. */
    NativeFloats gradient() {
        return gradient;
    }

    /**
     * Passes the batch from the input to the output.
     *
     * @param dropout what drops outputs of hidden layers, or {@code null} where nothing is to be dropped
     * @param step number of the step, for dropout
     * @return the output layer's weighted sums, {@code [rows, outputs]}, row-major; good until the next pass
     */
    float[] forward(int rows, @Nullable Dropout dropout, long step) {
        int last = activations.size();
        for (int layer = 0; layer < last; layer++) {
            layers.get(layer).forward(rows, product);
            activate(layer, rows, dropout, step);
        }
        layers.get(last).forward(rows, product);
        output(layers.get(last), rows);
        return outputs;
    }

    /**
     * Finds the gradient of the batch that was passed forward last, from the last layer to the first. Each layer is moved
     * as soon as its own is known and no other layer's depends on it any more: by then both are still in the cache.
     *
     * @param deltas the loss's derivatives by the output layer's weighted sums, {@code [rows, outputs]}, row-major
     */
    void backward(int rows, float[] deltas, ParameterUpdate update) {
        int last = activations.size();
        begin(layers.get(last), rows, deltas);
        for (int layer = last; layer >= 0; layer--) {
            layers.get(layer).backward(rows, delta);
            if (layer > 0) {
                layers.get(layer).inputGradient(rows, delta, product);
            }
            update.move(layer);
            if (layer > 0) {
                passBack(layer - 1, rows);
            }
        }
    }

    private void activate(int layer, int rows, @Nullable Dropout dropout, long step) {
        DenseLayer dense = layers.get(layer);
        RowTile biases = dense.tile();
        int count = dense.count(rows);
        for (int begin = 0; begin < count; begin += biases.length()) {
            int length = Math.min(biases.length(), count - begin);
            product.read(begin, block, length);
            biases.addTo(block, length);
            activations.get(layer).apply(block, slopeBlock, length);
            if (dropout != null) {
                dropout.apply(layer, step, begin, block, slopeBlock, length);
            }
            layers.get(layer + 1).input().write(begin, block, length);
            slopes.get(layer).write(begin, slopeBlock, length);
        }
    }

    private void output(DenseLayer layer, int rows) {
        RowTile biases = layer.tile();
        int count = layer.count(rows);
        for (int begin = 0; begin < count; begin += biases.length()) {
            int length = Math.min(biases.length(), count - begin);
            product.read(begin, block, length);
            biases.addTo(block, length);
            System.arraycopy(block, 0, outputs, begin, length);
        }
    }

    private void begin(DenseLayer layer, int rows, float[] deltas) {
        RowTile sums = layer.tile();
        int count = layer.count(rows);
        sums.clear(count);
        for (int begin = 0; begin < count; begin += sums.length()) {
            int length = Math.min(sums.length(), count - begin);
            System.arraycopy(deltas, begin, block, 0, length);
            sums.add(block, length);
            delta.write(begin, block, length);
        }
    }

    /** Makes derivatives by a hidden layer's weighted sums of those by its outputs, which are in the product. */
    private void passBack(int layer, int rows) {
        DenseLayer dense = layers.get(layer);
        RowTile sums = dense.tile();
        int count = dense.count(rows);
        sums.clear(count);
        for (int begin = 0; begin < count; begin += sums.length()) {
            int length = Math.min(sums.length(), count - begin);
            product.read(begin, block, length);
            slopes.get(layer).read(begin, slopeBlock, length);
            multiply(block, slopeBlock, length);
            sums.add(block, length);
            delta.write(begin, block, length);
        }
    }

    private static void multiply(float[] deltas, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            deltas[i] = (deltas[i] * slopes[i] + FLUSH) - FLUSH;
        }
    }
}
