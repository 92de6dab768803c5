package nas.select;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How minimality descent ended.
 *
 * @param winner the network that no step led away from, or where time was up, with its means over the blocks of the descent
 * @param difference by how much its loss exceeds the reference's there
 * @param reference the reference of the race, with its means over the same blocks
 * @param moves the steps down, in order
 * @param neighbours the winner's smaller one-step neighbours; none where there was no time for them
 * @param enlargements its larger ones; their verdicts mean the same and decide nothing; none where time was short
 * @param certificate what is known about the neighbours
 */
public record DescentResult(
        Assessed winner,
        Difference difference,
        Assessed reference,
        List<DescentMove> moves,
        List<Neighbour> neighbours,
        List<Neighbour> enlargements,
        Certificate certificate) {
    /** Copies the lists. */
    public DescentResult {
        moves = ImmutableList.copyOf(moves);
        neighbours = ImmutableList.copyOf(neighbours);
        enlargements = ImmutableList.copyOf(enlargements);
    }
}
