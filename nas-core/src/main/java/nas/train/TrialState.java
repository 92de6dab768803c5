package nas.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/**
 * A trial at the end of its budget, from which one with a larger budget goes on, bit for bit as if there had been no break.
 * Immutable.
 *
 * @param training parameters, and what the optimizer remembers
 * @param progress what was measured so far
 */
record TrialState(TrainingState training, Progress progress) {
    private static final long BYTES_PER_EPOCH = 64;
    private static final long BYTES_BESIDE = 2_048;

    /** Returns about how much memory it takes. */
    long bytes() {
        long values = (long) training.parameters().size() + training.optimizer().size();
        if (progress.best != null) {
            for (FloatVector vector : progress.best.details.values()) {
                values += vector.size();
            }
        }
        return BYTES_BESIDE + BYTES_PER_EPOCH * progress.curve.points().size() + Float.BYTES * values;
    }

    /**
     * What was measured after each epoch so far. What decides when a training ends and how its rates fall is a function of
     * these losses.
     *
     * @param curve losses after each epoch
     * @param best the best epoch of a training that stops early, or {@code null} where it is the last one that counts
     */
    record Progress(LearningCurve curve, @Nullable Kept best) {
        /** Of a trial without an epoch. */
        static final Progress NONE = new Progress(LearningCurve.EMPTY, null);
    }

    /**
     * What counts of a measurement, taken before the training goes on.
     *
     * @param measures how well the network did
     * @param details what is asked for, and maybe more
     */
    record Kept(Measures measures, Map<Detail, FloatVector> details) {
        /** Returns the details that are asked for. */
        Map<Detail, FloatVector> details(Set<Detail> asked) {
            Map<Detail, FloatVector> chosen = new EnumMap<>(Detail.class);
            details.forEach((detail, vector) -> {
                if (asked.contains(detail)) {
                    chosen.put(detail, vector);
                }
            });
            return chosen;
        }
    }
}
