package nas.train;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Half the square of errors below 1, linear above, averaged over outputs (Huber 1964, doi 10.1214/aoms/1177703732), which
 * DL4J 1.0.0-M2.1 does not know. With {@code c} the error cut off at 1 on both sides, it is {@code |c|·(|e| - |c|/2)} and
 * its slope is {@code c}. Labels may not be masked.
 */
final class HuberLoss implements RowLoss {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask) {
        INDArray sizes = Transforms.abs(errors(labels, sums, activation), false);
        INDArray cut = Transforms.min(sizes, 1, true);
        return sizes.subi(cut.mul(0.5)).muli(cut).mean(true, 1);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation activation, @Nullable INDArray mask) {
        INDArray slopes = Transforms.max(Transforms.min(errors(labels, sums, activation), 1, false), -1, false);
        return activation.backprop(sums, slopes.divi(labels.size(1))).getFirst();
    }

    @Override
    public String name() {
        return "huber";
    }

    private static INDArray errors(INDArray labels, INDArray sums, IActivation activation) {
        return activation.getActivation(sums.dup(), true).subi(labels);
    }
}
