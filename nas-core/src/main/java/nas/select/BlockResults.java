package nas.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nas.space.Genome;

/** Remembers what blocks gave, so that no genome is trained in one twice. A genome that failed in one counts in no other. */
final class BlockResults {
    private final BlockTrials trials;
    private final Map<Genome, List<BlockOutcome>> outcomes = new HashMap<>();
    private final Set<Genome> failed = new HashSet<>();

    BlockResults(BlockTrials trials) {
        this.trials = trials;
    }

    /** Trains genomes in each of the first blocks in which they are not trained yet. */
    void complete(Collection<Genome> genomes, int blocks) {
        trials.prepare(genomes.stream()
                .distinct()
                .filter(genome -> !isFailed(genome))
                .flatMap(genome -> IntStream.rangeClosed(of(genome).size() + 1, blocks)
                        .mapToObj(block -> new BlockTrials.Training(genome, block)))
                .toList());
        for (int block = 1; block <= blocks; block++) {
            int before = block - 1;
            List<Genome> missing = genomes.stream()
                    .distinct()
                    .filter(genome -> !isFailed(genome) && of(genome).size() == before)
                    .toList();
            if (!missing.isEmpty()) {
                measure(missing, block);
            }
        }
    }

    private void measure(List<Genome> genomes, int block) {
        Map<Genome, BlockOutcome> measured = trials.measure(genomes, block);
        for (Genome genome : genomes) {
            BlockOutcome outcome = measured.get(genome);
            if (outcome == null) {
                failed.add(genome);
            } else {
                outcomes.computeIfAbsent(genome, any -> new ArrayList<>()).add(outcome);
            }
        }
    }

    boolean isFailed(Genome genome) {
        return failed.contains(genome);
    }

    /** Returns the outcomes of a genome, from block 1 on. */
    List<BlockOutcome> of(Genome genome) {
        return List.copyOf(outcomes.getOrDefault(genome, List.of()));
    }
}
