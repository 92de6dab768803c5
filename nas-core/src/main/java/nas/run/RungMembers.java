package nas.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import nas.select.Assessed;
import nas.select.ParetoFront;
import nas.space.Genome;

/**
 * The genomes that were measured at one rung, also those that have gone on since, and their Pareto front. Whoever is not on
 * the front of some genomes is not on the front of more, so it is found among all only where one of its own members was
 * measured anew or failed. Who fails, here with another seed or at a higher rung, is no more among them, but still one of
 * those that were measured, of which {@link #lowest()} tells.
 */
final class RungMembers {
    private final Predicate<Genome> isFailed;
    private final TreeSet<Assessed> byLoss = new TreeSet<>(Assessed.BY_LOSS);
    private final List<Assessed> fresh = new ArrayList<>();
    private List<Assessed> front = List.of();
    private boolean isStale;

    /** Begins with no members; tells of each genome whether it has failed meanwhile. */
    RungMembers(Predicate<Genome> isFailed) {
        this.isFailed = isFailed;
    }

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
        return byLoss.stream().noneMatch(this::isSound);
    }

    /** Returns the lowest loss that was measured, also of one that has failed at a higher rung. */
    Optional<Assessed> lowest() {
        return byLoss.isEmpty() ? Optional.empty() : Optional.of(byLoss.first());
    }

    /** Returns all of them, from the lowest loss to the highest. */
    List<Assessed> all() {
        return byLoss.stream().filter(this::isSound).toList();
    }

    /** Returns the front, from the smallest to the largest. */
    List<Assessed> front() {
        if (isStale || !front.stream().allMatch(this::isSound)) {
            front = frontOfAll();
        } else if (!fresh.isEmpty()) {
            List<Assessed> candidates = new ArrayList<>(front);
            fresh.stream().filter(this::isSound).forEach(candidates::add);
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
            if (member.parameters() < fewest && isSound(member)) {
                found.add(member);
                fewest = member.parameters();
            }
        }
        return ImmutableList.copyOf(found).reverse();
    }

    private boolean isSound(Assessed member) {
        return !isFailed.test(member.genome());
    }
}
