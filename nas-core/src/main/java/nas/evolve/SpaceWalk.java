package nas.evolve;

import static com.google.common.collect.Iterators.concat;
import static com.google.common.collect.Iterators.filter;
import static com.google.common.collect.Iterators.transform;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.SearchSpace;

/**
 * Every genome of a space that needs no repair, once each: from shallow to deep, then from narrow to wide, then by layers' other
 * choices, then by recipe. As repair is idempotent, these are all that any genome is repaired to. Holds one genome at a time,
 * so spaces may be of any size.
 */
final class SpaceWalk {
    private final SearchSpace space;
    private final UnaryOperator<Genome> repair;

    private SpaceWalk(SearchSpace space, UnaryOperator<Genome> repair) {
        this.space = space;
        this.repair = repair;
    }

    /** Begins a walk. */
    static Iterator<Genome> of(SearchSpace space, UnaryOperator<Genome> repair) {
        SpaceWalk walk = new SpaceWalk(space, repair);
        RecipeWalk recipes = new RecipeWalk(space.recipes());
        return concat(transform(walk.architectures(), recipes::of));
    }

    private Iterator<Architecture> architectures() {
        ArchitectureSpace choices = space.architectures();
        Iterator<List<Integer>> widths = concat(transform(
                choices.depths().rungs().iterator(),
                depth -> new WidthWalk(choices.widths(), depth, this::isAdmitted)));
        return filter(concat(transform(widths, this::architectures)), this::isFit);
    }

    private boolean isFit(Architecture architecture) {
        return repair.apply(new Genome(architecture, space.recipes().usual()))
                .architecture()
                .equals(architecture);
    }

    /** Tells whether the lightest network of some widths keeps them; where identity layers may collapse, none is refused. */
    private boolean isAdmitted(List<Integer> units) {
        Optional<Activation> light = space.architectures().activations().rungs().stream()
                .filter(activation -> activation != Activation.PRELU && activation != Activation.IDENTITY)
                .findFirst();
        return light.isEmpty() || isFit(lightest(units, light.get()));
    }

    private Architecture lightest(List<Integer> units, Activation activation) {
        ArchitectureSpace choices = space.architectures();
        boolean batchNorm = !choices.batchNorms().rungs().contains(false);
        HiddenLayer layer = choices.variants(1, activation, batchNorm).get(0);
        return new Architecture(units.stream().map(layer::withUnits).toList());
    }

    private Iterator<Architecture> architectures(List<Integer> units) {
        if (units.isEmpty()) {
            return List.of(Architecture.LINEAR).iterator();
        }
        return concat(transform(
                groups().iterator(),
                group -> transform(
                        Odometer.of(Collections.nCopies(units.size(), group)),
                        layers -> new Architecture(layers).withUnits(units))));
    }

    /** Layers of one unit that may stand in one network. */
    private List<List<HiddenLayer>> groups() {
        ArchitectureSpace choices = space.architectures();
        List<Activation> activations = choices.activations().rungs();
        return choices.batchNorms().rungs().stream()
                .flatMap(batchNorm -> (choices.isActivationShared()
                                ? activations.stream().map(List::of)
                                : List.of(activations).stream())
                        .map(together -> together.stream()
                                .flatMap(activation -> choices.variants(1, activation, batchNorm).stream())
                                .toList()))
                .toList();
    }
}
