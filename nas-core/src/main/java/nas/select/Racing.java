package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import nas.space.Genome;

/**
 * Trains finalists block by block, and no longer than it takes to know which one is the answer.
 *
 * <p>All are trained in the first two blocks. Then the one of the lowest mean loss becomes the reference, and tolerance and
 * scale are fixed. After each complete round, a finalist is out if {@code d − 3·SE > tol}, in if {@code d + 3·SE ≤ tol},
 * and live if neither is so and it is smaller than the smallest that is in. The next round trains the next block of the
 * reference and of those that are live. It ends when none is, or when there are no more blocks; then the smallest with
 * {@code d ≤ tol} that is not out wins. (Maron & Moore 1997, "The racing algorithm", doi 10.1023/A:1006556606079, race for
 * the best one; this is for the smallest that is good enough.)
 *
 * <p>Where a metric must reach a threshold, all blocks are trained of the finalists no larger than the reference, or than
 * the one that is best by the metric in the first two blocks where that is larger, but for
 * those from the first on, seen from the largest, that is out.
 *
 * <p>A finalist that fails in a block is out of the race; where it is the reference, another one takes its place.
 */
public final class Racing {
    /** After so many blocks the reference is known. */
    static final int FIRST_BLOCKS = 2;

    private final BlockResults results;
    private final ToLongFunction<Genome> parameters;
    private final WinnerRule rule;
    private final int blocks;

    /**
     * Makes a race.
     *
     * @param trials what trains
     * @param parameters number of a genome's trainable parameters
     * @param rule who wins
     * @param blocks the most blocks of a finalist, at least 1
     * @throws IllegalArgumentException if {@code blocks} is below 1
     */
    public Racing(BlockTrials trials, ToLongFunction<Genome> parameters, WinnerRule rule, int blocks) {
        checkArgument(blocks >= 1, "blocks must be >= 1, but were %s", blocks);
        this.results = new BlockResults(trials);
        this.parameters = parameters;
        this.rule = rule;
        this.blocks = blocks;
    }

    /**
     * Trains and judges the finalists. Independent of their order.
     *
     * @return the race, or empty if all failed
     */
    public Optional<Race> run(Collection<Genome> finalists) {
        List<Genome> bySize = finalists.stream()
                .distinct()
                .sorted(Comparator.comparingLong(parameters).thenComparing(Genome::key))
                .toList();
        results.complete(bySize, Math.min(FIRST_BLOCKS, blocks));
        Optional<Race> race = Optional.empty();
        while (race.isEmpty() && !bySize.stream().allMatch(results::isFailed)) {
            race = run(bySize);
        }
        return race;
    }

    /** Returns the race, or empty if the reference failed. */
    private Optional<Race> run(List<Genome> bySize) {
        RaceStanding standing = new RaceStanding(results, bySize, parameters, rule);
        for (int block = FIRST_BLOCKS + 1; block <= blocks; block++) {
            List<Genome> live = standing.live();
            if (live.isEmpty()) {
                break;
            }
            results.complete(live, block);
            if (standing.isReferenceFailed()) {
                return Optional.empty();
            }
        }
        return Optional.of(standing.race());
    }
}
