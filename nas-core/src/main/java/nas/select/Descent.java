package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.select.BlockTrials.Training;
import nas.select.Neighbour.Verdict;
import nas.select.Neighbourhood.Variant;
import nas.space.Genome;

/**
 * Goes from a winner to ever smaller neighbours as long as one is good enough, and certifies where it ends.
 *
 * <p>It begins with the race's winner or, where that is not good enough in the blocks of the descent, with the next larger
 * finalist that is. All are trained in the same blocks, which are not those of the race, and compared with the race's
 * reference: compared with the current winner, errors would add up step by step. A neighbour is accepted if
 * {@code d + z·SE ≤ tol}, z the standard normal quantile at {@code 1 − 0.5/m}, m the neighbours tested in the step; of
 * several the one with the fewest parameters is taken. After a success the next step tries two rungs; if no neighbour is
 * accepted then, one. There are at most 12 moves.
 *
 * <p>All neighbours are trained in the first two blocks, and in the others only those that seem good enough after these: of
 * the others hardly one could still be accepted surely. Those of the last winner are trained in all blocks, but for those that
 * fail, or are worse by three standard errors after three, and those whose metric is not known.
 *
 * <p>Where time is short, there is no further step unless time is left for the neighbours of whom it leads to. Then the
 * neighbours are tested in any case; should one be accepted, it takes the winner's place, and its own neighbours are tested if
 * there is time for them.
 *
 * <p>Of the neighbours at the end, one is shown worse if {@code d − 1.645·SE > tol}, or if it failed in a block; else it is
 * within tolerance if {@code d ≤ tol}; else undecided. Where a metric must reach a threshold, its confidence bounds decide
 * in the same way, but nothing is accepted with less than 95 % confidence; a network whose metric is not known is undecided.
 */
public final class Descent {
    private static final int MOST_MOVES = 12;
    private static final int LONG_STEP = 2;
    private static final int CERTIFYING_BLOCKS = 3;
    /** One in so many neighbours seems good enough after the first blocks. */
    private static final int PROMISING = 3;

    private static final double FALSE_ACCEPTANCE = 0.5;

    private final Neighbourhood neighbourhood;
    private final BlockResults results;
    private final WinnerRule rule;
    private final int blocks;

    /**
     * Makes a descent.
     *
     * @param neighbourhood what is a step away from what
     * @param trials what trains; its blocks are not those of the race
     * @param rule what is good enough
     * @param blocks in how many blocks each genome is trained, at least 1
     * @throws IllegalArgumentException if {@code blocks} is below 1
     */
    public Descent(Neighbourhood neighbourhood, BlockTrials trials, WinnerRule rule, int blocks) {
        checkArgument(blocks >= 1, "blocks must be >= 1, but were %s", blocks);
        this.neighbourhood = neighbourhood;
        this.results = new BlockResults(trials);
        this.rule = rule;
        this.blocks = blocks;
    }

    /**
     * Descends from the winner of a race, by its tolerance and reference.
     *
     * @param time says when to go no further
     * @return where that ends, or empty if the race's reference failed in a block
     */
    public Optional<DescentResult> run(Race race, TimeLeft time) {
        Genome reference = race.reference().genome();
        results.complete(Stream.of(reference, race.winner().genome()).distinct().toList(), blocks);
        return results.isFailed(reference) ? Optional.empty() : Optional.of(new Way(race, time).walk());
    }

    /** One descent. */
    private final class Way {
        private final Genome reference;
        private final double tolerance;
        private final List<DescentMove> moves = new ArrayList<>();
        private final TimeLeft time;
        private Genome winner;

        Way(Race race, TimeLeft time) {
            this.reference = race.reference().genome();
            this.tolerance = race.tolerance();
            this.time = time;
            this.winner = start(race);
        }

