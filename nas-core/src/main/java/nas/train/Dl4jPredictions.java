package nas.train;

import nas.data.Dataset;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network says, by DL4J's own forward pass.
 *
 * @param data where rows come from
 * @param network says it; neither closed nor changed here
 */
record Dl4jPredictions(Dataset data, MultiLayerNetwork network) {
    /** Rows per forward pass of either engine: a constant, as another number may change the last bits. */
    static final int ROWS_PER_PASS = 512;

    /** Hands over what the network says of rows, given as indices into the data set, at least one. */
    void predict(int[] rows, Training.Predictions predictions) {
        int[] done = {0};
        try (Batches batches = new Batches(data, rows.length, ROWS_PER_PASS)) {
            batches.walk(rows, batch -> {
                float[] outputs = outputs(batch);
                for (int i = 0; i < batch.rows(); i++) {
                    predictions.accept(rows[done[0]++], outputs, i * data.outputs());
                }
                return true;
            });
        }
    }

    private float[] outputs(Batch batch) {
        try (INDArray output = network.output(batch.features());
                INDArray rowMajor = output.dup('c')) {
            return rowMajor.data().asFloat();
        }
    }
}
