package nas.train.blas;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Some neighbouring parameters of a layer that are treated alike, and what the optimizer remembers of them. A piece stays
 * in the first cache with all that belongs to it.
 *
 * @param areWeights whether regularisation is for them
 * @param begin number of the first one among all parameters
 * @param offset number of the first one among those of the layer
 * @param count how many they are
 * @param first what the optimizer remembers of each; may be longer
 * @param second what else it remembers of each; may be longer
 */
@SuppressWarnings("ArrayRecordComponent") // Buffers of the workspace.
record ParameterPiece(boolean areWeights, int begin, int offset, int count, float[] first, float[] second) {
    /** The largest number of parameters of a piece. */
    static final int LENGTH = 2048;

    private static final float[] NONE = new float[0];

    /** Cuts a layer into pieces. They do not go beyond weights or biases where these are treated differently. */
    static ImmutableList<ParameterPiece> of(
            Workspace workspace, Topology topology, int layer, OptimizerKernel optimizer, boolean areAlike) {
        int weights = topology.weights(layer);
        int biases = topology.biases(layer);
        int end = topology.weights(layer + 1);
        ImmutableList.Builder<ParameterPiece> pieces = ImmutableList.builder();
        for (int begin = weights; begin < end; ) {
            boolean areWeights = begin < biases;
            int limit = areWeights && !areAlike ? biases : end;
            int count = Math.min(LENGTH, limit - begin);
            float[] first = optimizer.memories() > 0 ? memory(workspace, optimizer) : NONE;
            float[] second = optimizer.memories() > 1 ? memory(workspace, optimizer) : NONE;
            pieces.add(new ParameterPiece(areWeights, begin, begin - weights, count, first, second));
            begin += count;
        }
        return pieces.build();
    }

    /** Returns what the optimizer remembers first, 0, or second, 1. */
    float[] memory(int number) {
        return number == 0 ? first : second;
    }

    private static float[] memory(Workspace workspace, OptimizerKernel optimizer) {
        float[] memory = workspace.array(LENGTH);
        Arrays.fill(memory, optimizer.initial());
        return memory;
    }
}
