package nas.spec;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What one key of a search space stands for, and the checks that turn it into a value. Every check throws a
 * {@link Problem} that names the full key, the rule, what was written and where.
 *
 * @param path the full key, such as {@code space.units.min}
 * @param place where the key was written
 * @param node what it stands for
 * @param problems where those go that do not end the reading of this value
 */
record Value(String path, Place place, Node node, Problems problems) {
    private static final String SHARE = "a share such as 2% or 0.02";

    /** Returns what was written as one line of text, quoted or not. */
    String text() {
        String text = scalar("text").text();
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw mustBe("one line of text");
        }
        return text;
    }

    /** Returns the name of something in a table, which may hold anything, line breaks too, but not nothing. */
    String name() {
        String name = scalar("text").text();
        if (name.isBlank()) {
            throw mustBe("a name");
        }
        return name;
    }

    /** Returns what one of several words stands for. */
    <E> E choice(Map<String, E> words) {
        String rule = oneOf(words.keySet());
        return wordOf(words, scalar(rule).text(), rule);
    }

    /** Returns what one of several words stands for, which must not stand in quotes. */
    <E> E plainChoice(Map<String, E> words) {
        String rule = oneOf(words.keySet());
        return wordOf(words, plain(rule, text -> true), rule);
    }

    /**
     * Returns the section that a value is if it is a mapping with some of these keys, or what looks like one of them; else
     * empty, for values that may also be something else, such as a range.
     */
    Optional<Section> section(String... keys) {
        List<String> known = List.of(keys);
        boolean isSection = node.match(
                scalar -> false,
                sequence -> false,
                mapping -> mapping.entries().keySet().stream()
                        .anyMatch(key ->
                                known.contains(key) || Meant.word(key, known).isPresent()));
        return isSection ? Optional.of(Section.of(this, keys)) : Optional.empty();
    }

    /** Returns what a word stands for, or refuses it by another rule and with the nearest word. */
    <E> E wordOf(Map<String, E> words, String word, String rule) {
        E meaning = words.get(word);
        if (meaning == null) {
            throw problem(rule(rule) + Meant.hint(word, words.keySet()));
        }
        return meaning;
    }

    /** Returns an integer of a range. */
    long integer(Range<Long> range) {
        String text = plain("an integer", NumberText::isInteger, this::integerHint);
        long value = NumberText.integer(text);
        if (!range.contains(value)) {
            throw mustBe(violated(range, value));
        }
        if (NumberText.isOverflow(text)) {
            throw mustBe((value < 0 ? ">= " : "<= ") + value);
        }
        return value;
    }

    /** Returns how many of something there are: an integer from 1 on that an {@code int} can hold. */
    int count() {
        return (int) integer(Range.closed(1L, (long) Integer.MAX_VALUE));
    }

    /** Returns a number of a range. */
    double real(Range<Double> range) {
        return within(range, NumberText.real(plain("a number", NumberText::isReal)));
    }

    /** Returns a number of a range that may be written as a percentage. */
    double share(Range<Double> range) {
        return share(range, SHARE);
    }

    /** Returns a share above 0 and of at most 1 that may be written as a fraction, quoted or not, else refuses it by a rule. */
    double fraction(String rule) {
        Range<Double> range = Range.openClosed(0.0, 1.0);
        boolean isFraction =
                node.match(scalar -> NumberText.isFraction(scalar.text()), sequence -> false, mapping -> false);
        return isFraction ? within(range, NumberText.fraction(scalar(rule).text())) : share(range, rule);
    }

    private double share(Range<Double> range, String rule) {
        String text = plain(rule, written -> NumberText.isReal(written) || NumberText.isPercentage(written));
        boolean isReal = NumberText.isReal(text);
        double share = isReal ? NumberText.real(text) : NumberText.percentage(text);
        boolean isPercentage = isReal && NumberText.isPercentage(text + "%"); // not so 1e1
        if (isPercentage && share > 1 && range.contains(NumberText.percentage(text))) {
            throw problem(rule(violated(range, share)) + "; did you mean '" + text + "%'?");
        }
        return within(range, share);
    }

    /** Tells whether this is a scalar without quotes whose text is of some form. */
    boolean isPlain(Predicate<String> form) {
        return node.match(
                scalar -> !scalar.isQuoted() && form.test(scalar.text()), sequence -> false, mapping -> false);
    }

    /** Returns the values of a list. */
    List<Value> items(Node.Sequence sequence) {
        return sequence.items().stream()
                .map(item -> new Value(path, item.place(), item, problems))
                .toList();
    }

    /** Returns the values of a list, each with its place in it, from 0, behind the key. */
    List<Value> numbered(Node.Sequence sequence) {
        return IntStream.range(0, sequence.items().size())
                .mapToObj(i -> numbered(i, sequence.items().get(i)))
                .toList();
    }

    private Value numbered(int index, Node item) {
        return new Value(path + "[" + index + "]", item.place(), item, problems);
    }

    /** Returns what was read, unless there were problems: one of them is thrown, and the others are noted. */
    <T> T unless(List<Problem> found, T read) {
        if (found.isEmpty()) {
            return read;
        }
        found.subList(1, found.size()).forEach(problems::add);
        throw found.get(0);
    }

    /** Returns the names in a list, at least one, none twice. */
    List<String> names(Node.Sequence sequence) {
        Set<String> names = new LinkedHashSet<>();
        for (Value item : items(sequence)) {
            if (!names.add(item.name())) {
                throw item.problem("has " + item.node().description() + " twice");
            }
        }
        if (names.isEmpty()) {
            throw problem("is an empty list: it needs at least one value");
        }
        return ImmutableList.copyOf(names);
    }

    /** Returns the scalar that this is. */
    Node.Scalar scalar(String rule) {
        Function<Node, Node.Scalar> refuse = other -> {
            throw mustBe(rule);
        };
        return node.match(scalar -> scalar.isNothing() ? refuse.apply(scalar) : scalar, refuse::apply, refuse::apply);
    }

    /** Returns the problem that this value is not what a rule asks for. */
    Problem mustBe(String rule) {
        return problem(rule(rule));
    }

    /** Returns a problem with this value: the full key and what is to be said of it. */
    Problem problem(String saying) {
        return new Problem(node.place(), Excerpt.of(path) + " " + saying);
    }

    /** Returns the rule that a value is one of some words. */
    static String oneOf(Collection<String> words) {
        return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
    }

    private String plain(String rule, Predicate<String> form) {
        return plain(rule, form, () -> "");
    }

    private String plain(String rule, Predicate<String> form, Supplier<String> hint) {
        if (!isPlain(form)) {
            throw problem(rule(rule) + quotesHint(form) + hint.get());
        }
        return scalar(rule).text();
    }

    /** Returns {@code "; leave out the quotes"} where that is all that is wrong, else an empty string. */
    String quotesHint(Predicate<String> form) {
        boolean isOnlyQuoted =
                node.match(scalar -> scalar.isQuoted() && form.test(scalar.text()), list -> false, mapping -> false);
        return isOnlyQuoted ? "; leave out the quotes" : "";
    }

    /** Returns the integer that a number such as {@code 1e5} is, as a question, else an empty string. */
    private String integerHint() {
        return node.match(
                scalar -> isPlain(NumberText::isReal) ? Meant.integer(scalar.text()) : "", list -> "", mapping -> "");
    }

    private double within(Range<Double> range, double value) {
        if (Double.isInfinite(value)) {
            throw mustBe("a finite number");
        }
        if (!range.contains(value)) {
            throw mustBe(isPlain(NumberText::isPercentage) ? violatedInPercent(range, value) : violated(range, value));
        }
        return value;
    }

    private static String violatedInPercent(Range<Double> range, double share) {
        Range<Double> percent = Range.range(
                range.lowerEndpoint() * 100,
                range.lowerBoundType(),
                range.upperEndpoint() * 100,
                range.upperBoundType());
        return violated(percent, share * 100) + "%";
    }

    /** Returns a rule and what was written instead. */
    String rule(String rule) {
        return "must be " + rule + ", but was " + node.description();
    }

    private static <C extends Comparable<?>> String violated(Range<C> range, C value) {
        if (range.hasLowerBound()
                && !Range.downTo(range.lowerEndpoint(), range.lowerBoundType()).contains(value)) {
            return (range.lowerBoundType() == BoundType.CLOSED ? ">= " : "> ") + bound(range.lowerEndpoint());
        }
        return (range.upperBoundType() == BoundType.CLOSED ? "<= " : "< ") + bound(range.upperEndpoint());
    }

    private static String bound(Object endpoint) {
        String text = endpoint.toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