        /** Returns the smallest finalist from the winner on that is good enough here, too. */
        private Genome start(Race race) {
            Genome first = race.winner().genome();
            for (Finalist candidate : fromWinner(race)) {
                results.complete(List.of(candidate.genome()), blocks);
                boolean isNearest = !race.isMet() && candidate.equals(race.winner());
                if (!results.isFailed(candidate.genome()) && (isNearest || isGood(candidate.genome()))) {
                    return candidate.genome();
                }
            }
            return rule.match(
                    within -> reference, one -> reference, reach -> results.isFailed(first) ? reference : first);
        }

        private List<Finalist> fromWinner(Race race) {
            return race.finalists().stream()
                    .dropWhile(finalist -> !finalist.equals(race.winner()))
                    .filter(finalist -> finalist.verdict() != Finalist.Verdict.OUT || finalist.equals(race.winner()))
                    .toList();
        }

        private boolean isGood(Genome genome) {
            return excess(genome).filter(Estimate::isGood).isPresent();
        }

        DescentResult walk() {
            stepDown();
            List<Variant> smaller = neighbourhood.smaller(winner, 1);
            completeUnlessWorse(genomes(smaller));
            boolean isTested = true;
            while (isTested && moves.size() < MOST_MOVES && isMovedTo(smaller, 1)) {
                stepDown();
                smaller = neighbourhood.smaller(winner, 1);
                isTested = hasTimeFor(trainings(genomes(smaller), blocks), List.of());
                completeUnlessWorse(isTested ? genomes(smaller) : List.of());
            }
            List<Neighbour> neighbours = neighbours(isTested ? smaller : List.of());
            return new DescentResult(
                    assessed(winner),
                    difference(winner),
                    assessed(reference),
                    moves,
                    neighbours,
                    enlargements(),
                    Certificate.of(tolerance, moves.size(), neighbours, !isTested));
        }

        /** Steps down as long as one leads on and there is time for it and the certificate of whom it leads to. */
        private void stepDown() {
            boolean isMoved = step(1);
            while (isMoved) {
                isMoved = step(LONG_STEP) || step(1);
            }
        }

        private boolean step(int rungs) {
            if (moves.size() == MOST_MOVES) {
                return false;
            }
            List<Variant> variants = neighbourhood.smaller(winner, rungs);
            List<Genome> genomes = genomes(variants);
            if (variants.isEmpty() || !hasTimeFor(trainings(genomes, firstBlocks()), restAndCertificate(genomes))) {
                return false;
            }
            complete(genomes, firstBlocks(), Estimate::isGood);
            return isMovedTo(variants, rungs);
        }

        /** Goes to the smallest of them that is accepted, if there is one. */
        private boolean isMovedTo(List<Variant> variants, int rungs) {
            Optional<Neighbour> next = neighbours(variants).stream()
                    .filter(neighbour -> neighbour.verdict() == Verdict.ACCEPTED)
                    .min(Comparator.comparingLong(Neighbour::parameters)
                            .thenComparing(neighbour -> neighbour.genome().key()));
            next.ifPresent(to -> {
                moves.add(new DescentMove(winner, to, rungs, variants.size()));
                winner = to.genome();
            });
            return next.isPresent();
        }

        private List<Neighbour> enlargements() {
            List<Variant> larger = neighbourhood.larger(winner);
            if (!hasTimeFor(trainings(genomes(larger), blocks), List.of())) {
                return List.of();
            }
            results.complete(genomes(larger), blocks);
            return neighbours(larger);
        }

        private boolean hasTimeFor(List<Training> next, List<Training> after) {
            return next.isEmpty() || time.isEnoughFor(next, after);
        }

        /** What follows a step's first blocks if a third seems good enough, and the certificate of whom it may lead to. */
        private List<Training> restAndCertificate(List<Genome> genomes) {
            int promising = (genomes.size() + PROMISING - 1) / PROMISING;
            List<Training> all = new ArrayList<>(trainings(genomes.subList(0, promising), blocks).stream()
                    .filter(training -> training.block() > firstBlocks())
                    .toList());
            all.addAll(trainings(genomes(neighbourhood.smaller(genomes.get(0), 1)), blocks));
            return all;
        }

