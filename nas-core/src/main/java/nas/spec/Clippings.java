package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nas.space.Clipping;
import nas.space.Ladder;

/** Reads {@code training.clipping}: how large a gradient may be. */
final class Clippings {
    private static final String RULE = "none, {value: 1}, {norm: 1} or a list of those";
    private static final Range<Double> THRESHOLDS = Range.greaterThan(0.0);
    private static final ImmutableMap<String, Clipping.Kind> KINDS =
            ImmutableMap.of("value", Clipping.Kind.VALUE, "norm", Clipping.Kind.NORM);

    private Clippings() {}

    /** Returns the choices in the order of the file. */
    static Ladder<Clipping> read(Value value) {
        List<Clipping> all =
                value.node().match(scalar -> one(value), sequence -> several(value, sequence), mapping -> one(value));
        if (all.stream().distinct().count() < all.size()) {
            throw value.problem("has one of its choices twice");
        }
        return all.isEmpty() ? Ladder.of(Clipping.NONE) : new Ladder<>(all); // empty where a problem was noted
    }

    private static List<Clipping> several(Value value, Node.Sequence sequence) {
        if (sequence.items().isEmpty()) {
            throw value.problem("is an empty list: it needs at least one value");
        }
        return value.items(sequence).stream()
                .flatMap(item -> one(item).stream())
                .toList();
    }

    private static List<Clipping> one(Value value) {
        return value.node()
                .match(
                        scalar -> List.of(value.wordOf(
                                ImmutableMap.of(RecipeSection.NONE, Clipping.NONE),
                                value.scalar(RULE).text(),
                                RULE)),
                        sequence -> {
                            throw value.mustBe(RULE);
                        },
                        mapping -> limits(value));
    }

    private static List<Clipping> limits(Value value) {
        Section section = Section.of(value, "value", "norm");
        Map<Clipping.Kind, Ladder<Double>> thresholds = new EnumMap<>(Clipping.Kind.class);
        KINDS.forEach((word, kind) -> section.find(word, item -> Ladders.reals(item, THRESHOLDS))
                .ifPresent(found -> thresholds.put(kind, found)));
        if (!section.isClean()) {
            return List.of(); // what stands in for a range that cannot be read is no threshold
        }
        if (thresholds.isEmpty()) {
            throw value.mustBe(RULE);
        }
        return thresholds.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().rungs().stream().map(threshold -> new Clipping(entry.getKey(), threshold)))
                .toList();
    }
}
