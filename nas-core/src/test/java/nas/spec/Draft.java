package nas.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A document that can be changed to what no document should be: keys twice, anything for a value. */
final class Draft {
    private final List<Key> keys = new ArrayList<>();

    /** A key and what stands for its value: text as it is, or another draft. */
    static final class Key {
        private final String name;
        private final Object value;

        Key(String name, Object value) {
            this.name = name;
            this.value = value;
        }

        boolean isNamed(String other) {
            return name.equals(other);
        }

        Key named(String other) {
            return new Key(other, value);
        }

        Key with(Object other) {
            return new Key(name, other);
        }

        Object value() {
            return value;
        }
    }

    /** Returns the draft of a document. */
    static Draft of(Node.Mapping mapping) {
        Draft draft = new Draft();
        mapping.entries().forEach((name, entry) -> draft.keys.add(new Key(flow(scalar(name)), value(entry.value()))));
        return draft;
    }

    private static Object value(Node node) {
        return node.match(Draft::scalar, sequence -> flow(list(sequence)), Draft::of);
    }

    private static String list(Node.Sequence sequence) {
        return sequence.items().stream().map(item -> flow(value(item))).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Object scalar(String text) {
        return text.matches("[\\w.]+") ? text : scalar(new Node.Scalar(new Place.Option(""), text, true));
    }

    private static Object scalar(Node.Scalar scalar) {
        return scalar.isQuoted() ? "'" + scalar.text().replace("'", "''") + "'" : scalar.text();
    }

    private static String flow(Object value) {
        return value instanceof Draft draft
                ? draft.keys.stream()
                        .map(key -> key.name + ": " + flow(key.value))
                        .collect(Collectors.joining(", ", "{", "}"))
                : value.toString();
    }

    /** Returns the keys, which may be changed. */
    List<Key> keys() {
        return keys;
    }

    /** Returns this draft and all in it. */
    List<Draft> all() {
        List<Draft> all = new ArrayList<>();
        all.add(this);
        for (Key key : keys) {
            if (key.value instanceof Draft draft) {
                all.addAll(draft.all());
            }
        }
        return all;
    }

    /** Returns the text of the document, a key a line. */
    String yaml() {
        StringBuilder yaml = new StringBuilder();
        write(yaml, "");
        return yaml.toString();
    }

    private void write(StringBuilder yaml, String indent) {
        for (Key key : keys) {
            yaml.append(indent).append(key.name).append(':');
            if (key.value instanceof Draft draft && !draft.keys.isEmpty()) {
                yaml.append('\n');
                draft.write(yaml, indent + "  ");
            } else {
                yaml.append(' ').append(flow(key.value)).append('\n');
            }
        }
    }
}
