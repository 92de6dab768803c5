package nas.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import nas.journal.JournalRecord.Asked;
import nas.trial.Trial;

/** Notes which trials a decision asks for, in the order in which it does. */
final class AskedTrials {
    private final LinkedHashMap<Training, LinkedHashSet<String>> keys = new LinkedHashMap<>();

    /** What trials that are asked for together share. */
    private record Training(int epochs, long seed) {}

    void add(Trial trial) {
        keys.computeIfAbsent(new Training(trial.budget().epochs(), trial.seed()), training -> new LinkedHashSet<>())
                .add(trial.genome().key());
    }

    /** Returns what was noted since this was called last. */
    List<Asked> take() {
        List<Asked> taken = keys.entrySet().stream()
                .map(entry -> new Asked(entry.getKey().epochs(), entry.getKey().seed(), List.copyOf(entry.getValue())))
                .toList();
        keys.clear();
        return taken;
    }
}
