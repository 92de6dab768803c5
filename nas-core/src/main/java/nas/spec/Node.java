package nas.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A part of a YAML document that knows where it was written. */
sealed interface Node {
    /** Returns where this part begins. */
    Place place();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping);

    /** Returns a copy all of which was written at one place. */
    default Node at(Place place) {
        return match(
                scalar -> new Scalar(place, scalar.text(), scalar.isQuoted()),
                sequence -> new Sequence(
                        place,
                        sequence.items().stream().map(item -> item.at(place)).toList()),
                mapping -> new Mapping(
                        place,
                        ImmutableMap.copyOf(Maps.transformValues(
                                mapping.entries(),
                                entry -> new Entry(place, entry.value().at(place))))));
    }

    /** Returns what this is, in words that follow "but was". */
    default String description() {
        return match(Scalar::words, sequence -> "a list", mapping -> "a mapping");
    }

    /**
     * A single value, as it was written: YAML's own idea of its type is never asked for.
     *
     * @param text what was written, without quotes
     * @param isQuoted whether quotes (or the marks of a block) make it a text whatever it looks like
     */
    record Scalar(Place place, String text, boolean isQuoted) implements Node {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Tells whether nothing was written here. */
        boolean isNothing() {
            return !isQuoted && NOTHING.contains(text);
        }

        private String words() {
            if (isNothing()) {
                return "empty";
            }
            return isQuoted ? "the text \"" + Excerpt.of(text) + "\"" : Excerpt.of(text);
        }

        @Override
        public <T> T match(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return scalar.apply(this);
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = ImmutableList.copyOf(items);
        }

        @Override
        public <T> T match(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return sequence.apply(this);
        }
    }

    /** Values by their keys, in the order of the document. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = ImmutableMap.copyOf(entries);
        }

        /** Returns a mapping without entries. */
        static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        /** Tells whether a full key, such as {@code search.seed}, is there. */
        boolean has(String path) {
            int dot = path.indexOf('.');
            Entry entry = entries.get(dot < 0 ? path : path.substring(0, dot));
            return entry != null
                    && (dot < 0
                            || entry.value()
                                    .match(
                                            scalar -> false,
                                            sequence -> false,
                                            mapping -> mapping.has(path.substring(dot + 1))));
        }

        /** Returns a copy with one more entry, or another one in the place of that with the same key. */
        Mapping with(String key, Entry entry) {
            Map<String, Entry> copy = new LinkedHashMap<>(entries);
            copy.put(key, entry);
            return new Mapping(place, copy);
        }

        @Override
        public <T> T match(Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Mapping, T> mapping) {
            return mapping.apply(this);
        }
    }

    /**
     * What a key of a mapping stands for.
     *
     * @param place where the key begins
     * @param value what it stands for
     */
    record Entry(Place place, Node value) {}
}
