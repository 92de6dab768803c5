package nas.trial;

import java.util.function.Function;

/** How a trial ended. Final: an outcome never changes. */
public sealed interface Outcome {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Measured, T> measured, Function<Failed, T> failed);

    /** Returns the losses after each epoch that was trained to its end. */
    LearningCurve curve();

    /**
     * The training ran to its end, or ended early because it made no progress.
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
     * @param curve losses after each epoch up to the failure
     */
    record Failed(String reason, LearningCurve curve) implements Outcome {
        /** A failure without a single epoch. */
        public Failed(String reason) {
            this(reason, LearningCurve.EMPTY);
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }
}
