package nas.train;

import static com.google.common.base.Preconditions.checkState;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Randomised leaky rectifier (Xu et al. 2015, arXiv 1505.00853), which stands in for DL4J's {@code ActivationRReLU} while
 * training. That of 1.0.0-M2.1 gives the gradient 1 on both sides of 0, and afterwards cuts off at the mean slope
 * instead of multiplying by it. A trained network with this activation is one with a leaky rectifier of the mean slope,
 * and that is what is saved.
 *
 * <p>Slopes come from the calling thread's generator. An instance belongs to one layer of one network.
 */
final class RandomisedLeakyRelu extends BaseActivationFunction {
    /** Slope below 0 after training: the mean of those drawn while training. */
    static final double MEAN_SLOPE = 11.0 / 48;

    private static final long serialVersionUID = 1L;
    private static final double LOWEST_SLOPE = 1.0 / 8;
    private static final double HIGHEST_SLOPE = 1.0 / 3;

    private transient @Nullable INDArray slopes;

    @Override
    @SuppressWarnings("try") // being outside of workspaces is what the resource is for
    public INDArray getActivation(INDArray in, boolean training) {
        if (!training) {
            return Nd4j.getExecutioner().exec(new LeakyReLU(in, MEAN_SLOPE));
        }
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            if (slopes != null) {
                slopes.close();
            }
            slopes = draw(in);
        }
        return in.muli(slopes);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        checkState(slopes != null, "there is no gradient before a forward pass");
        return new Pair<>(epsilon.mul(slopes), null);
    }

    /** Returns what each value is multiplied by: 1 where it is at least 0, elsewhere its slope. */
    private static INDArray draw(INDArray in) {
        INDArray drawn = Nd4j.rand(LOWEST_SLOPE, HIGHEST_SLOPE, Nd4j.getRandom(), in.shape());
        try (INDArray below = in.lt(0);
                INDArray isBelow = below.castTo(DataType.FLOAT)) {
            return drawn.subi(1).muli(isBelow).addi(1);
        }
    }

    @Override
    public String toString() {
        return "randomised leaky relu";
    }
}
