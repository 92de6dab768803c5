package nas.train;

import java.nio.FloatBuffer;
import nas.data.Dataset;
import nas.data.Targets;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native buffers for a fixed number of rows, filled again and again. Closed by whoever made it. */
final class Batch implements AutoCloseable {
    private final Dataset data;
    private final INDArray features;
    private final INDArray labels;
    private final float[] row;

    /** Allocates {@code [rows, inputs]} and {@code [rows, outputs]}, float32, row-major. */
    Batch(Dataset data, int rows) {
        this.data = data;
        this.features = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, data.inputs()}, 'c');
        this.labels = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, data.outputs()}, 'c');
        this.row = new float[data.inputs()];
    }

    /** Fills the buffers with rows of the data set, from a position of the order on. */
    Batch fill(int[] order, int from) {
        int rows = rows();
        FloatBuffer into = features.data().asNioFloat();
        for (int i = 0; i < rows; i++) {
            data.features().copy(order[from + i], row, 0);
            into.put(i * row.length, row);
        }
        fillLabels(order, from);
        return this;
    }

    INDArray features() {
        return features;
    }

    INDArray labels() {
        return labels;
    }

    int rows() {
        return (int) features.size(0);
    }

    @Override
    public void close() {
        features.close();
        labels.close();
    }

    private void fillLabels(int[] order, int from) {
        FloatBuffer into = labels.data().asNioFloat();
        if (data.targets() instanceof Targets.Classes classes) {
            int outputs = data.outputs();
            for (int i = 0; i < rows() * outputs; i++) {
                into.put(i, 0);
            }
            for (int i = 0; i < rows(); i++) {
                into.put(i * outputs + classes.labels()[order[from + i]], 1);
            }
        } else if (data.targets() instanceof Targets.Values values) {
            int outputs = data.outputs();
            for (int i = 0; i < rows(); i++) {
                into.put(i * outputs, values.standardised(), order[from + i] * outputs, outputs);
            }
        }
    }
}
