package nas.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.Seeds;
import nas.journal.DataSummary;
import nas.select.BlockOutcome;
import nas.select.BlockTrials;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * Trains genomes block by block. A block is a fold of the one partition of a stage, or, where the data have folds, a whole
 * partition of its own; where rows are too few to be divided, it is another training on the same rows. All genomes of a
 * block share its seed and its rows.
 */
final class Blocks implements BlockTrials {
    private final String stage;
    private final Plan plan;
    private final Trials trials;
    private final Runnable onEnded;

    /**
     * What all blocks have in common.
     *
     * @param data what is learnt
     * @param epochs epochs of each training
     * @param seed what seeds and partitions are derived from
     */
    record Plan(DataSummary data, int epochs, long seed) {
        Plan(SearchSettings settings, DataSummary data) {
            this(data, settings.finalists().epochs(), settings.seed());
        }
    }

    /** Prepares the blocks of a stage, which names the partition; is told whenever genomes were trained. */
    Blocks(String stage, Plan plan, Trials trials, Runnable onEnded) {
        this.stage = stage;
        this.plan = plan;
        this.trials = trials;
        this.onEnded = onEnded;
    }

    @Override
    public void prepare(List<Training> trainings) {
        trials.complete(trainings.stream().flatMap(this::requests).toList());
        onEnded.run();
    }

    /** Returns what a training asks for. */
    Stream<TrialRequest> requests(Training training) {
        return trials(training.genome(), training.block()).stream()
                .map(trial -> new TrialRequest(trial, plan.data().comparedDetails()));
    }

    @Override
    public Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block) {
        prepare(genomes.stream().map(genome -> new Training(genome, block)).toList());
        Map<Genome, BlockOutcome> outcomes = new LinkedHashMap<>();
        genomes.forEach(genome -> outcome(trials(genome, block)).ifPresent(outcome -> outcomes.put(genome, outcome)));
        return outcomes;
    }

    /** Returns the trials of a genome in a block. */
    List<Trial> trials(Genome genome, int block) {
        long seed = Seeds.derive(plan.seed(), stage, block);
        return folds(block).stream()
                .map(fold -> new Trial(genome, new Budget(plan.epochs()), seed, fold))
                .toList();
    }

    private List<Fold> folds(int block) {
        int folds = plan.data().folds();
        if (plan.data().blocks() < 2) {
            return List.of(Fold.UNDIVIDED);
        }
        return folds == 0
                ? List.of(Fold.block(
                        Seeds.derive(plan.seed(), stage), block, plan.data().blocks()))
                : IntStream.rangeClosed(1, folds)
                        .mapToObj(number -> Fold.block(Seeds.derive(plan.seed(), stage, block), number, folds))
                        .toList();
    }

    private Optional<BlockOutcome> outcome(List<Trial> wanted) {
        List<TrialResult> results =
                wanted.stream().flatMap(trial -> trials.find(trial).stream()).toList();
        List<Measures> folds =
                results.stream().flatMap(result -> result.measures().stream()).toList();
        return folds.size() < wanted.size()
                ? Optional.empty()
                : Optional.of(
                        new BlockOutcome(Measures.pooled(folds), folds, new RowResults(plan.data(), results).losses()));
    }
}
