package nas.trial;

import java.util.function.Function;

/** How a trial ended. Final: an outcome never changes. */
public sealed interface Outcome {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Measured, T> measured, Function<Failed, T> failed);

    /**
     * The training ran to its end.
     *
     * @param measures how well the network does; the loss is finite
     * @param curve losses after each epoch
     */
    record Measured(Measures measures, LearningCurve curve) implements Outcome {
        /** @throws IllegalArgumentException if the loss is not finite */
        public Measured {
            if (!Double.isFinite(measures.loss())) {
                throw new IllegalArgumentException("loss must be finite, but was " + measures.loss());
            }
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Failed, T> failed) {
            return measured.apply(this);
        }
    }

    /**
     * The training gave no usable network.
     *
     * @param reason why, in words
     */
    record Failed(String reason) implements Outcome {
        @Override
        public <T> T match(Function<Measured, T> measured, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
