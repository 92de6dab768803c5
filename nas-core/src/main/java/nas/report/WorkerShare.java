package nas.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.RunHistory;
import nas.trial.TrialResult;
import nas.trial.TrialResult.Effort;

/**
 * What a worker did.
 *
 * @param worker its name
 * @param trials trials that it ran
 * @param seconds for how long it trained
 */
public record WorkerShare(String worker, long trials, double seconds) {
    /** Returns what each worker of a run did, by name, without what was taken from other runs. */
    public static List<WorkerShare> of(RunHistory history) {
        Map<String, List<Effort>> byWorker = history.counted()
                .filter(ended -> ended.reusedFrom() == null)
                .map(TrialEnded::result)
                .map(TrialResult::effort)
                .collect(Collectors.groupingBy(Effort::worker, TreeMap::new, Collectors.toList()));
        return byWorker.entrySet().stream()
                .map(entry -> new WorkerShare(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream().mapToDouble(Effort::seconds).sum()))
                .toList();
    }
}
