package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import nas.space.Activation;
import nas.trial.FloatVector;

/**
 * A layer of a trained network as it predicts: {@code activation(weights · input + bias)}. Batch normalisation is part of the
 * weights and the bias, dropout is none.
 *
 * @param inputs how many numbers go in
 * @param outputs how many come out
 * @param weights {@code [outputs, inputs]}, row-major
 * @param bias {@code [outputs]}
 * @param activation what is done with each sum
 * @param slopes {@code [outputs]} for {@link Activation#PRELU}, else empty
 */
public record ForwardLayer(
        int inputs, int outputs, FloatVector weights, FloatVector bias, Activation activation, FloatVector slopes) {
    /** @throws IllegalArgumentException if there are not as many numbers as the shapes say */
    public ForwardLayer {
        checkArgument(
                weights.size() == (long) inputs * outputs && bias.size() == outputs,
                "weights and bias must be %s x %s and %s numbers, but were %s and %s",
                outputs,
                inputs,
                outputs,
                weights.size(),
                bias.size());
        checkArgument(
                slopes.size() == (activation == Activation.PRELU ? outputs : 0),
                "slopes must be one for each of %s units of prelu, but were %s of %s",
                outputs,
                slopes.size(),
                activation.word());
    }
}
