package nas.spec;

import java.util.Collection;
import java.util.Optional;
import nas.Suggestions;

/** Finds the key or word that a user probably meant: what other tools' one is called here, or the nearest. */
final class Meant {
    private Meant() {}

    /** Returns the allowed word that was probably meant. */
    static Optional<String> word(String written, Collection<String> allowed) {
        return Synonyms.of(written, allowed).or(() -> Suggestions.nearest(written, allowed));
    }

    /** Returns {@code "; did you mean 'x'?"} where a word is likely, else an empty string. */
    static String hint(String written, Collection<String> allowed) {
        return word(written, allowed)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }
}
