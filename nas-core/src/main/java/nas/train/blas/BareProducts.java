package nas.train.blas;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The matrix products of a training step and nothing else, the very calls that the engine makes, in the order of a step, each layer on buffers of its own: the
 * time below which no engine on this BLAS gets. Made, run and closed on one thread.
 */
public final class BareProducts implements AutoCloseable {
    private final int batch;
    private final List<FloatPointer> buffers = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    /**
     * Allocates the buffers of a network and fills them with numbers that are neither 0 nor subnormal.
     *
     * @param batch rows per step, at least 1
     * @param widths inputs, units of each hidden layer, outputs: at least 2 numbers, each at least 1
     * @throws IllegalArgumentException if a number is below its limit
     */
    public BareProducts(int batch, List<Integer> widths) {
        checkArgument(batch >= 1, "batch must be >= 1, but was %s", batch);
        checkArgument(widths.size() >= 2, "widths must be at least 2, but were %s", widths);
        this.batch = batch;
        try {
            for (int i = 1; i < widths.size(); i++) {
                layers.add(layer(widths.get(i - 1), widths.get(i)));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private record Layer(Products products, Matrices values, Matrices gradients) {}

    /**
     * A layer's matrices, row-major, or their gradients.
     *
     * @param input {@code [batch, in]}
     * @param weights {@code [out, in]}
     * @param output {@code [batch, out]}
     */
    private record Matrices(FloatPointer input, FloatPointer weights, FloatPointer output) {}

    /** Computes the products of one step: outputs from first to last layer, then gradients from last to first. */
    public void step() {
        for (int i = 0; i < layers.size(); i++) {
            Matrices values = layers.get(i).values;
            layers.get(i).products.forward(batch, values.input, values.weights, values.output);
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            Matrices gradients = layer.gradients;
            layer.products.weightGradient(batch, gradients.output, layer.values.input, gradients.weights);
            if (i > 0) {
                layer.products.inputGradient(batch, gradients.output, layer.values.weights, gradients.input);
            }
        }
    }

    @Override
    public void close() {
        buffers.forEach(FloatPointer::close);
    }

    private Layer layer(int in, int out) {
        checkArgument(in >= 1 && out >= 1, "widths must be >= 1, but were %s, %s", in, out);
        return new Layer(new Products(in, out), matrices(in, out), matrices(in, out));
    }

    private Matrices matrices(int in, int out) {
        return new Matrices(buffer((long) batch * in), buffer((long) out * in), buffer((long) batch * out));
    }

    private FloatPointer buffer(long size) {
        FloatPointer buffer = new FloatPointer(size);
        buffers.add(buffer);
        SplittableRandom random = new SplittableRandom(size);
        for (long i = 0; i < size; i++) {
            buffer.put(i, (float) (random.nextDouble() + 0.5));
        }
        return buffer;
    }
}
