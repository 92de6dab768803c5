package nas.train;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss of DL4J's, each row of which counts as much as its class does. DL4J's own ways do not do: it multiplies the
 * output layer's weighted sums by a mask of labels, too, and the weights of its binary cross-entropy are those of
 * outputs, not of rows.
 */
final class WeightedLoss implements RowLoss {
    private static final long serialVersionUID = 1L;

    private final ILossFunction loss;
    private final float[] byClass;

    /** Weighs a loss; labels are {@code [rows, classes]}, 1 at the class of the row and 0 elsewhere. */
    WeightedLoss(ILossFunction loss, float[] byClass) {
        this.loss = loss;
        this.byClass = byClass;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask) {
        return loss.computeScoreArray(labels, sums, activation, mask).muliColumnVector(byRow(labels));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask) {
        return loss.computeGradient(labels, sums, activation, mask).muliColumnVector(byRow(labels));
    }

    @Override
    public String name() {
        return "weighted " + loss.name();
    }

    /** A product with labels, all of which but one of a row are 0, is exact. */
    private INDArray byRow(INDArray labels) {
        return labels.mmul(Nd4j.createFromArray(byClass).reshape(byClass.length, 1));
    }
}
