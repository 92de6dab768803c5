package nas.cli;

import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunAnswer;
import nas.journal.RunDetails;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.run.TrainedBlocks;
import nas.select.Assessed;
import nas.select.BlockTrained;
import nas.select.Finalist;
import nas.select.Pick;
import nas.select.Picking;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Genome;

/**
 * Another answer to what a run has trained.
 *
 * @param rule the rule that it was chosen by
 * @param answer the answer
 * @param pick how it was chosen; empty where there are only single trainings of the search
 */
record PickedAnswer(WinnerRule rule, RunAnswer answer, Optional<Pick> pick) {
    /** Returns those that are smaller and not shown to be worse than allowed. */
    List<Finalist> open() {
        return pick.map(found -> found.open(answer.winner())).orElse(List.of());
    }

    /**
     * Decides again. By the run's own rule, with room for its own winner and for the network that this was compared with, that
     * stays the answer.
     *
     * @param most the most parameters
     * @throws InvalidInputException if nothing was trained that is so small
     */
    static PickedAnswer of(RunFolder folder, RunHistory history, WinnerRule rule, long most) {
        return history.concluded()
                .map(concluded -> ofBlocks(folder, history, concluded, rule, most))
                .orElseGet(() -> ofSearch(folder, history, rule, most));
    }

    private static PickedAnswer ofBlocks(
            RunFolder folder, RunHistory history, Concluded concluded, WinnerRule rule, long most) {
        List<BlockTrained> trained = TrainedBlocks.of(history, new RunDetails(folder, history));
        Genome reference = concluded.race().reference().genome();
        if (trained.stream().noneMatch(each -> each.genome().equals(reference))) {
            throw new InvalidInputException(
                    folder.path()
                            + ": the row losses of its finalists, in the folder sidecars, are missing or damaged; 'nas show' has what is left");
        }
        Picking picking = new Picking(trained, reference);
        Pick pick = picking.by(rule, most)
                .orElseThrow(() -> tooSmall(picking.fewest(), "network that was trained in blocks", most));
        Optional<RunAnswer> own = history.answer()
                .filter(answer -> rule.equals(history.header().aim().rule()))
                .filter(answer -> answer.winner().parameters() <= most)
                .filter(answer -> reference.parameters(
                                history.header().data().inputs(),
                                history.header().data().outputs())
                        <= most);
        return new PickedAnswer(rule, own.orElseGet(() -> RunAnswer.of(pick, rule)), Optional.of(pick));
    }

    private static PickedAnswer ofSearch(RunFolder folder, RunHistory history, WinnerRule rule, long most) {
        List<Assessed> measured = history.assessed();
        long fewest = measured.stream().mapToLong(Assessed::parameters).min().orElse(0);
        if (measured.isEmpty()) {
            throw new InvalidInputException(folder.path() + ": no network has been measured yet");
        }
        return Selection.of(
                        measured.stream()
                                .filter(each -> each.parameters() <= most)
                                .toList(),
                        rule)
                .map(selection -> new PickedAnswer(rule, RunAnswer.of(selection, rule), Optional.empty()))
                .orElseThrow(() -> tooSmall(fewest, "network that the search has trained longest so far", most));
    }

    private static InvalidInputException tooSmall(long fewest, String smallest, long most) {
        return new InvalidInputException("--max-params must be >= " + fewest + ", the parameters of the smallest "
                + smallest + ", but was " + most);
    }
}
