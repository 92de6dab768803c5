package nas.evolve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.SearchSpace;
import nas.space.WidthSpace;
import org.jspecify.annotations.Nullable;

/**
 * What practitioners do by hand, one network a generation: the largest one, then all widths halved as long as it stays good
 * enough, then a layer less with the last good widths, and halved again; it ends where neither works. Good enough is who is
 * not worse than the best one seen by more than the tolerance. Nothing is drawn.
 */
final class HalvingStrategy implements Strategy {
    private static final String HALVE = "halve";
    private static final String DROP = "drop";

    private final SearchSpace space;
    private final Function<Genome, Genome> repair;
    private final Genome largest;
    private final double tolerance;
    private final Set<Genome> tried = new HashSet<>();
    private @Nullable Proposal last;

    HalvingStrategy(StrategySetup setup) {
        this.space = setup.space();
        this.repair = setup.repair();
        this.largest = setup.largest();
        this.tolerance = setup.tolerance();
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Generation next(Standings standings) {
        Optional<Proposal> next =
                last == null ? Optional.of(Proposal.of(largest, "largest")) : following(last, standings);
        next.ifPresent(this::remember);
        return new Generation(next.stream().toList(), List.of());
    }

    private void remember(Proposal proposal) {
        tried.add(proposal.genome());
        last = proposal;
    }

    /** The first network, which has no parent, counts as good, so that one that fails does not end all. */
    private Optional<Proposal> following(Proposal before, Standings standings) {
        Genome genome = before.genome();
        if (before.parents().isEmpty() || isGood(genome, standings)) {
            return proposal(genome, HALVE, halved(genome)).or(() -> dropped(genome));
        }
        boolean isDropped = before.operators().contains(DROP);
        return isDropped ? Optional.empty() : dropped(before.parents().get(0));
    }

    private boolean isGood(Genome genome, Standings standings) {
        double lowest = tried.stream()
                .mapToDouble(each -> standings.of(each).excess())
                .min()
                .orElseThrow();
        Standing standing = standings.of(genome);
        return !standing.isFailed() && standing.excess() - lowest <= tolerance;
    }

    private Optional<Proposal> proposal(Genome from, String word, Architecture architecture) {
        Genome genome = repair.apply(new Genome(architecture, space.recipes().chosen(from)));
        return tried.contains(genome)
                ? Optional.empty()
                : Optional.of(new Proposal(genome, List.of(from), List.of(word)));
    }

    private Architecture halved(Genome genome) {
        WidthSpace widths = space.architectures().widths();
        List<Integer> units = genome.architecture().units();
        return genome.architecture()
                .withUnits(widths.fitted(IntStream.range(0, units.size())
                        .mapToObj(layer -> widths.atMost(layer, units.get(layer) / 2))
                        .toList()));
    }

    /** The layers nearest to the output go. */
    private Optional<Proposal> dropped(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return space.architectures()
                .depths()
                .below(layers.size())
                .flatMap(depth -> proposal(genome, DROP, new Architecture(layers.subList(0, depth))));
    }
}
