package nas.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.RunEnded;
import nas.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * Which trials an uninterrupted run would have had: those that its decisions asked for. Where an older version wrote the
 * generations, those of the genomes bred, and where it wrote the end, all final trainings of the winner.
 */
final class CountedTrials implements Predicate<Trial> {
    private final Set<TrialName> asked = new HashSet<>();
    private final Set<String> bred = new HashSet<>();
    private final @Nullable String winner;
    private final boolean areGenerationsOld;
    private final boolean isEndOld;

    CountedTrials(
            List<GenerationEnded> generations, @Nullable Concluded concluded, @Nullable String winner, RunEnded end) {
        this.winner = winner;
        for (GenerationEnded generation : generations) {
            add(generation.asked());
            if (generation.asked().isEmpty()) {
                generation.bred().stream().map(Bred::key).forEach(bred::add);
            }
        }
        Stream.ofNullable(concluded).map(Concluded::asked).forEach(this::add);
        // a generation all of whose genomes were known asks for nothing; their trials are named by others
        this.areGenerationsOld = asked.isEmpty();
        this.isEndOld = end.asked().isEmpty();
        add(end.asked());
    }

    private void add(List<Asked> trials) {
        trials.stream().flatMap(TrialName::of).forEach(asked::add);
    }

    @Override
    public boolean test(Trial trial) {
        String key = trial.genome().key();
        boolean isAsked = asked.contains(TrialName.of(trial));
        return switch (trial.fold().kind()) {
            case TEST, FULL -> key.equals(winner) && (isAsked || isEndOld);
            case VALIDATION, PART, BLOCK, UNDIVIDED ->
                isAsked || (areGenerationsOld && trial.fold().isSearch() && bred.contains(key));
        };
    }
}
