package nas.run;

import java.util.List;
import nas.select.Assessed;

/** Counts the generations in which the Pareto front did not change. */
final class Stagnation {
    private final int limit;
    private List<String> front = List.of();
    private int unchanged;

    Stagnation(int limit) {
        this.limit = limit;
    }

    /** Takes the front after a generation and tells whether it has stood long enough. */
    boolean isReached(List<Assessed> current) {
        List<String> keys =
                current.stream().map(member -> member.genome().key()).toList();
        unchanged = keys.equals(front) ? unchanged + 1 : 0;
        front = keys;
        return unchanged >= limit;
    }
}
