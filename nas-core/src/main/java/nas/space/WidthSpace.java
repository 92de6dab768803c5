package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The widths that hidden layers may have.
 *
 * @param first numbers of units of the first hidden layer, ascending, each at least 1
 * @param rest those of each further one, ascending, each at least 1
 * @param shape how they may follow one another
 */
public record WidthSpace(Ladder<Integer> first, Ladder<Integer> rest, Shape shape) {
    /**
     * @throws IllegalArgumentException if a ladder does not ascend from at least 1, or no two layers may follow one another:
     *     if the ladders of a rectangle differ, or every further layer of a funnel would be wider than the first
     */
    public WidthSpace {
        check(first);
        check(rest);
        checkArgument(
                shape != Shape.RECTANGLE || isPossible(first, rest, shape),
                "first and rest must be the same where shape is rectangle, but were %s and %s",
                first.rungs(),
                rest.rungs());
        checkArgument(
                shape != Shape.FUNNEL || isPossible(first, rest, shape),
                "first must reach up to rest where shape is funnel, but %s < %s",
                first.last(),
                rest.first());
    }

    /** Tells whether a second layer may follow a first one of some shape where their units are from these ladders. */
    public static boolean isPossible(Ladder<Integer> first, Ladder<Integer> rest, Shape shape) {
        return switch (shape) {
            case ANY -> true;
            case RECTANGLE -> first.equals(rest);
            case FUNNEL -> rest.first() <= first.last();
        };
    }

    /** Widths of one ladder for all layers, in any order. */
    public WidthSpace(Ladder<Integer> units) {
        this(units, units, Shape.ANY);
    }

    /** Returns the ladder of a layer, counted from 0. */
    public Ladder<Integer> of(int layer) {
        return layer == 0 ? first : rest;
    }

    /** Tells whether a sequence of widths is one of these, whatever its length. */
    public boolean contains(List<Integer> widths) {
        return IntStream.range(0, widths.size())
                        .allMatch(layer -> of(layer).rungs().contains(widths.get(layer)))
                && fitted(widths).equals(widths);
    }

    /**
     * Returns the sequence of the given shape that is nearest from the first layer on: all widths of a rectangle become the
     * first one; a layer of a funnel that is wider than the one before becomes as wide as its ladder allows. Where a funnel's
     * first layer is narrower than any further one could be, it becomes the narrowest that is not. Idempotent.
     *
     * @param widths rungs of their layers' ladders
     */
    public List<Integer> fitted(List<Integer> widths) {
        return switch (shape) {
            case ANY -> widths;
            case RECTANGLE -> widths.stream().map(width -> widths.get(0)).toList();
            case FUNNEL -> funnel(widths);
        };
    }

    /** Returns the sequence of nearest rungs, the lower of two, of each layer's ladder, {@link #fitted} to the shape. */
    public List<Integer> clipped(List<Integer> widths) {
        return fitted(IntStream.range(0, widths.size())
                .mapToObj(layer -> nearest(of(layer), widths.get(layer)))
                .toList());
    }

    /** Returns the widest rung, of a layer counted from 0, that is at most as wide as this; else the narrowest. */
    public int atMost(int layer, int width) {
        int widest = of(layer).first();
        for (int rung : of(layer).rungs()) {
            widest = rung <= width ? rung : widest;
        }
        return widest;
    }

    /** Returns the number of sequences of so many widths. */
    public BigInteger size(int depth) {
        if (depth == 0) {
            return BigInteger.ONE;
        }
        return switch (shape) {
            case ANY -> BigInteger.valueOf(rest.size()).pow(depth - 1).multiply(BigInteger.valueOf(first.size()));
            case RECTANGLE -> BigInteger.valueOf(first.size());
            case FUNNEL -> funnels(depth);
        };
    }

    /** Returns the narrowest sequence of so many widths. */
    public List<Integer> narrowest(int depth) {
        return fitted(
                IntStream.range(0, depth).mapToObj(layer -> of(layer).first()).toList());
    }

    /** Returns the widest sequence of so many widths. */
    public List<Integer> widest(int depth) {
        return fitted(
                IntStream.range(0, depth).mapToObj(layer -> of(layer).last()).toList());
    }

    private static int nearest(Ladder<Integer> ladder, int width) {
        int nearest = ladder.first();
        for (int rung : ladder.rungs()) {
            nearest = Math.abs(rung - width) < Math.abs(nearest - width) ? rung : nearest;
        }
        return nearest;
    }

    private List<Integer> funnel(List<Integer> widths) {
        List<Integer> fitted = new ArrayList<>();
        for (int layer = 0; layer < widths.size(); layer++) {
            int width = widths.get(layer);
            if (layer > 0) {
                width = atMost(layer, Math.min(fitted.get(layer - 1), width));
            } else if (widths.size() > 1) {
                width = atLeast(rest.first(), width);
            }
            fitted.add(width);
        }
        return List.copyOf(fitted);
    }

    private int atLeast(int least, int width) {
        return first.rungs().stream()
                .filter(rung -> rung >= Math.max(least, width))
                .findFirst()
                .orElseThrow();
    }

    /** Counts from the last layer backwards: the sequences that begin with each rung of {@code rest}, or narrower. */
    private BigInteger funnels(int depth) {
        List<BigInteger> sequences = new ArrayList<>(
                rest.rungs().stream().map(rung -> BigInteger.ONE).toList());
        for (int layer = 2; layer < depth; layer++) {
            for (int rung = 1; rung < sequences.size(); rung++) {
                sequences.set(rung, sequences.get(rung).add(sequences.get(rung - 1)));
            }
        }
        return depth == 1
                ? BigInteger.valueOf(first.size())
                : first.rungs().stream()
                        .map(width -> behind(width, sequences))
                        .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger behind(int width, List<BigInteger> sequences) {
        return IntStream.range(0, rest.size())
                .filter(rung -> rest.rungs().get(rung) <= width)
                .mapToObj(sequences::get)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void check(Ladder<Integer> units) {
        checkArgument(Ladder.isAscending(units) && units.first() >= 1, "units must ascend from >= 1: %s", units);
    }
}
