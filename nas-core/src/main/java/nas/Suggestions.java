package nas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the word that a user probably meant. */
public final class Suggestions {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Suggestions() {}

    /**
     * Returns the allowed word nearest to the one written, ignoring case, if it lies within a third of its length (at
     * least one edit; two letters exchanged are one); of several equally near ones the first in their order.
     */
    public static Optional<String> nearest(String written, Collection<String> allowed) {
        String word = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, word.length() / 3);
        return allowed.stream()
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
