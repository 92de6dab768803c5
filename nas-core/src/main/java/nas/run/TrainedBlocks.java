package nas.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.journal.DataSummary;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunDetails;
import nas.journal.RunHistory;
import nas.select.BlockOutcome;
import nas.select.BlockTrained;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Finalist;
import nas.select.Neighbour;
import nas.space.Genome;
import nas.trial.Fold;
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
     * Returns all genomes that were trained in blocks of a run and did not fail there, in no particular order; none before its
     * finalists were judged. What the journal's files have lost counts as never trained.
     */
    public static List<BlockTrained> of(RunHistory history, RunDetails details) {
        TrainedBlocks blocks = new TrainedBlocks(history, details);
        return history.concluded().stream().flatMap(blocks::of).toList();
    }

    private Stream<BlockTrained> of(Concluded concluded) {
        DataSummary data = history.header().data();
        Blocks.Plan plan = new Blocks.Plan(data, epochs(), history.header().seed());
        Blocks racing = new Blocks("finalists", plan, known, () -> {});
        Blocks descent = new Blocks("descent", plan, known, () -> {});
        Set<Genome> failed = new LinkedHashSet<>(concluded.race().failed());
        return genomes(concluded).stream()
                .filter(genome -> !failed.contains(genome))
                .flatMap(genome -> {
                    List<BlockOutcome> raced = outcomes(racing, genome);
                    List<BlockOutcome> descended = outcomes(descent, genome);
                    return raced.isEmpty() && descended.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new BlockTrained(
                                    genome, genome.parameters(data.inputs(), data.outputs()), raced, descended));
                });
    }

    /** All blocks are trained for as many epochs. */
    private int epochs() {
        return history.trials().stream()
                .map(TrialResult::trial)
                .filter(trial ->
                        trial.fold().kind() == Fold.Kind.BLOCK || trial.fold().kind() == Fold.Kind.UNDIVIDED)
                .mapToInt(trial -> trial.budget().epochs())
                .findFirst()
                .orElse(1);
    }

    private static Set<Genome> genomes(Concluded concluded) {
        Set<Genome> genomes = new LinkedHashSet<>();
        concluded.race().finalists().stream().map(Finalist::genome).forEach(genomes::add);
        concluded.descent().ifPresent(ended -> addAll(ended, genomes));
        return genomes;
    }

    private static void addAll(DescentResult descent, Set<Genome> genomes) {
        genomes.add(descent.winner().genome());
        descent.moves().stream().map(DescentMove::to).map(Neighbour::genome).forEach(genomes::add);
        Stream.concat(descent.neighbours().stream(), descent.enlargements().stream())
                .map(Neighbour::genome)
                .forEach(genomes::add);
    }

    /** Up to the first block in which it was not trained, or failed. */
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
