package nas.train.blas;

import static com.google.common.base.Preconditions.checkArgument;
import static nas.train.blas.Subnormals.FLUSH;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.stream.IntStream;
import nas.space.Clipping;
import nas.space.Recipe;
import nas.space.Regularisation;

/**
 * Moves the parameters of a layer by one step: clips the gradient, adds L1 and L2, lets weights decay, and lets the
 * optimizer do the rest, in this order, which is DL4J's.
 */
final class ParameterUpdate {
    private final NativeFloats parameters;
    private final NativeFloats gradient;
    private final OptimizerKernel optimizer;
    private final Regularisation regularisation;
    private final boolean isRegularised;
    private final Clipping clipping;
    private final ImmutableList<ImmutableList<ParameterPiece>> layers;
    private final int size;
    private final float[] values;
    private final float[] slopes;
    private float decay;

    /** Moves parameters along a layer's gradient, which is found in the same place for all layers. */
    ParameterUpdate(
            Workspace workspace, Topology topology, Recipe recipe, NativeFloats parameters, NativeFloats gradient) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.optimizer = OptimizerKernel.of(recipe.optimizer(), recipe.momentum());
        this.regularisation = recipe.regularisation();
        this.isRegularised = !regularisation.isNone();
        this.clipping = recipe.clipping();
        this.size = topology.parameters();
        this.values = workspace.array(ParameterPiece.LENGTH);
        this.slopes = workspace.array(ParameterPiece.LENGTH);
        this.layers = IntStream.range(0, topology.layers())
                .mapToObj(layer -> ParameterPiece.of(workspace, topology, layer, optimizer, !isRegularised))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Begins a step.
     *
     * @param step number of the step, from 0
     */
    void begin(long step, double learningRate) {
        optimizer.begin(step, learningRate);
        decay = (float) (regularisation.weightDecay() * learningRate);
    }

    /** Moves a layer along its gradient. */
    void move(int layer) {
        ImmutableList<ParameterPiece> pieces = layers.get(layer);
        float scale = clipping.kind() == Clipping.Kind.NORM ? scale(pieces) : 1;
        for (int i = 0; i < pieces.size(); i++) {
            ParameterPiece piece = pieces.get(i);
            int count = piece.count();
            gradient.read(piece.offset(), slopes, count);
            parameters.read(piece.begin(), values, count);
            clip(scale, count);
            if (isRegularised && piece.areWeights()) {
                regularise(count);
            }
            optimizer.apply(values, slopes, piece.first(), piece.second(), count);
            parameters.write(piece.begin(), values, count);
        }
    }

    /** Returns a copy of what the optimizer remembers: all first memories, then all second ones. */
    float[] state() {
        float[] state = new float[stateSize()];
        for (ParameterPiece piece : Iterables.concat(layers)) {
            for (int memory = 0; memory < optimizer.memories(); memory++) {
                System.arraycopy(piece.memory(memory), 0, state, memory * size + piece.begin(), piece.count());
            }
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
        for (ParameterPiece piece : Iterables.concat(layers)) {
            for (int memory = 0; memory < optimizer.memories(); memory++) {
                System.arraycopy(state, memory * size + piece.begin(), piece.memory(memory), 0, piece.count());
            }
        }
    }

    private int stateSize() {
        return Math.multiplyExact(optimizer.memories(), size);
    }

    /** Returns what brings a layer's gradient down to the largest norm that is allowed. */
    private float scale(ImmutableList<ParameterPiece> pieces) {
        double squares = 0;
        for (int i = 0; i < pieces.size(); i++) {
            ParameterPiece piece = pieces.get(i);
            gradient.read(piece.offset(), slopes, piece.count());
            for (int k = 0; k < piece.count(); k++) {
                squares += (double) slopes[k] * slopes[k];
            }
        }
        double norm = Math.sqrt(squares);
        return norm > clipping.threshold() ? (float) (clipping.threshold() / norm) : 1;
    }

    private void clip(float scale, int count) {
        switch (clipping.kind()) {
            case NONE -> {}
            case VALUE -> {
                float limit = (float) clipping.threshold();
                for (int i = 0; i < count; i++) {
                    slopes[i] = Math.min(Math.max(slopes[i], -limit), limit);
                }
            }
            case NORM -> {
                for (int i = 0; i < count; i++) {
                    slopes[i] *= scale;
                }
            }
        }
    }

    private void regularise(int count) {
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
                values[i] = (values[i] - decay * values[i] + FLUSH) - FLUSH;
            }
        }
    }
}
