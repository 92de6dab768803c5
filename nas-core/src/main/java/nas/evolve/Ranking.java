package nas.evolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nas.space.Genome;

/*
 * Genomes are sorted into fronts of those that no other one of the same or a later front dominates (Deb et al. 2002, "A fast
 * and elitist multiobjective genetic algorithm: NSGA-II", doi 10.1109/4235.996017). With two objectives one pass is enough: in
 * ascending order of both, who dominates comes before, and of each front only the one of lowest excess so far, which is its
 * last, can dominate who comes next. These excesses never fall from a front to the next, so the first front without a dominator is
 * found by bisection (after Jensen 2003, "Reducing the run-time complexity of multiobjective EAs: the NSGA-II and other
 * algorithms", doi 10.1109/TEVC.2003.817234). Crowding is left out: who is on a front is ordered by the objective.
 */
/**
 * The order in which genomes survive and are trained on: by non-dominated rank on parameters and excess, then objective,
 * parameters and key; those that failed come last, in the same order. Total, so that nothing depends on who arrived first.
 */
public final class Ranking {
    private static final Comparator<Entry<Genome, Standing>> SWEEP = Comparator.comparingLong(
                    (Entry<Genome, Standing> entry) -> entry.getValue().parameters())
            .thenComparingDouble(entry -> entry.getValue().excess());

    private Ranking() {}

    /** Returns genomes, best first. Takes n log n steps. */
    public static List<Genome> of(Map<Genome, Standing> standings) {
        Map<Genome, Integer> ranks = ranks(standings);
        Comparator<Entry<Genome, Standing>> order = Comparator.comparing(
                        (Entry<Genome, Standing> entry) -> entry.getValue().isFailed())
                .thenComparing(entry -> ranks.getOrDefault(entry.getKey(), 0))
                .thenComparingDouble(entry -> entry.getValue().objective())
                .thenComparingLong(entry -> entry.getValue().parameters())
                .thenComparing(entry -> entry.getKey().key());
        return standings.entrySet().stream().sorted(order).map(Entry::getKey).toList();
    }

    /** Returns the front of each genome that did not fail, from 0. */
    static Map<Genome, Integer> ranks(Map<Genome, Standing> standings) {
        List<Entry<Genome, Standing>> sweep = standings.entrySet().stream()
                .filter(entry -> !entry.getValue().isFailed())
                .sorted(SWEEP)
                .toList();
        List<Standing> lasts = new ArrayList<>();
        Map<Genome, Integer> ranks = new HashMap<>();
        for (Entry<Genome, Standing> entry : sweep) {
            int front = front(entry.getValue(), lasts);
            if (front == lasts.size()) {
                lasts.add(entry.getValue());
            } else {
                lasts.set(front, entry.getValue());
            }
            ranks.put(entry.getKey(), front);
        }
        return ranks;
    }

    private static int front(Standing standing, List<Standing> lasts) {
        int low = 0;
        int high = lasts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (dominates(lasts.get(middle), standing)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of one that has no more parameters. */
    private static boolean dominates(Standing earlier, Standing standing) {
        return earlier.excess() < standing.excess()
                || (earlier.excess() == standing.excess() && earlier.parameters() < standing.parameters());
    }
}
