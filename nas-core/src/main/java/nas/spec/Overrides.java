package nas.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says in place of a search-space file. It is checked by the same rules, but in messages the
 * option stands where the position in the file would.
 *
 * @param settings values that replace or add those of the file, in order
 * @param data the file or folder that {@code --data} names, or {@code null}
 */
public record Overrides(List<Setting> settings, @Nullable Path data) {
    /** Leaves the file as it is. */
    public static final Overrides NONE = new Overrides(List.of(), null);

    /** Copies the list. */
    public Overrides {
        settings = ImmutableList.copyOf(settings);
    }

    /**
     * One value.
     *
     * @param key the full key, such as {@code search.seed}
     * @param text the value as it would stand in the file, without quotes
     * @param label the option that its user knows, such as {@code --seed}
     */
    public record Setting(String key, String text, String label) {
        /** @throws IllegalArgumentException if the key is empty */
        public Setting {
            checkArgument(!key.isEmpty(), "key must not be empty");
        }
    }

    /** Returns a copy with one more value. */
    public Overrides with(String key, String text, String label) {
        ImmutableList.Builder<Setting> more = ImmutableList.builder();
        return new Overrides(
                more.addAll(settings).add(new Setting(key, text, label)).build(), data);
    }

    /** Returns a copy with another file or folder of data. */
    public Overrides withData(Path newData) {
        return new Overrides(settings, newData);
    }

    /** Returns the file or folder that {@code --data} names. */
    public Optional<Path> dataPath() {
        return Optional.ofNullable(data);
    }

    /**
     * Returns a document with these values in it.
     *
     * @throws InvalidInputException if something else than a mapping stands where a value is to be put
     */
    Node.Mapping over(Node.Mapping document) {
        Node.Mapping result = document;
        for (Setting setting : settings) {
            result = new Insertion(setting).into(result);
        }
        return result;
    }

    /** Puts one value in its place. */
    private static final class Insertion {
        private final List<String> keys;
        private final Node.Entry entry;

        Insertion(Setting setting) {
            this.keys = Splitter.on('.').splitToList(setting.key());
            Place place = new Place.Option(setting.label());
            this.entry = new Node.Entry(place, new Node.Scalar(place, setting.text(), false));
        }

        Node.Mapping into(Node.Mapping document) {
            return into(document, 0);
        }

        private Node.Mapping into(Node.Mapping mapping, int depth) {
            String key = keys.get(depth);
            return mapping.with(
                    key,
                    depth == keys.size() - 1 ? entry : nested(mapping.entries().get(key), depth));
        }

        private Node.Entry nested(Node.@Nullable Entry existing, int depth) {
            if (existing == null) {
                Node.Mapping empty = Node.Mapping.empty(entry.place());
                return new Node.Entry(entry.place(), into(empty, depth + 1));
            }
            Node.Mapping mapping = existing.value()
                    .match(
                            scalar -> refuse(scalar, depth),
                            sequence -> refuse(sequence, depth),
                            Node.Mapping.class::cast);
            return new Node.Entry(existing.place(), into(mapping, depth + 1));
        }

        private Node.Mapping refuse(Node node, int depth) {
            String path = String.join(".", keys.subList(0, depth + 1));
            throw entry.place().error(path + " must be a mapping, but was " + node.description());
        }
    }
}
