package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import nas.select.Neighbour.Verdict;

/**
 * How well it is known that no smaller network nearby would do. A local claim: about the winner's one-step neighbours, and
 * no other network.
 *
 * @param tolerance the d up to which a network is good enough; 0 where it must reach a threshold of a metric
 * @param moves how many steps down the descent has made
 * @param neighboursTested the smaller one-step neighbours of the winner, those that were far worse in the first blocks only
 * @param shownWorse those that are not good enough, with 95 % confidence each
 * @param undecided those that seem not good enough, but not surely
 * @param withinTolerance those that seem good enough, but not surely enough to be accepted
 * @param isCut whether there was no time to test neighbours
 */
public record Certificate(
        double tolerance,
        int moves,
        int neighboursTested,
        int shownWorse,
        int undecided,
        int withinTolerance,
        boolean isCut) {
    /** @throws IllegalArgumentException if a number is negative, the three do not sum up to the neighbours, or there are any without time */
    public Certificate {
        checkArgument(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        checkArgument(
                moves >= 0 && shownWorse >= 0 && undecided >= 0 && withinTolerance >= 0,
                "counts must be >= 0, but were %s, %s, %s, %s",
                moves,
                shownWorse,
                undecided,
                withinTolerance);
        checkArgument(
                !isCut || neighboursTested == 0,
                "without time there must be no neighbours, but were %s",
                neighboursTested);
        checkArgument(
                shownWorse + undecided + withinTolerance == neighboursTested,
                "%s, %s and %s must sum up to %s neighbours",
                shownWorse,
                undecided,
                withinTolerance,
                neighboursTested);
    }

    /** Returns the certificate of a winner with such neighbours. What could still be accepted is within tolerance. */
    static Certificate of(double tolerance, int moves, List<Neighbour> neighbours, boolean isCut) {
        int within = count(neighbours, Verdict.WITHIN_TOLERANCE) + count(neighbours, Verdict.ACCEPTED);
        return new Certificate(
                tolerance,
                moves,
                neighbours.size(),
                count(neighbours, Verdict.SHOWN_WORSE),
                count(neighbours, Verdict.UNDECIDED),
                within,
                isCut);
    }

    private static int count(List<Neighbour> neighbours, Verdict verdict) {
        return (int) neighbours.stream()
                .filter(neighbour -> neighbour.verdict() == verdict)
                .count();
    }
}
