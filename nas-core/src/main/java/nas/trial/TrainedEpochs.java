package nas.trial;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the epochs of trainings: a trial that goes on where a shorter one of the same genome, seed and fold stopped adds only
 * the epochs between. Each trial is taken once, the shorter ones of a training first. Not thread-safe.
 */
public final class TrainedEpochs {
    private final Map<Trial, Integer> trained = new HashMap<>();
    private long total;

    /**
     * Takes a trial that was trained for so many epochs.
     *
     * @return how many of them are new
     */
    public int add(Trial trial, int epochs) {
        Budget shortest = new Budget(1, trial.budget().scheduleEpochs());
        Trial training = new Trial(trial.genome(), shortest, trial.seed(), trial.fold());
        int before = trained.getOrDefault(training, 0);
        int added = Math.max(0, epochs - before);
        if (trial.budget().epochs() < trial.budget().scheduleEpochs()) {
            trained.put(training, before + added);
        } else {
            trained.remove(training); // nothing goes on with it
        }
        total += added;
        return added;
    }

    /** Returns the number of all epochs. */
    public long total() {
        return total;
    }
}
