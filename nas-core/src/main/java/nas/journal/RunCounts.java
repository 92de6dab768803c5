package nas.journal;

import nas.journal.JournalRecord.GenerationEnded;
import nas.trial.Fold;

/**
 * What a run has done, in numbers.
 *
 * @param genomes genomes that were tried
 * @param trials trials that ended, the failed ones included
 * @param duplicates genomes that were bred although they were known
 * @param failed trials that failed
 * @param epochs epochs that the trials were granted
 */
public record RunCounts(long genomes, long trials, long duplicates, long failed, long epochs) {
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
                history.trials().stream()
                        .mapToLong(result -> result.trial().budget().epochs())
                        .sum());
    }
}