        /** Where only blocks tell, three of them make three standard errors mean 95 % (Student's t of 2 degrees of freedom). */
        private void completeUnlessWorse(List<Genome> genomes) {
            complete(
                    genomes,
                    Math.min(CERTIFYING_BLOCKS, blocks),
                    excess -> !excess.isFarBad() || !excess.isSurelyBad());
        }

        /** Trains all in the first blocks, and in the others those of whom more is to be known. */
        private void complete(List<Genome> genomes, int first, Predicate<Estimate> goesOn) {
            results.complete(genomes, first);
            List<Genome> rest = genomes.stream()
                    .filter(Predicate.not(results::isFailed))
                    .filter(genome -> excess(genome).filter(goesOn).isPresent())
                    .toList();
            results.complete(rest, blocks);
        }

        private List<Neighbour> neighbours(List<Variant> variants) {
            return variants.stream()
                    .map(variant -> neighbour(variant, variants.size()))
                    .toList();
        }

        private Neighbour neighbour(Variant variant, int tested) {
            Genome genome = variant.genome();
            long parameters = neighbourhood.parameters(genome);
            if (results.isFailed(genome)) {
                return new Neighbour(genome, variant.kind(), parameters, null, null, null, Verdict.SHOWN_WORSE);
            }
            Difference difference = difference(genome);
            Verdict verdict =
                    excess(genome).map(excess -> verdict(excess, tested)).orElse(Verdict.UNDECIDED);
            return new Neighbour(
                    genome,
                    variant.kind(),
                    parameters,
                    difference.value(),
                    difference.standardError(),
                    metric(genome).orElse(null),
                    verdict);
        }

        private Optional<MetricEstimate> metric(Genome genome) {
            return rule.match(
                    within -> Optional.empty(),
                    one -> Optional.empty(),
                    reach -> Shortfall.estimate(reach, results.of(genome)));
        }

        /** Empty if the metric that must reach a threshold is not known. */
        private Optional<Estimate> excess(Genome genome) {
            return rule.match(
                    within -> Optional.of(lossExcess(genome)),
                    one -> Optional.of(lossExcess(genome)),
                    reach -> Shortfall.of(reach, results.of(genome)));
        }

        private Estimate lossExcess(Genome genome) {
            Difference difference = difference(genome);
            return new Estimate(difference.value() - tolerance, difference.standardError());
        }

        private Difference difference(Genome genome) {
            return Difference.of(results.of(genome), results.of(reference));
        }

        private Assessed assessed(Genome genome) {
            return new Assessed(genome, neighbourhood.parameters(genome), BlockMean.of(results.of(genome)));
        }
    }

    private Verdict verdict(Estimate excess, int tested) {
        if (excess.isSurelyGood(confidence(tested))) {
            return Verdict.ACCEPTED;
        }
        if (excess.isSurelyBad()) {
            return Verdict.SHOWN_WORSE;
        }
        return excess.isGood() ? Verdict.WITHIN_TOLERANCE : Verdict.UNDECIDED;
    }

    private int firstBlocks() {
        return Math.min(Racing.FIRST_BLOCKS, blocks);
    }

    private static List<Genome> genomes(List<Variant> variants) {
        return variants.stream().map(Variant::genome).toList();
    }

    private static List<Training> trainings(List<Genome> genomes, int blocks) {
        return IntStream.rangeClosed(1, blocks)
                .boxed()
                .flatMap(block -> genomes.stream().map(genome -> new Training(genome, block)))
                .toList();
    }

    /** What reaches a threshold is to do so as surely as a finalist. */
    private double confidence(int tested) {
        double usual = 1 - FALSE_ACCEPTANCE / tested;
        return rule.match(within -> usual, one -> usual, reach -> Math.max(Estimate.CONFIDENCE, usual));
    }
}
