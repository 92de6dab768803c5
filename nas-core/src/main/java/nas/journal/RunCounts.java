package nas.journal;

import java.util.List;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.TrainedEpochs;
import nas.trial.TrialResult;

/**
 * What a run has done, in numbers.
 *
 * @param genomes genomes that were tried, in all folds where there are folds
 * @param trials trials that ended, the failed ones included; one for each fold of a genome where there are folds
 * @param duplicates genomes that were bred although they were known
 * @param failed trials that failed
 * @param pruned trials that ended early because they made no progress
 * @param reused trials that were answered from other runs
 * @param epochs epochs that were trained to their end; where a trial goes on with a shorter one, only those between
 */
public record RunCounts(
        long genomes, long trials, long duplicates, long failed, long pruned, long reused, long epochs) {
    /** Returns the counts of a run as it stands. */
    public static RunCounts of(RunHistory history) {
        List<TrialEnded> counted = history.counted().toList();
        List<TrialResult> trials = counted.stream().map(TrialEnded::result).toList();
        return new RunCounts(
                history.genomes(),
                trials.size(),
                history.generations().stream()
                        .mapToLong(GenerationEnded::duplicates)
                        .sum(),
                trials.stream().filter(result -> result.failure().isPresent()).count(),
                trials.stream().filter(TrialResult::isPruned).count(),
                counted.stream().filter(ended -> ended.reusedFrom() != null).count(),
                epochs(trials));
    }

    private static long epochs(List<TrialResult> trials) {
        TrainedEpochs epochs = new TrainedEpochs();
        trials.forEach(result -> epochs.add(result.trial(), result.epochs()));
        return epochs.total();
    }
}
