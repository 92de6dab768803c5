package nas.train;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss of our own: its score is the sum over rows, or their mean. Only trained with, never saved. */
interface RowLoss extends ILossFunction {
    @Override
    default double computeScore(
            INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask, boolean average) {
        double score =
                computeScoreArray(labels, sums, activation, mask).sumNumber().doubleValue();
        return average ? score / labels.size(0) : score;
    }

    @Override
    default Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, activation, mask, average), computeGradient(labels, sums, activation, mask));
    }
}
