package nas.run;

import java.util.List;
import nas.InvalidInputException;
import nas.evolve.Proposal;
import nas.journal.Journal;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.TimeUp;
import nas.journal.JournalRecord.WinnerChosen;
import nas.space.Genome;

/** Journals what a search decides, or, where the journal knows it, sees that the same was decided again. */
final class Decisions {
    private final Journal journal;

    Decisions(Journal journal) {
        this.journal = journal;
    }

    /** Tells whether a generation is in the journal. */
    boolean knows(int generation) {
        return journal.history().generation(generation).isPresent();
    }

    /**
     * Takes a generation.
     *
     * @throws InvalidInputException if the journal has another one of that number, as only another version of the search
     *     can have bred it
     */
    void take(Exploration.Round round, List<Asked> asked) {
        int number = round.number();
        GenerationEnded ended = ended(round, asked);
        GenerationEnded known = journal.history().generation(number).orElse(null);
        if (known == null) {
            journal.append(ended);
        } else if (!known.equals(ended)) {
            throw new InvalidInputException("generation " + number
                    + " of this run was bred by another version of nas (the run began with commit "
                    + journal.history().header().provenance().commit()
                    + "); resume it with that one, or search anew with --reuse, which trains nothing twice");
        }
    }

    /** Returns the record of a generation. */
    static GenerationEnded ended(Exploration.Round round, List<Asked> asked) {
        return new GenerationEnded(
                round.number(), round.proposals().stream().map(Decisions::bred).toList(), round.duplicates(), asked);
    }

    /** Takes that a time limit ended the search after a generation, so that it does again should the rest be interrupted. */
    void take(TimeUp up) {
        boolean isKnown =
                journal.history().timeStop().map(at -> at == up.generation()).orElse(false);
        if (!isKnown) {
            journal.append(up);
        }
    }

    /** Tells whether a time limit left something of the descent out there. */
    boolean knows(DescentTimeUp up) {
        return journal.history().descentStops().contains(up.question());
    }

    /** Takes that a time limit leaves something out, so that it does again should the rest be interrupted. */
    void take(DescentTimeUp up) {
        if (!knows(up)) {
            journal.append(up);
        }
    }

    /** Takes how finalists and descent ended. */
    void take(Concluded concluded) {
        boolean isKnown = journal.history().concluded().map(concluded::equals).orElse(false);
        if (!isKnown) {
            journal.append(concluded);
        }
    }

    /** Takes the choice of the winner. */
    void take(WinnerChosen chosen) {
        boolean isKnown = journal.history().winner().map(chosen::equals).orElse(false);
        if (!isKnown) {
            journal.append(chosen);
        }
    }

    private static Bred bred(Proposal proposal) {
        return new Bred(
                proposal.genome().key(),
                proposal.parents().stream().map(Genome::key).toList(),
                proposal.operators());
    }
}
