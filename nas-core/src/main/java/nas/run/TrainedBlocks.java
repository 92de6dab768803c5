package nas.run;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.journal.DataSummary;
import nas.journal.RunDetails;
import nas.journal.RunHistory;
import nas.select.BlockOutcome;
import nas.select.BlockTrained;
import nas.space.Genome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** What the finalists and the descent of a run have trained in blocks, read from its journal. */
public final class TrainedBlocks {
    private final RunHistory history;
    private final Trials known;

    private TrainedBlocks(RunHistory history, RunDetails details) {
        this.history = history;
        this.known = new Known(details, history.header().data());
    }

    /**
     * Returns all genomes that were trained in blocks of a run and failed in none, in no particular order; none before its
     * finalists were judged. What the journal's files have lost counts as never trained.
     */
    public static List<BlockTrained> of(RunHistory history, RunDetails details) {
        return history.concluded().isEmpty() ? List.of() : new TrainedBlocks(history, details).all();
    }

    private List<BlockTrained> all() {
        Blocks.Plan plan = new Blocks.Plan(
                history.header().data(), epochs(), history.header().seed());
        Blocks racing = new Blocks("finalists", plan, known, () -> {});
        Blocks descent = new Blocks("descent", plan, known, () -> {});
        return genomes().stream()
                .flatMap(genome -> of(genome, outcomes(racing, genome), outcomes(descent, genome)).stream())
                .toList();
    }

    private Optional<BlockTrained> of(Genome genome, List<BlockOutcome> race, List<BlockOutcome> descent) {
        DataSummary data = history.header().data();
        return race.isEmpty() && descent.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BlockTrained(genome, genome.parameters(data.inputs(), data.outputs()), race, descent));
    }

    /** Who failed in one block counts in none. */
    private Set<Genome> genomes() {
        Set<Genome> genomes = new LinkedHashSet<>();
        Set<Genome> failed = new HashSet<>();
        trials().forEach(result -> (result.failure().isPresent() ? failed : genomes)
                .add(result.trial().genome()));
        genomes.removeAll(failed);
        return genomes;
    }

    private Stream<TrialResult> trials() {
        return history.trials().stream().filter(result -> result.trial().fold().isBlock());
    }

    /** All blocks are trained for as many epochs. */
    private int epochs() {
        return trials().mapToInt(result -> result.trial().budget().epochs())
                .findFirst()
                .orElse(1);
    }

    /** Up to the first block in which it was not trained. */
    private List<BlockOutcome> outcomes(Blocks blocks, Genome genome) {
        return IntStream.rangeClosed(1, most())
                .mapToObj(block -> Optional.ofNullable(
                        blocks.measure(List.of(genome), block).get(genome)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where rows are divided once there are no more blocks than parts. */
    private int most() {
        DataSummary data = history.header().data();
        boolean isDividedOnce = !data.folding().isFolded() && data.blocks() >= 2;
        return isDividedOnce ? data.blocks() : DataSummary.MOST_BLOCKS;
    }

    /** Trials that are in the journal, with all that networks are compared by; nothing is run. */
    private record Known(RunDetails details, DataSummary data) implements Trials {
        @Override
        public void complete(List<TrialRequest> requests) {}

        @Override
        public Optional<TrialResult> find(Trial trial) {
            return details.find(new TrialRequest(trial, data.comparedDetails()))
                    .filter(result -> result.measures().isPresent());
        }
    }
}
