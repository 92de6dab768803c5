package nas.spec;

import com.google.common.base.Splitter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.Suggestions;

/** Finds what a user probably meant: the key or word that other tools call so, or the nearest; several values, not one. */
final class Meant {
    private static final Splitter COMMAS = Splitter.on(',').trimResults();
    private static final List<String> BETWEEN = List.of("...", "..", " to ", ":", "\u2013", "-");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?0,[0-9]{1,20}");

    /** Larger numbers are no integers that somebody meant. */
    private static final double MOST = 1e15;

    /** Longer texts are no lists that somebody wrote without brackets. */
    private static final int LONGEST = 60;

    private Meant() {}

    /** Returns the allowed word that was probably meant. */
    static Optional<String> word(String written, Collection<String> allowed) {
        return Synonyms.of(written, allowed).or(() -> Suggestions.nearest(written, allowed));
    }

    /** Returns {@code "; did you mean 'x'?"} where a word is likely, else an empty string. */
    static String hint(String written, Collection<String> allowed) {
        return word(written, allowed).map(Meant::question).orElse("");
    }

    /** Returns {@code "; did you mean '[4, 8]'?"} where a text is a list without its brackets, else an empty string. */
    static String list(String text, Predicate<String> isItem) {
        boolean isList = text.length() <= LONGEST
                && text.contains(",")
                && COMMAS.splitToStream(text).allMatch(isItem);
        return isList ? question("[" + String.join(", ", COMMAS.split(text)) + "]") : "";
    }

    /**
     * Returns {@code "; did you mean '{min: 4, max: 8}'?"} where a text is a range of numbers in another way of writing,
     * a list where it is one without its brackets, a number where it has a comma for its point, else an empty string.
     */
    static String numbers(String text) {
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return question(text.replace(',', '.'));
        }
        return BETWEEN.stream()
                .flatMap(between -> range(text.length() <= LONGEST ? text : "", between))
                .findFirst()
                .orElseGet(() -> list(text, NumberText::isNumber));
    }

    /** Returns the ranges that a text is if some of what may stand between numbers does so in it: none or one. */
    private static Stream<String> range(String text, String between) {
        return IntStream.range(1, text.length())
                .filter(i -> text.startsWith(between, i))
                .mapToObj(i -> List.of(
                        text.substring(0, i).strip(),
                        text.substring(i + between.length()).strip()))
                .filter(ends -> ends.stream().allMatch(NumberText::isNumber))
                .map(ends -> question("{min: " + ends.get(0) + ", max: " + ends.get(1) + "}"));
    }

    /** Returns {@code "; did you mean '100000'?"} where a number such as {@code 1e5} is an integer, else an empty string. */
    static String integer(String real) {
        double number = NumberText.real(real);
        return number == Math.rint(number) && Math.abs(number) < MOST ? question(String.valueOf((long) number)) : "";
    }

    private static String question(String meant) {
        return "; did you mean '" + meant + "'?";
    }
}
