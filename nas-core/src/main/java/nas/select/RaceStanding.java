package nas.select;

import com.google.common.math.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import nas.select.Finalist.Verdict;
import nas.space.Genome;
import nas.trial.LossScale;

/** Who is where in a race, once the reference is known. */
final class RaceStanding {
    private final BlockResults results;
    private final List<Genome> entrants;
    private final ToLongFunction<Genome> parameters;
    private final WinnerRule rule;
    private final Genome reference;
    private final LossScale scale;
    private final Noise noise;
    private final double tolerance;

    /**
     * Fixes reference, scale and tolerance by the first blocks.
     *
     * @param results what the entrants' first blocks gave
     * @param entrants from the smallest to the largest, at least one of which did not fail
     */
    RaceStanding(BlockResults results, List<Genome> entrants, ToLongFunction<Genome> parameters, WinnerRule rule) {
        this.results = results;
        this.entrants = entrants;
        this.parameters = parameters;
        this.rule = rule;
        this.reference = running().stream()
                .min(Comparator.comparingDouble(
                        genome -> BlockMean.of(first(genome)).loss()))
                .orElseThrow();
        this.scale = new LossScale(
                BlockMean.of(first(reference)).constantLoss(),
                BlockMean.of(first(reference)).loss());
        this.noise =
                new Noise(pooledError(), Difference.ofMean(first(reference)).standardError());
        this.tolerance = rule.tolerance(scale, noise);
    }

    private List<BlockOutcome> first(Genome genome) {
        List<BlockOutcome> all = results.of(genome);
        return all.subList(0, Math.min(Racing.FIRST_BLOCKS, all.size()));
    }

    /** The reference's d has no error: it is compared with itself. */
    private double pooledError() {
        List<Double> errors = running().stream()
                .filter(genome -> !genome.equals(reference))
                .map(genome -> Difference.of(first(genome), first(reference)).standardError())
                .toList();
        return errors.isEmpty() ? 0 : Quantiles.median().compute(errors);
    }

    private List<Genome> running() {
        return entrants.stream().filter(Predicate.not(results::isFailed)).toList();
    }

    boolean isReferenceFailed() {
        return results.isFailed(reference);
    }

    /** Returns the finalists of which more must be known, and the reference; empty if there are none. */
    List<Genome> live() {
        List<Genome> live = rule.match(within -> byLoss(), one -> byLoss(), reach -> byMetric());
        if (live.isEmpty()) {
            return live;
        }
        List<Genome> withReference = new ArrayList<>(live);
        withReference.add(reference);
        return withReference.stream().distinct().toList();
    }

    /** Those not decided that are smaller than the smallest that is in; the reference always is. */
    private List<Genome> byLoss() {
        return running().stream()
                .takeWhile(genome -> verdict(genome) != Verdict.IN)
                .filter(genome -> verdict(genome) == Verdict.UNDECIDED)
                .toList();
    }

    /** Those no larger than the largest candidate that come before the first one that is out, seen from the largest. */
    private List<Genome> byMetric() {
        List<Genome> live = new ArrayList<>();
        List<Genome> candidates = candidates();
        for (int i = candidates.size() - 1; i >= 0 && verdict(candidates.get(i)) != Verdict.OUT; i--) {
            live.add(candidates.get(i));
        }
        return live;
    }

    /** The lowest loss need not go with the best metric: large networks are often right and, where not, too sure of it. */
    private List<Genome> candidates() {
        long most = Math.max(
                parameters.applyAsLong(reference),
                leader().map(parameters::applyAsLong).orElse(0L));
        return running().stream()
                .filter(genome -> parameters.applyAsLong(genome) <= most)
                .toList();
    }

    /** Of those that are best by the metric in the first blocks the smallest, where the rule asks for a metric. */
    private Optional<Genome> leader() {
        return rule.match(
                within -> Optional.empty(),
                one -> Optional.empty(),
                reach -> running().stream()
                        .min(Comparator.comparingDouble(genome -> reach.shortcoming(BlockMean.of(first(genome))))));
    }

    Race race() {
        List<Finalist> finalists = running().stream().map(this::finalist).toList();
        Choice<Genome> choice = rule.match(
                within -> Choice.smallest(running(), this::isGood),
                one -> Choice.smallest(running(), this::isGood),
                reach -> Choice.reaching(
                        candidates(),
                        genome -> Shortfall.of(reach, results.of(genome)),
                        reach.doubt(running().size())));
        return new Race(
                finalists,
                entrants.stream().filter(results::isFailed).toList(),
                finalist(reference),
                scale,
                noise.pooled(),
                tolerance,
                finalist(choice.winner()),
                choice.isMet());
    }

    private boolean isGood(Genome genome) {
        return genome.equals(reference) || excess(genome).isGood();
    }

    private Finalist finalist(Genome genome) {
        Difference difference = difference(genome);
        return new Finalist(
                genome,
                parameters.applyAsLong(genome),
                BlockMean.of(results.of(genome)),
                results.of(genome).size(),
                difference.value(),
                difference.standardError(),
                verdict(genome));
    }

    private Verdict verdict(Genome genome) {
        return rule.match(
                within -> verdict(excess(genome)),
                one -> verdict(excess(genome)),
                reach -> Shortfall.of(reach, results.of(genome))
                        .map(RaceStanding::metricVerdict)
                        .orElse(Verdict.OUT));
    }

    private static Verdict verdict(Estimate excess) {
        if (excess.isFarBad()) {
            return Verdict.OUT;
        }
        return excess.isFarGood() ? Verdict.IN : Verdict.UNDECIDED;
    }

    private static Verdict metricVerdict(Estimate shortfall) {
        if (shortfall.isSurelyGood()) {
            return Verdict.IN;
        }
        return shortfall.isFarBad() ? Verdict.OUT : Verdict.UNDECIDED;
    }

    private Estimate excess(Genome genome) {
        Difference difference = difference(genome);
        return new Estimate(difference.value() - tolerance, difference.standardError());
    }

    private Difference difference(Genome genome) {
        return Difference.of(results.of(genome), results.of(reference));
    }
}
