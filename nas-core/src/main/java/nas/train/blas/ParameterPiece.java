package nas.train.blas;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Some neighbouring parameters that are treated alike, and what the optimizer remembers of them. A piece stays in the
 * first cache with all that belongs to it.
 *
 * @param layer the layer they belong to; 0 where layers make no difference
 * @param areWeights whether regularisation is for them
 * @param begin number of the first one among all parameters
 * @param count how many they are
 * @param first what the optimizer remembers of each; may be longer
 * @param second what else it remembers of each; may be longer
 */
@SuppressWarnings("ArrayRecordComponent") // Buffers of the workspace.
record ParameterPiece(int layer, boolean areWeights, int begin, int count, float[] first, float[] second) {
    /** The largest number of parameters of a piece. */
    static final int LENGTH = 2048;

    private static final float[] NONE = new float[0];

    /** Cuts all parameters of a network into pieces that do not go beyond a layer's weights or biases. */
    static ImmutableList<ParameterPiece> ofLayers(Workspace workspace, Topology topology, OptimizerKernel optimizer) {
        ImmutableList.Builder<ParameterPiece> pieces = ImmutableList.builder();
        for (int layer = 0; layer < topology.layers(); layer++) {
            int weights = topology.weights(layer);
            int biases = topology.biases(layer);
            int end = topology.weights(layer + 1);
            cut(pieces, workspace, new ParameterPiece(layer, true, weights, biases - weights, NONE, NONE), optimizer);
            cut(pieces, workspace, new ParameterPiece(layer, false, biases, end - biases, NONE, NONE), optimizer);
        }
        return pieces.build();
    }

    /** Cuts all parameters of a network into as few pieces as possible. */
    static ImmutableList<ParameterPiece> ofAll(Workspace workspace, Topology topology, OptimizerKernel optimizer) {
        ImmutableList.Builder<ParameterPiece> pieces = ImmutableList.builder();
        cut(pieces, workspace, new ParameterPiece(0, false, 0, topology.parameters(), NONE, NONE), optimizer);
        return pieces.build();
    }

    private static void cut(
            ImmutableList.Builder<ParameterPiece> pieces,
            Workspace workspace,
            ParameterPiece whole,
            OptimizerKernel optimizer) {
        int end = whole.begin + whole.count;
        for (int begin = whole.begin; begin < end; begin += LENGTH) {
            int count = Math.min(LENGTH, end - begin);
            float[] first = optimizer.memories() > 0 ? memory(workspace, optimizer) : NONE;
            float[] second = optimizer.memories() > 1 ? memory(workspace, optimizer) : NONE;
            pieces.add(new ParameterPiece(whole.layer, whole.areWeights, begin, count, first, second));
        }
    }

    private static float[] memory(Workspace workspace, OptimizerKernel optimizer) {
        float[] memory = workspace.array(LENGTH);
        Arrays.fill(memory, optimizer.initial());
        return memory;
    }
}
