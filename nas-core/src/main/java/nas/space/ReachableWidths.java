package nas.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nas.space.IneffectiveChoices.Finding;

/** Which depths and widths of a space some network within a parameter limit has. */
public final class ReachableWidths {
    private final ArchitectureSpace space;
    private final Limit limit;
    private final HiddenLayer lightest;

    private ReachableWidths(ArchitectureSpace space, Limit limit) {
        this.space = space;
        this.limit = limit;
        this.lightest = space.lightest();
    }

    /**
     * How many parameters networks may have.
     *
     * @param inputs number of network inputs
     * @param outputs number of network outputs
     * @param maxParameters the most, {@code Long.MAX_VALUE} for no limit
     */
    public record Limit(int inputs, int outputs, long maxParameters) {}

    /** Returns the depths and widths that no network has; the space has some hidden layers. */
    static List<Finding> findings(ArchitectureSpace space, Limit limit) {
        ReachableWidths widths = new ReachableWidths(space, limit);
        List<Finding> findings = new ArrayList<>();
        widths.addDepths(findings);
        if (space.widths().first().equals(space.widths().rest())) {
            widths.addWidths("space.units", space.widths().first(), place -> true, findings);
        } else {
            widths.addWidths("space.units.first", space.widths().first(), place -> place == 0, findings);
            widths.addWidths("space.units.rest", space.widths().rest(), place -> place > 0, findings);
        }
        return findings;
    }

    private void addDepths(List<Finding> findings) {
        List<Integer> unreachable = space.depths().rungs().stream()
                .filter(depth -> parameters(space.widths().narrowest(depth)) > limit.maxParameters())
                .toList();
        if (!unreachable.isEmpty()) {
            long least = parameters(space.widths().narrowest(unreachable.get(0)));
            findings.add(new Finding("space.layers", IneffectiveChoices.text(unreachable), over(least)));
        }
    }

    private void addWidths(String key, Ladder<Integer> ladder, IntPredicate isPlace, List<Finding> findings) {
        List<Integer> absent = new ArrayList<>();
        List<Integer> tooLarge = new ArrayList<>();
        for (int units : ladder.rungs()) {
            OptionalLong least = least(units, isPlace);
            if (least.isEmpty()) {
                absent.add(units);
            } else if (least.getAsLong() > limit.maxParameters()) {
                tooLarge.add(units);
            }
        }
        if (!absent.isEmpty()) {
            findings.add(new Finding(key, IneffectiveChoices.text(absent), noPlace()));
        }
        if (!tooLarge.isEmpty()) {
            long least = least(tooLarge.get(0), isPlace).orElseThrow();
            findings.add(new Finding(key, IneffectiveChoices.text(tooLarge), over(least)));
        }
    }

    private String noPlace() {
        return space.depths().last() == 1
                ? "no network has a second hidden layer"
                : "no layer of a " + space.widths().shape().word() + " can be so wide or so narrow there";
    }

    private String over(long least) {
        return String.format(
                Locale.ROOT, "at least %,d parameters, over objective.max_params %,d", least, limit.maxParameters());
    }

    /** Returns the fewest parameters of a network that has a layer of some width at such a place. */
    private OptionalLong least(int units, IntPredicate isPlace) {
        return space.depths().rungs().stream()
                .flatMapToLong(depth -> places(depth)
                        .filter(isPlace)
                        .mapToObj(place -> with(units, place, depth))
                        .filter(space.widths()::contains)
                        .mapToLong(this::parameters))
                .min();
    }

    /** At any place between the third and the last a layer takes as many parameters as at the third. */
    private static IntStream places(int depth) {
        return IntStream.of(0, 1, 2, depth - 1)
                .filter(place -> place >= 0 && place < depth)
                .distinct();
    }

    /** The narrowest network that has these units there; none of the space where the shape does not allow it. */
    private List<Integer> with(int units, int place, int depth) {
        return IntStream.range(0, depth)
                .map(layer -> layer == place ? units : beside(layer, units, layer < place))
                .boxed()
                .toList();
    }

    private int beside(int layer, int units, boolean isBefore) {
        WidthSpace widths = space.widths();
        List<Integer> rungs = widths.of(layer).rungs();
        return switch (widths.shape()) {
            case ANY -> rungs.get(0);
            case RECTANGLE -> units;
            case FUNNEL -> isBefore ? notBelow(units, rungs) : rungs.get(0);
        };
    }

    private static int notBelow(int units, List<Integer> rungs) {
        return rungs.stream().filter(rung -> rung >= units).findFirst().orElse(rungs.get(rungs.size() - 1));
    }

    private long parameters(List<Integer> units) {
        return new Architecture(units.stream().map(lightest::withUnits).toList())
                .parameters(limit.inputs(), limit.outputs());
    }
}
