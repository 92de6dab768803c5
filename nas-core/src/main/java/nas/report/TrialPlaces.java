package nas.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunHistory;
import nas.trial.Trial;

/** In which generation a trial of the search was asked for first. Not known of generations that an older version wrote. */
final class TrialPlaces {
    private final Map<Name, Integer> generations = new HashMap<>();

    /** A trial but for its fold. */
    private record Name(String key, int epochs, long seed) {}

    /** Takes the generations that count. */
    TrialPlaces(RunHistory history) {
        for (GenerationEnded generation : history.generations()) {
            add(generation.number(), generation.asked());
        }
    }

    private void add(int generation, List<Asked> asked) {
        for (Asked each : asked) {
            each.keys().forEach(key -> generations.putIfAbsent(new Name(key, each.epochs(), each.seed()), generation));
        }
    }

    /** Returns the generation of a trial, if it is of one. */
    OptionalInt generation(Trial trial) {
        Integer found =
                generations.get(new Name(trial.genome().key(), trial.budget().epochs(), trial.seed()));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
