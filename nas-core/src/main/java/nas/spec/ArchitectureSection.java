package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.Optional;
import nas.space.Activation;
import nas.space.DropoutChoice;
import nas.space.Ladder;
import nas.space.Shape;
import nas.spec.ArchitectureChoice.Activations;
import nas.spec.ArchitectureChoice.Units;
import org.jspecify.annotations.Nullable;

/** Reads {@code space}: what networks may look like. */
final class ArchitectureSection {
    static final ImmutableMap<String, Activation> ACTIVATIONS =
            Maps.uniqueIndex(Arrays.asList(Activation.values()), Activation::word);
    private static final ImmutableMap<String, DropoutChoice> DROPOUT_KINDS =
            Maps.uniqueIndex(Arrays.asList(DropoutChoice.values()), DropoutChoice::word);
    private static final ImmutableMap<String, Shape> SHAPES =
            Maps.uniqueIndex(Arrays.asList(Shape.values()), Shape::word);
    private static final ImmutableMap<String, Boolean> BOOLEANS = ImmutableMap.of("true", true, "false", false);

    static final Range<Long> DEPTHS = Range.closed(0L, 16L);
    static final Range<Long> UNITS = Range.closed(1L, 65_536L);
    static final Range<Double> DROPOUTS = Range.closedOpen(0.0, 1.0);

    private static final Units ONE_UNIT = new Units(Ladder.of(1), Ladder.of(1));

    private final Section section;

    private ArchitectureSection(Section section) {
        this.section = section;
    }

    /** Reads what a file says about what networks look like. */
    static ArchitectureChoice read(Section file) {
        return new ArchitectureSection(file.section(
                        "space", "layers", "units", "shape", "activation", "dropout", "dropout_kind", "batch_norm"))
                .choice();
    }

    private ArchitectureChoice choice() {
        Ladder<Integer> depths =
                section.find("layers", value -> Ladders.integers(value, DEPTHS)).orElse(null);
        Shape shape = section.find("shape", value -> value.choice(SHAPES)).orElse(null);
        return new ArchitectureChoice(
                depths,
                units(depths, shape),
                shape,
                section.find("activation", ArchitectureSection::activations).orElse(null),
                section.find("dropout", value -> Ladders.shares(value, DROPOUTS))
                        .orElse(null),
                section.find("dropout_kind", value -> Ladders.words(value, DROPOUT_KINDS))
                        .orElse(null),
                section.find("batch_norm", value -> Ladders.plainWords(value, BOOLEANS))
                        .orElse(null));
    }

    /** Without hidden layers there is nothing to choose. */
    private @Nullable Units units(@Nullable Ladder<Integer> depths, @Nullable Shape shape) {
        boolean isLinear = depths != null && depths.last() == 0;
        return section.find("units", value -> hasSecond(depths) ? fitting(units(value), shape, value) : units(value))
                .orElse(isLinear ? ONE_UNIT : null);
    }

    /** Tells whether some network has a second layer; how many there are is chosen later where the file does not say. */
    private boolean hasSecond(@Nullable Ladder<Integer> depths) {
        return depths == null ? !section.has("layers") : depths.last() > 1;
    }

    private static Units units(Value value) {
        Optional<Section> parts = value.section("first", "rest");
        if (parts.isEmpty()) {
            Ladder<Integer> units = Ladders.integers(value, UNITS);
            return new Units(units, units);
        }
        Section section = parts.get();
        return new Units(
                section.require("first", ONE_UNIT.first(), part -> Ladders.integers(part, UNITS)),
                section.require("rest", ONE_UNIT.rest(), part -> Ladders.integers(part, UNITS)));
    }

    private static Units fitting(Units units, @Nullable Shape shape, Value value) {
        if (shape == Shape.RECTANGLE && !units.first().equals(units.rest())) {
            throw value.problem("must have the same first and rest where space.shape is rectangle");
        }
        if (shape == Shape.FUNNEL && units.rest().first() > units.first().last()) {
            throw value.problem(
                    "must have some rest that is no wider than first where space.shape is funnel, but first is <= "
                            + units.first().last() + " and rest >= "
                            + units.rest().first());
        }
        return units;
    }

    private static Activations activations(Value value) {
        Optional<Section> parts = value.section("shared");
        return parts.map(section -> new Activations(
                        section.require("shared", Ladder.of(Activation.RELU), part -> Ladders.words(part, ACTIVATIONS)),
                        true))
                .orElseGet(() -> new Activations(Ladders.words(value, ACTIVATIONS), false));
    }
}
