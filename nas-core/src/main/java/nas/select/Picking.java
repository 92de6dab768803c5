package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.select.WinnerRule.Reach;
import nas.space.Genome;
import nas.trial.LossScale;

/**
 * Chooses once more, by another rule or among smaller networks only, from what a race and a descent have trained, and trains
 * nothing.
 *
 * <p>The reference is the one of the lowest loss, seen from the race's reference R, which has blocks in common with all. A
 * genome is compared with it block by block where both were trained in the same ones, of the race or of the descent; where they were not, by way of R: {@code
 * d = d(genome, R) − d(reference, R)}, the variances add up. Scale and tolerance are drawn as in a race.
 *
 * <p>A finalist is good enough if {@code d ≤ tol} and it is not out by three standard errors, as in a race. What the descent
 * tried was many and chosen by how it did, so it must be so with 95 % confidence. Where a metric must reach a threshold, the
 * front of parameters and metric is tested from the largest on, as among genomes that were measured once.
 */
public final class Picking {
    private final List<BlockTrained> trained;
    private final BlockTrained base;

    /**
     * Prepares a choice.
     *
     * @param trained what was trained, in any order
     * @param base R, the reference of the race; one of them
     * @throws IllegalArgumentException if it is none of them
     */
    public Picking(List<BlockTrained> trained, Genome base) {
        this.trained = ImmutableList.sortedCopyOf(
                Comparator.comparingLong(BlockTrained::parameters)
                        .thenComparing(each -> each.genome().key()),
                trained);
        this.base = trained.stream()
                .filter(each -> each.genome().equals(base))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference must be trained, but was not: " + base));
    }

    /**
     * Chooses by a rule. Independent of the order in which networks were given.
     *
     * @param most the most parameters that the winner may have; the reference is one of those, too
     * @return the choice, or empty if none of them is so small
     */
    public Optional<Pick> by(WinnerRule rule, long most) {
        List<BlockTrained> among =
                trained.stream().filter(each -> each.parameters() <= most).toList();
        return among.isEmpty() ? Optional.empty() : Optional.of(new Among(among, rule).pick());
    }

    /** Returns the fewest parameters that any of them has. */
    public long fewest() {
        return trained.get(0).parameters();
    }

    /** Both stages divide the same rows, so only that in which they have more blocks in common tells. */
    private static Optional<Difference> direct(BlockTrained one, BlockTrained other) {
        int raced = Math.min(one.race().size(), other.race().size());
        int descended = Math.min(one.descent().size(), other.descent().size());
        if (raced == 0 && descended == 0) {
            return Optional.empty();
        }
        return Optional.of(
                raced > descended
                        ? Difference.of(one.race(), other.race())
                        : Difference.of(one.descent(), other.descent()));
    }

    private Difference between(BlockTrained genome, BlockTrained reference) {
        return direct(genome, reference).orElseGet(() -> {
            Difference mine = toBase(genome);
            Difference theirs = toBase(reference);
            return new Difference(
                    mine.value() - theirs.value(), Math.hypot(mine.standardError(), theirs.standardError()));
        });
    }

    private Difference toBase(BlockTrained genome) {
        return direct(genome, base)
                .orElseThrow(
                        () -> new IllegalArgumentException(genome.genome() + " shares no block with the reference"));
    }

    /** A choice among some of them by a rule. */
    private final class Among {
        private final List<BlockTrained> among;
        private final WinnerRule rule;
        private final BlockTrained reference;
        private final Map<Genome, Difference> differences = new HashMap<>();
        private final LossScale scale;
        private final double tolerance;

        Among(List<BlockTrained> among, WinnerRule rule) {
            this.among = among;
            this.rule = rule;
            this.reference = among.stream()
                    .min(Comparator.comparingDouble(each -> toBase(each).value()))
                    .orElseThrow();
            among.forEach(each -> differences.put(each.genome(), between(each, reference)));
            Assessed best = assessed(reference);
            this.scale = new LossScale(best.measures().constantLoss(), best.loss());
            this.tolerance = rule.tolerance(
                    scale, new Noise(pooledError(), best.measures().lossStandardError()));
        }

        /** Of a single network there is none. */
        private double pooledError() {
            List<Double> errors = among.stream()
                    .filter(each -> !each.equals(reference))
                    .map(each -> difference(each).standardError())
                    .toList();
            return errors.isEmpty() ? 0 : Quantiles.median().compute(errors);
        }

        Pick pick() {
            List<Finalist> compared = among.stream().map(this::judged).toList();
            Choice<BlockTrained> choice = rule.match(within -> smallest(), one -> smallest(), this::reaching);
            Finalist winner = judged(choice.winner());
            return new Pick(winner, judged(reference), scale, tolerance, choice.isMet(), compared);
        }

        private Choice<BlockTrained> smallest() {
            return Choice.smallest(among, this::isGoodEnough);
        }

        private boolean isGoodEnough(BlockTrained each) {
            Estimate excess = lossExcess(each);
            return each.equals(reference)
                    || (each.isFinalist() ? excess.isGood() && !excess.isFarBad() : excess.isSurelyGood());
        }

        private Choice<BlockTrained> reaching(Reach reach) {
            List<BlockTrained> front = front(reach);
            return Choice.reaching(front, each -> Shortfall.of(reach, each.blocks()), reach.doubt(front.size()));
        }

        private List<BlockTrained> front(Reach reach) {
            Map<Genome, BlockTrained> byGenome = new HashMap<>();
            among.forEach(each -> byGenome.put(each.genome(), each));
            return ParetoFront.of(
                            among.stream().map(this::assessed).toList(), member -> reach.shortcoming(member.measures()))
                    .stream()
                    .map(member -> byGenome.get(member.genome()))
                    .toList();
        }

        /** Of a metric that is not known nothing is sure. */
        private Finalist judged(BlockTrained each) {
            Optional<Estimate> excess = rule.match(
                    within -> Optional.of(lossExcess(each)),
                    one -> Optional.of(lossExcess(each)),
                    reach -> Shortfall.of(reach, each.blocks()));
            Difference difference = difference(each);
            return new Finalist(
                    each.genome(),
                    each.parameters(),
                    assessed(each).measures(),
                    each.blocks().size(),
                    difference.value(),
                    difference.standardError(),
                    excess.map(this::verdict).orElse(Finalist.Verdict.UNDECIDED));
        }

        private Finalist.Verdict verdict(Estimate excess) {
            if (excess.isSurelyGood()) {
                return Finalist.Verdict.IN;
            }
            return excess.isSurelyBad() ? Finalist.Verdict.OUT : Finalist.Verdict.UNDECIDED;
        }

        private Estimate lossExcess(BlockTrained each) {
            Difference difference = difference(each);
            return new Estimate(difference.value() - tolerance, difference.standardError());
        }

        private Difference difference(BlockTrained each) {
            Difference known = differences.get(each.genome());
            checkArgument(known != null, "%s is not among those to choose from", each.genome());
            return known;
        }

        private Assessed assessed(BlockTrained each) {
            return new Assessed(each.genome(), each.parameters(), BlockMean.of(each.blocks()));
        }
    }
}
