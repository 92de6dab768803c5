package nas.train.blas;

import static com.google.common.base.Preconditions.checkArgument;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The matrix products of a training step and nothing else, in the order of a step, each layer on buffers of its own: the
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

    private record Layer(int in, int out, Matrices values, Matrices gradients) {}

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
            output(layers.get(i));
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            weightGradient(layers.get(i));
            if (i > 0) {
                inputGradient(layers.get(i));
            }
        }
    }

    @Override
    public void close() {
        buffers.forEach(FloatPointer::close);
    }

    /** {@code Z = X · Wᵀ}. */
    private void output(Layer layer) {
        FloatPointer x = layer.values.input;
        FloatPointer w = layer.values.weights;
        FloatPointer z = layer.values.output;
        int in = layer.in;
        int out = layer.out;
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, batch, out, in, 1, x, in, w, in, 0, z, out);
    }

    /** {@code dW = dZᵀ · X}. */
    private void weightGradient(Layer layer) {
        FloatPointer dz = layer.gradients.output;
        FloatPointer x = layer.values.input;
        FloatPointer dw = layer.gradients.weights;
        int in = layer.in;
        int out = layer.out;
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, out, in, batch, 1, dz, out, x, in, 0, dw, in);
    }

    /** {@code dX = dZ · W}. */
    private void inputGradient(Layer layer) {
        FloatPointer dz = layer.gradients.output;
        FloatPointer w = layer.values.weights;
        FloatPointer dx = layer.gradients.input;
        int in = layer.in;
        int out = layer.out;
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, batch, in, out, 1, dz, out, w, in, 0, dx, in);
    }

    private Layer layer(int in, int out) {
        checkArgument(in >= 1 && out >= 1, "widths must be >= 1, but were %s, %s", in, out);
        return new Layer(in, out, matrices(in, out), matrices(in, out));
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
