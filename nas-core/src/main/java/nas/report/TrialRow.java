package nas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.RunHistory;
import nas.trial.TrialResult;

/**
 * A trial as a row of a table.
 *
 * @param number its number, from 1, in the order in which trials ended
 * @param phase what it was for
 * @param generation the generation that asked for it first; empty outside the search, and where that is not known
 * @param parameters parameters of its genome
 * @param ended its record
 */
record TrialRow(int number, Phase phase, OptionalInt generation, long parameters, TrialEnded ended) {
    /** What a trial is for. */
    enum Phase {
        SEARCH("search"),
        BLOCKS("finalists"),
        FINAL("final");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        /** Returns the word used in files. */
        String word() {
            return word;
        }

        static Phase of(TrialResult result) {
            return switch (result.trial().fold().kind()) {
                case VALIDATION, PART -> SEARCH;
                case BLOCK, UNDIVIDED -> BLOCKS;
                case TEST, FULL -> FINAL;
            };
        }
    }

    /** Returns the trials of a run that count, in the order in which they ended. */
    static List<TrialRow> of(RunHistory history) {
        TrialPlaces places = new TrialPlaces(history);
        int inputs = history.header().data().inputs();
        int outputs = history.header().data().outputs();
        List<TrialRow> rows = new ArrayList<>();
        history.counted()
                .forEach(ended -> rows.add(new TrialRow(
                        rows.size() + 1,
                        Phase.of(ended.result()),
                        Phase.of(ended.result()) == Phase.SEARCH
                                ? places.generation(ended.result().trial())
                                : OptionalInt.empty(),
                        ended.result().trial().genome().parameters(inputs, outputs),
                        ended)));
        return rows;
    }

    TrialResult result() {
        return ended.result();
    }
}
