package nas.evolve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.SearchSpace;

/**
 * What practitioners do by hand, one network a generation: the largest one, then all widths halved as long as it stays good
 * enough, then a layer less with the last good widths, and halved again; it ends where neither works. Good enough is who is
 * not worse than the best one seen by more than the tolerance. Nothing is drawn.
 */
final class HalvingStrategy implements Strategy {
    private final SearchSpace space;
    private final Function<Genome, Genome> repair;
    private final Genome largest;
    private final double tolerance;
    private final Set<Genome> tried = new HashSet<>();
    private Optional<Proposal> candidate = Optional.empty();
    private Optional<Genome> good = Optional.empty();
    private boolean isDropTried;
    private boolean isOver;

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
        if (isOver) {
            return Generation.NONE;
        }
        candidate = candidate.isEmpty() ? Optional.of(Proposal.of(largest, "largest")) : following(standings);
        isOver = candidate.isEmpty();
        candidate.ifPresent(proposal -> tried.add(proposal.genome()));
        return new Generation(candidate.stream().toList(), List.of());
    }

    /** The first network counts as good, so that one that fails does not end all. */
    private Optional<Proposal> following(Standings standings) {
        Genome last = candidate.orElseThrow().genome();
        boolean isGood = good.isEmpty() || isGood(last, standings);
        Genome from = isGood ? last : good.orElseThrow();
        good = Optional.of(from);
        Optional<Proposal> halved = isGood ? proposal(from, "halve", halved(from)) : Optional.empty();
        if (halved.isPresent()) {
            isDropTried = false;
            return halved;
        }
        if (!isGood && isDropTried) {
            return Optional.empty();
        }
        isDropTried = true;
        return dropped(from).flatMap(architecture -> proposal(from, "drop", architecture));
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
        Architecture architecture = genome.architecture();
        List<Integer> units = architecture.units();
        return architecture.withUnits(space.architectures()
                .widths()
                .fitted(IntStream.range(0, units.size())
                        .mapToObj(layer -> half(space.architectures().widths().of(layer), units.get(layer)))
                        .toList()));
    }

    /** The widest that is at most half as wide, else the narrowest. */
    private static int half(Ladder<Integer> ladder, int units) {
        return ladder.rungs().stream()
                .filter(rung -> rung <= units / 2)
                .reduce((narrower, wider) -> wider)
                .orElse(ladder.first());
    }

    /** The layers nearest to the output go. */
    private Optional<Architecture> dropped(Genome genome) {
        ArchitectureSpace choices = space.architectures();
        List<HiddenLayer> layers = genome.architecture().layers();
        return choices.depths().below(layers.size()).map(depth -> new Architecture(layers.subList(0, depth)));
    }
}
