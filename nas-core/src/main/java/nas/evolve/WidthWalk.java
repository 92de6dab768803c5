package nas.evolve;

import com.google.common.collect.AbstractIterator;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nas.space.Shape;
import nas.space.WidthSpace;
import org.jspecify.annotations.Nullable;

/**
 * All sequences of so many widths that a space has and that are admitted, narrow ones first, the last layer's changing fastest.
 * Whoever is not admitted must not be when wider, so that what is wider still is passed over.
 */
final class WidthWalk extends AbstractIterator<List<Integer>> {
    private final WidthSpace widths;
    private final int depth;
    private final Predicate<List<Integer>> isAdmitted;

    /** A rung for each layer whose width is a choice of its own. */
    private final int[] rungs;

    private boolean hasNext = true;

    WidthWalk(WidthSpace widths, int depth, Predicate<List<Integer>> isAdmitted) {
        this.widths = widths;
        this.depth = depth;
        this.isAdmitted = isAdmitted;
        this.rungs = new int[widths.shape() == Shape.RECTANGLE ? Math.min(depth, 1) : depth];
    }

    @Override
    protected @Nullable List<Integer> computeNext() {
        while (hasNext) {
            List<Integer> units = units();
            int odd = firstTooWide(units);
            if (odd < depth) {
                widen(odd - 1);
            } else if (isAdmitted.test(units)) {
                widen(rungs.length - 1);
                return units;
            } else {
                widen(lastWidened() - 1);
            }
        }
        return endOfData();
    }

    private List<Integer> units() {
        return IntStream.range(0, depth)
                .mapToObj(layer -> widths.of(layer).rungs().get(rungs[Math.min(layer, rungs.length - 1)]))
                .toList();
    }

    /** The first layer that the shape does not allow to be so wide; the depth where there is none. */
    private int firstTooWide(List<Integer> units) {
        return IntStream.range(1, depth)
                .filter(layer -> widths.shape() == Shape.FUNNEL && units.get(layer) > units.get(layer - 1))
                .findFirst()
                .orElse(depth);
    }

    private int lastWidened() {
        int layer = rungs.length - 1;
        while (layer >= 0 && rungs[layer] == 0) {
            layer--;
        }
        return layer;
    }

    /** Widens a layer by one rung, or the nearest before it that can be, and makes all after it narrowest. */
    private void widen(int from) {
        int layer = from;
        while (layer >= 0 && rungs[layer] == widths.of(layer).size() - 1) {
            layer--;
        }
        hasNext = layer >= 0;
        if (hasNext) {
            rungs[layer]++;
            Arrays.fill(rungs, layer + 1, rungs.length, 0);
        }
    }
}
