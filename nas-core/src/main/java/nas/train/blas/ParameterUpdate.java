package nas.train.blas;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import nas.space.Clipping;
import nas.space.Recipe;
import nas.space.Regularisation;

/**
 * Moves the parameters by one step: clips the gradient, adds L1 and L2, lets weights decay, and lets the optimizer do
 * the rest, in this order, which is DL4J's.
 */
final class ParameterUpdate {
    private final NativeFloats parameters;
    private final NativeFloats gradient;
    private final OptimizerKernel optimizer;
    private final Regularisation regularisation;
    private final Clipping clipping;
    private final ImmutableList<ParameterPiece> pieces;
    private final int size;
    private final float[] values;
    private final float[] slopes;
    private final float[] scales;

    ParameterUpdate(
            Workspace workspace, Topology topology, Recipe recipe, NativeFloats parameters, NativeFloats gradient) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.optimizer = OptimizerKernel.of(recipe.optimizer(), recipe.momentum());
        this.regularisation = recipe.regularisation();
        this.clipping = recipe.clipping();
        this.size = topology.parameters();
        this.values = workspace.array(ParameterPiece.LENGTH);
        this.slopes = workspace.array(ParameterPiece.LENGTH);
        this.scales = new float[topology.layers()];
        boolean isUniform = regularisation.equals(Regularisation.NONE) && clipping.kind() != Clipping.Kind.NORM;
        this.pieces = isUniform
                ? ParameterPiece.ofAll(workspace, topology, optimizer)
                : ParameterPiece.ofLayers(workspace, topology, optimizer);
    }

    /** Moves the parameters along the gradient. */
    void apply(long step, double learningRate) {
        optimizer.begin(step, learningRate);
        if (clipping.kind() == Clipping.Kind.NORM) {
            findScales();
        }
        for (int i = 0; i < pieces.size(); i++) {
            ParameterPiece piece = pieces.get(i);
            int count = piece.count();
            gradient.read(piece.begin(), slopes, count);
            parameters.read(piece.begin(), values, count);
            clip(piece);
            if (piece.areWeights()) {
                regularise((float) (regularisation.weightDecay() * learningRate), count);
            }
            optimizer.apply(values, slopes, piece.first(), piece.second(), count);
            parameters.write(piece.begin(), values, count);
        }
    }

    /** Returns a copy of what the optimizer remembers: all first memories, then all second ones. */
    float[] state() {
        float[] state = new float[stateSize()];
        for (ParameterPiece piece : pieces) {
            copy(piece.first(), 0, state, piece.begin(), piece.count());
            copy(piece.second(), 0, state, size + piece.begin(), piece.count());
        }
        return state;
    }

    /** @throws IllegalArgumentException if it is not the state of such a network and optimizer */
    void restore(float[] state) {
        checkArgument(
                state.length == stateSize(),
                "optimizer state must have %s values, but had %s",
                stateSize(),
                state.length);
        for (ParameterPiece piece : pieces) {
            copy(state, piece.begin(), piece.first(), 0, piece.count());
            copy(state, size + piece.begin(), piece.second(), 0, piece.count());
        }
    }

    private int stateSize() {
        return Math.multiplyExact(optimizer.memories(), size);
    }

    /** Copies nothing where one of the sides is not kept. */
    private static void copy(float[] from, int begin, float[] into, int offset, int count) {
        if (begin + count <= from.length && offset + count <= into.length) {
            System.arraycopy(from, begin, into, offset, count);
        }
    }

    /** Finds, for each layer, what brings its gradient down to the largest norm that is allowed. */
    private void findScales() {
        int layer = 0;
        double squares = 0;
        for (int i = 0; i < pieces.size(); i++) {
            ParameterPiece piece = pieces.get(i);
            if (piece.layer() != layer) {
                layer = piece.layer();
                squares = 0;
            }
            gradient.read(piece.begin(), slopes, piece.count());
            for (int k = 0; k < piece.count(); k++) {
                squares += (double) slopes[k] * slopes[k];
            }
            double norm = Math.sqrt(squares);
            scales[layer] = norm > clipping.threshold() ? (float) (clipping.threshold() / norm) : 1;
        }
    }

    private void clip(ParameterPiece piece) {
        switch (clipping.kind()) {
            case NONE -> {}
            case VALUE -> {
                float limit = (float) clipping.threshold();
                for (int i = 0; i < piece.count(); i++) {
                    slopes[i] = Math.min(Math.max(slopes[i], -limit), limit);
                }
            }
            case NORM -> {
                float scale = scales[piece.layer()];
                for (int i = 0; i < piece.count(); i++) {
                    slopes[i] *= scale;
                }
            }
        }
    }

    private void regularise(float decay, int count) {
        float l1 = (float) regularisation.l1();
        float l2 = (float) regularisation.l2();
        if (l1 > 0) {
            for (int i = 0; i < count; i++) {
                slopes[i] += l1 * Math.signum(values[i]);
            }
        }
        if (l2 > 0) {
            for (int i = 0; i < count; i++) {
                slopes[i] += l2 * values[i];
            }
        }
        if (decay > 0) {
            for (int i = 0; i < count; i++) {
                values[i] -= decay * values[i];
            }
        }
    }
}
