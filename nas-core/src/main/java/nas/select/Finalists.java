package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nas.space.Genome;

/**
 * Chooses the genomes among which the answer is sought with care.
 *
 * @param always genomes that are always among them if there is room, such as the linear model and the smallest of the
 *     space; they need not have been measured
 * @param count the most finalists, at least 1
 */
public record Finalists(List<Genome> always, int count) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public Finalists {
        always = ImmutableList.copyOf(always);
        checkArgument(count >= 1, "finalists must be >= 1, but were %s", count);
    }

    /**
     * Returns the finalists, in this order: those that always are, the genome of the lowest objective, the one that is best by
     * what the rule asks for, and the rest of the Pareto front evenly in the logarithm of their parameters, always the one that
     * is farthest from those before it (Gonzalez 1985, doi 10.1016/0304-3975(85)90224-5), of several the smallest. The best one
     * has a seat whatever the count. Where the rule asks for a metric, the front is of parameters and that metric: large networks
     * are often right and, where not, too sure of it, so that the best by the metric need not be on the front of the losses.
     * Independent of the order of the argument.
     *
     * @param top genomes measured at the top rung
     * @param objective what the search minimises
     * @param parameters returns the number of a genome's parameters
     * @param rule says what the winner is chosen by
     */
    public List<Genome> choose(
            Collection<Assessed> top,
            ToDoubleFunction<Assessed> objective,
            ToLongFunction<Genome> parameters,
            WinnerRule rule) {
        ToDoubleFunction<Assessed> shortcoming = assessed -> rule.shortcoming(assessed.measures());
        Set<Genome> chosen = new LinkedHashSet<>(always);
        lowest(top, objective).ifPresent(best -> chosen.add(best.genome()));
        lowest(top, shortcoming).ifPresent(best -> seat(best.genome(), chosen));
        List<Genome> finalists = new ArrayList<>(chosen.stream().limit(count).toList());
        spread(ParetoFront.of(top, shortcoming), finalists, genome -> place(parameters.applyAsLong(genome)));
        return List.copyOf(finalists);
    }

    private static Optional<Assessed> lowest(Collection<Assessed> top, ToDoubleFunction<Assessed> value) {
        return top.stream().min(Comparator.comparingDouble(value).thenComparing(Assessed.BY_SIZE));
    }

    /** Whoever is without a seat makes way for it. */
    private void seat(Genome best, Set<Genome> chosen) {
        boolean isSeated = chosen.stream().limit(count).anyMatch(best::equals);
        if (!isSeated) {
            List<Genome> kept = chosen.stream().limit(count - 1L).toList();
            chosen.clear();
            chosen.addAll(kept);
            chosen.add(best);
        }
    }

    private void spread(List<Assessed> front, List<Genome> finalists, ToDoubleFunction<Genome> place) {
        List<Assessed> rest = new ArrayList<>(front);
        rest.removeIf(member -> finalists.contains(member.genome()));
        while (finalists.size() < count && !rest.isEmpty()) {
            Assessed farthest =
                    farthest(rest, finalists.stream().mapToDouble(place).toArray());
            rest.remove(farthest);
            finalists.add(farthest.genome());
        }
    }

    private static Assessed farthest(List<Assessed> rest, double[] places) {
        return Stream.iterate(0, i -> i < rest.size(), i -> i + 1)
                .max(Comparator.comparingDouble((Integer i) -> distance(rest.get(i), places))
                        .thenComparing(Comparator.reverseOrder()))
                .map(rest::get)
                .orElseThrow();
    }

    private static double distance(Assessed member, double[] places) {
        double place = place(member.parameters());
        return DoubleStream.of(places)
                .map(other -> Math.abs(place - other))
                .min()
                .orElse(0);
    }

    private static double place(long parameters) {
        return StrictMath.log10((double) parameters);
    }
}
