package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nas.space.Ladder;
import nas.space.Ladder.Scale;
import org.jspecify.annotations.Nullable;

/** Reads the values that a choice may take: one value, a list of them, or a range. */
final class Ladders {
    private static final Range<Long> STEPS = Range.closed(2L, 1_000L);
    private static final ImmutableMap<String, Scale> SCALES = ImmutableMap.of("linear", Scale.LINEAR, "log", Scale.LOG);

    private Ladders() {}

    /** Returns integers, ascending, each within bounds. */
    static Ladder<Integer> integers(Value value, Range<Long> bounds) {
        Numbers<Integer> numbers = new Numbers<>(
                "an integer",
                item -> (int) item.integer(bounds),
                bounds.lowerEndpoint().intValue(),
                Ladders::integers);
        return numbers.read(value);
    }

    /** Returns numbers, ascending, each within bounds; they may be written as percentages. */
    static Ladder<Double> shares(Value value, Range<Double> bounds) {
        return new Numbers<>("a number", item -> item.share(bounds), bounds.lowerEndpoint(), Ladders::reals)
                .read(value);
    }

    /** Returns numbers, ascending, each within bounds; percentages are refused. */
    static Ladder<Double> reals(Value value, Range<Double> bounds) {
        return new Numbers<>("a number", item -> item.real(bounds), bounds.lowerEndpoint(), Ladders::reals).read(value);
    }

    /**
     * Numbers of one kind.
     *
     * @param what what one is called
     * @param reader reads one
     * @param standIn stands in for a range that cannot be read
     * @param ladder makes a range
     */
    private record Numbers<T extends Number & Comparable<T>>(
            String what, Function<Value, T> reader, T standIn, Function<Span<T>, Ladder<T>> ladder) {
        Ladder<T> read(Value value) {
            return value.node()
                    .match(
                            scalar -> single(value, what, reader),
                            sequence -> ascending(value.items(sequence), value, reader),
                            mapping -> range(value, reader, standIn, ladder));
        }
    }

    /** Returns what words stand for, in the order of the file. */
    static <E> Ladder<E> words(Value value, Map<String, E> words) {
        return words(value, words, item -> item.choice(words));
    }

    /** Returns what words without quotes stand for, in the order of the file. */
    static <E> Ladder<E> plainWords(Value value, Map<String, E> words) {
        return words(value, words, item -> item.plainChoice(words));
    }

    private static <E> Ladder<E> words(Value value, Map<String, E> words, Function<Value, E> reader) {
        String rule = Value.oneOf(words.keySet());
        return value.node()
                .match(
                        scalar -> {
                            String several = Meant.list(scalar.text(), words::containsKey);
                            if (!several.isEmpty()) {
                                throw value.problem(value.rule("a list of words or " + rule) + several);
                            }
                            return new Ladder<>(List.of(reader.apply(value)));
                        },
                        sequence -> distinct(value.items(sequence), value, reader),
                        mapping -> {
                            throw value.mustBe("a list of words or " + rule);
                        });
    }

    private static <T> Ladder<T> single(Value value, String what, Function<Value, T> reader) {
        if (!value.isPlain(NumberText::isNumber)) {
            throw noNumber(value, what + ", a list or a range");
        }
        return new Ladder<>(List.of(reader.apply(value)));
    }

    /** Returns the problem that a value is neither a number nor several, and how several of them are written. */
    static Problem noNumber(Value value, String rule) {
        String several = value.node().match(scalar -> Meant.numbers(scalar.text()), sequence -> "", mapping -> "");
        return value.problem(value.rule(rule) + value.quotesHint(NumberText::isNumber) + several);
    }

    private static <T extends Comparable<T>> Ladder<T> ascending(
            List<Value> items, Value list, Function<Value, T> reader) {
        return new Ladder<>(
                distinct(items, list, reader).rungs().stream().sorted().toList());
    }

    private static <T> Ladder<T> distinct(List<Value> items, Value list, Function<Value, T> reader) {
        if (items.isEmpty()) {
            throw list.problem("is an empty range: a list needs at least one value");
        }
        Set<T> values = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (Value item : items) {
            try {
                if (!values.add(reader.apply(item))) {
                    throw item.problem("has " + item.node().description() + " twice");
                }
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return new Ladder<>(List.copyOf(list.unless(problems, values)));
    }

    private static <T extends Number & Comparable<T>> Ladder<T> range(
            Value value, Function<Value, T> reader, T standIn, Function<Span<T>, Ladder<T>> ladder) {
        Section section = Section.of(value, "min", "max", "scale", "steps");
        Scale scale = section.read("scale", Scale.LINEAR, word -> word.choice(SCALES));
        T min = section.require("min", standIn, least -> onScale(scale, least, reader));
        T max = section.require("max", standIn, reader);
        Integer steps =
                section.find("steps", number -> (int) number.integer(STEPS)).orElse(null);
        if (!section.isClean()) {
            return new Ladder<>(List.of(standIn));
        }
        if (min.compareTo(max) > 0) {
            throw value.problem("is an empty range: min " + min + " > max " + max);
        }
        return ladder.apply(new Span<>(value, min, max, scale, steps));
    }

    private static <T extends Number> T onScale(Scale scale, Value value, Function<Value, T> reader) {
        T number = reader.apply(value);
        if (scale == Scale.LOG && number.doubleValue() == 0) {
            throw value.mustBe("> 0 on a log scale");
        }
        return number;
    }

    private static Ladder<Integer> integers(Span<Integer> span) {
        return span.steps == null
                ? Ladder.integers(span.min, span.max, span.scale)
                : Ladder.integers(span.min, span.max, span.scale, span.steps);
    }

    private static Ladder<Double> reals(Span<Double> span) {
        int steps = span.steps == null ? Ladder.REAL_STEPS : span.steps;
        try {
            Ladder<Double> ladder = Ladder.reals(span.min, span.max, span.scale, steps);
            if (Ladder.isAscending(ladder)) {
                return ladder;
            }
        } catch (IllegalArgumentException e) {
            // Neighbours fall together: the same complaint as below.
        }
        throw span.value.problem("has min and max too close together, or too far apart, for " + steps + " values");
    }

    /** A range with its ends checked; {@code steps} is {@code null} where the file does not say how many values. */
    private record Span<T>(
            Value value,
            T min,
            T max,
            Scale scale,
            @Nullable Integer steps) {}
}
