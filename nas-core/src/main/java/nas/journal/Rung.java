package nas.journal;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.select.Assessed;

/**
 * What was measured at a rung.
 *
 * @param epochs epochs of its trainings
 * @param measured the genomes that did not fail there, with the means over their seeds and all folds; at least one
 */
public record Rung(int epochs, List<Assessed> measured) {
    /** Copies the list. */
    public Rung {
        measured = ImmutableList.copyOf(measured);
    }
}
