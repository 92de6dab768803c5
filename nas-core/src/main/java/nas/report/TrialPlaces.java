package nas.report;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunHistory;
import nas.journal.TrialName;
import nas.trial.Trial;

/** In which generation a trial of the search was asked for first. Not known of generations that an older version wrote. */
final class TrialPlaces {
    private final Map<TrialName, Integer> generations = new HashMap<>();

    /** Takes the generations that count. */
    TrialPlaces(RunHistory history) {
        for (GenerationEnded generation : history.generations()) {
            generation.asked().stream()
                    .flatMap(TrialName::of)
                    .forEach(name -> generations.putIfAbsent(name, generation.number()));
        }
    }

    /** Returns the generation of a trial, if it is of one. */
    OptionalInt generation(Trial trial) {
        Integer found = generations.get(TrialName.of(trial));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
