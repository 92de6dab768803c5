package nas.journal;

import nas.journal.JournalRecord.GenerationEnded;
import nas.trial.Fold;
import nas.trial.TrialResult;

/**
 * What a run has done, in numbers.
 *
 * @param genomes genomes that were tried
 * @param trials trials that ended, the failed ones included
 * @param duplicates genomes that were bred although they were known
 * @param failed trials that failed
 * @param pruned trials that ended early because they made no progress
 * @param epochs epochs that were trained to their end
 */
public record RunCounts(long genomes, long trials, long duplicates, long failed, long pruned, long epochs) {
    /** Returns the counts of a run as it stands. */
    public static RunCounts of(RunHistory history) {
        return new RunCounts(
                history.trials(Fold.VALIDATION).count(),
                history.trials().size(),
                history.generations().stream()
                        .mapToLong(GenerationEnded::duplicates)
                        .sum(),
                history.trials().stream()
                        .flatMap(result -> result.failure().stream())
                        .count(),
                history.trials().stream().filter(TrialResult::isPruned).count(),
                history.trials().stream().mapToLong(TrialResult::epochs).sum());
    }
}
