package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
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
        /** @throws IllegalArgumentException if a loss or its error is negative or not finite */
        public Measured {
            check("loss", measures.loss());
            check("lossStandardError", measures.lossStandardError());
            check("constantLoss", measures.constantLoss());
        }

        private static void check(String name, double value) {
            checkArgument(Double.isFinite(value) && value >= 0, "%s must be finite and >= 0, but was %s", name, value);
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Failed, T> failed) {
            return measured.apply(this);
        }
    }

    /**
     * The training gave no usable network.
     *
     * @param cause what kind of failure it is
     * @param reason why, in words
     * @param curve losses after each epoch up to the failure
     */
    record Failed(Cause cause, String reason, LearningCurve curve) implements Outcome {
        /** A failure without a single epoch. */
        public Failed(Cause cause, String reason) {
            this(cause, reason, LearningCurve.EMPTY);
        }

        @Override
        public <T> T match(Function<Measured, T> measured, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    /** Kinds of failure. */
    enum Cause {
        /** A loss became infinite or no number, as it would anywhere. */
        NOT_FINITE,
        /** The memory was used up, which another machine, or fewer workers, might not have done. */
        OUT_OF_MEMORY,
        /** The training engine threw an exception. */
        ENGINE;

        /** Returns the word used in files, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
