package nas.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nas.select.Assessed;
import nas.select.ParetoFront;

/**
 * The genomes that were measured at one rung, also those that have gone on since, and their Pareto front. Whoever is not on
 * the front of some genomes is not on the front of more, so it is found among all only where one of its own members was
 * measured anew.
 */
final class RungMembers {
    private final TreeSet<Assessed> byLoss = new TreeSet<>(Assessed.BY_LOSS);
    private final List<Assessed> fresh = new ArrayList<>();
    private List<Assessed> front = List.of();
    private boolean isStale;

    /** Adds a genome. */
    void add(Assessed assessed) {
        byLoss.add(assessed);
        fresh.add(assessed);
    }

    /** Takes a genome away, as it was added. */
    void remove(Assessed assessed) {
        byLoss.remove(assessed);
        isStale |= front.contains(assessed) || fresh.remove(assessed);
    }

    boolean isEmpty() {
        return byLoss.isEmpty();
    }

    Optional<Assessed> lowest() {
        return byLoss.isEmpty() ? Optional.empty() : Optional.of(byLoss.first());
    }

    /** Returns all of them, from the lowest loss to the highest. */
    List<Assessed> all() {
        return List.copyOf(byLoss);
    }

    /** Returns the front, from the smallest to the largest. */
    List<Assessed> front() {
        if (isStale) {
            front = frontOfAll();
        } else if (!fresh.isEmpty()) {
            List<Assessed> candidates = new ArrayList<>(front);
            candidates.addAll(fresh);
            front = ParetoFront.of(candidates);
        }
        isStale = false;
        fresh.clear();
        return front;
    }

    /** As they are in the order of their losses, it takes no sorting. */
    private List<Assessed> frontOfAll() {
        List<Assessed> found = new ArrayList<>();
        long fewest = Long.MAX_VALUE;
        for (Assessed member : byLoss) {
            if (member.parameters() < fewest) {
                found.add(member);
                fewest = member.parameters();
            }
        }
        return ImmutableList.copyOf(found).reverse();
    }
}
