package nas.journal;

import java.util.stream.Stream;
import nas.journal.JournalRecord.Asked;
import nas.trial.Trial;

/**
 * What a trial is among those of a run, but for its fold.
 *
 * @param key key of its genome
 * @param epochs its epochs
 * @param seed its seed
 */
public record TrialName(String key, int epochs, long seed) {
    /** Returns that of a trial. */
    public static TrialName of(Trial trial) {
        return new TrialName(trial.genome().key(), trial.budget().epochs(), trial.seed());
    }

    /** Returns those that a decision asked for. */
    public static Stream<TrialName> of(Asked asked) {
        return asked.keys().stream().map(key -> new TrialName(key, asked.epochs(), asked.seed()));
    }
}
