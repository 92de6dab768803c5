package nas.train;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;

/**
 * The gradient of a rectifier whose slopes below 0 are trained (He et al. 2015, arXiv 1502.01852), in place of the operation
 * {@code prelu_bp} of ND4J 1.0.0-M2.1, which refuses batches of more than 64 rows or of one.
 */
final class TrainedSlopes {
    private static final String GRADIENT = "prelu_bp";

    private TrainedSlopes() {}

    /** Tells whether an operation is that gradient. */
    static boolean isGradient(CustomOp op) {
        return op.opName().equals(GRADIENT);
    }

    /**
     * Computes the outputs of the operation: the derivatives by inputs {@code [rows, units]} and by slopes, one for each unit,
     * of inputs, slopes and the derivatives by what the rectifier put out.
     */
    static INDArray[] computeGradient(CustomOp op) {
        INDArray inputs = op.inputArguments().get(0);
        INDArray slopes = op.inputArguments().get(1);
        INDArray derivatives = op.inputArguments().get(2);
        INDArray byInputs = op.outputArguments().get(0);
        INDArray bySlopes = op.outputArguments().get(1);
        try (INDArray below = inputs.lt(0);
                INDArray isBelow = below.castTo(DataType.FLOAT)) {
            INDArray derivativesBelow = derivatives.mul(isBelow);
            bySlopes.assign(derivativesBelow.mul(inputs).sum(0).reshape(bySlopes.shape()));
            INDArray lessSteep = slopes.sub(1).reshape(1, slopes.length());
            byInputs.assign(derivativesBelow.muliRowVector(lessSteep).addi(derivatives));
        }
        return new INDArray[] {byInputs, bySlopes};
    }
}
