package nas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the word that a user probably meant. */
public final class Suggestions {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    /** Longer texts are no words; to compare them costs the square of their length. */
    private static final int LONGEST = 100;

    private Suggestions() {}

    /**
     * Returns the allowed word nearest to the one written, ignoring case, if it lies within a third of its length (at
     * least one edit; two letters exchanged are one); of several equally near ones the first in their order.
     */
    public static Optional<String> nearest(String written, Collection<String> allowed) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String word = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, word.length() / 3);
        return allowed.stream()
                .filter(each -> Math.abs(each.length() - word.length()) <= limit)
                .filter(each -> distance(word, each) <= limit)
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    /** Returns {@code "; did you mean 'x'?"} where a word is near enough, else an empty string. */
    public static String didYouMean(String written, Collection<String> allowed) {
        return nearest(written, allowed)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    private static int distance(String word, String other) {
        return DISTANCE.apply(word, other.toLowerCase(Locale.ROOT));
    }
}
