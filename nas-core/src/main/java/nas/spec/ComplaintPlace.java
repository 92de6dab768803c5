package nas.spec;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nas.data.Quoted;

/**
 * Finds where the key was written that a complaint is about.
 *
 * @param complaint a message that begins with a full key, such as {@code data.columns.zip must be …} or, where there are
 *     lists, {@code start[0][1].units must be …}
 */
record ComplaintPlace(String complaint) {
    private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,9})](.*)", Pattern.DOTALL);

    /**
     * Returns the place of the key, or of what comes nearest to it: the last one on the way to it that is there, and
     * there the one that the complaint quotes as what was written.
     */
    Optional<Place> in(Node.Mapping document) {
        return in(document, complaint);
    }

    /** Keys may hold dots and blanks, so that the longest one counts with which the rest of the complaint begins. */
    private Optional<Place> in(Node.Mapping mapping, String rest) {
        return mapping.entries().keySet().stream()
                .filter(key -> begins(rest, key))
                .max(Comparator.comparingInt(String::length))
                .flatMap(key -> Optional.ofNullable(mapping.entries().get(key))
                        .map(entry -> place(entry.value(), entry.place(), rest.substring(key.length()))));
    }

    private static boolean begins(String rest, String key) {
        return rest.equals(key) || Stream.of(".", " ", "[").anyMatch(next -> rest.startsWith(key + next));
    }

    /** @param beginning where what stands for this node begins: its key, or itself */
    private Place place(Node node, Place beginning, String rest) {
        return node.match(
                Node::place,
                sequence -> item(sequence, rest).or(() -> quoted(sequence)).orElse(sequence.place()),
                mapping -> below(mapping, rest).orElse(beginning));
    }

    private Optional<Place> item(Node.Sequence sequence, String rest) {
        Matcher index = INDEX.matcher(rest);
        if (!index.matches()) {
            return Optional.empty();
        }
        return sequence.items().stream()
                .skip(Integer.parseInt(index.group(1)))
                .findFirst()
                .map(item -> place(item, item.place(), index.group(2)));
    }

    private Optional<Place> below(Node.Mapping mapping, String rest) {
        return rest.startsWith(".") ? in(mapping, rest.substring(1)) : quoted(mapping);
    }

    private Optional<Place> quoted(Node.Mapping mapping) {
        return mapping.entries().entrySet().stream()
                .filter(entry -> isQuoted(entry.getKey()))
                .map(entry -> entry.getValue().place())
                .findFirst();
    }

    private Optional<Place> quoted(Node.Sequence sequence) {
        return sequence.items().stream()
                .filter(item -> item.match(scalar -> isQuoted(scalar.text()), list -> false, mapping -> false))
                .map(Node::place)
                .findFirst();
    }

    private boolean isQuoted(String text) {
        return complaint.contains(" was " + Quoted.text(text));
    }
}
