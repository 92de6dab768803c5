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
     * @param texts the value as it would stand in the file, or several of them for a list
     * @param form how it is written
     * @param label the option that its user knows, such as {@code --seed}
     */
    public record Setting(String key, List<String> texts, Form form, String label) {
        /** How a value is written. */
        public enum Form {
            /** As a scalar that is read as what it looks like. */
            PLAIN,
            /** As a text whatever it looks like, as if in quotes. */
            QUOTED,
            /** As YAML: a scalar, a list or a mapping. */
            YAML
        }

        /** @throws IllegalArgumentException if the key is empty, or there is no text */
        public Setting {
            texts = ImmutableList.copyOf(texts);
            checkArgument(!key.isEmpty(), "key must not be empty");
            checkArgument(!texts.isEmpty(), "%s must have a value", key);
        }

        private Node.Entry entry() {
            Place place = new Place.Option(label);
            List<Node> values = texts.stream().map(text -> node(text, place)).toList();
            return new Node.Entry(place, values.size() == 1 ? values.get(0) : new Node.Sequence(place, values));
        }

        private Node node(String text, Place place) {
            return form == Form.YAML ? yaml(text).at(place) : new Node.Scalar(place, text, form == Form.QUOTED);
        }

        /** Lines and columns of an option tell its user nothing. */
        private Node yaml(String text) {
            try {
                return YamlTree.value(new SourceText(label, text));
            } catch (InvalidInputException e) {
                String message = String.valueOf(e.getMessage());
                throw new InvalidInputException(
                        label + message.substring(label.length()).replaceFirst("^:\\d+:\\d+", ""), e);
            }
        }
    }

    /** Returns a copy with one more value, which is read as what it looks like. */
    public Overrides with(String key, String text, String label) {
        return with(new Setting(key, List.of(text), Setting.Form.PLAIN, label));
    }

    /** Returns a copy with one more text, or list of texts where there are several. */
    public Overrides withTexts(String key, List<String> texts, String label) {
        return with(new Setting(key, texts, Setting.Form.QUOTED, label));
    }

    /** Returns a copy with one more value, written as YAML. */
    public Overrides withYaml(String key, String text, String label) {
        return with(new Setting(key, List.of(text), Setting.Form.YAML, label));
    }

    private Overrides with(Setting setting) {
        ImmutableList.Builder<Setting> more = ImmutableList.builder();
        return new Overrides(more.addAll(settings).add(setting).build(), data);
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
     * @throws InvalidInputException if something else than a mapping stands where a value is to be put, or a value is no
     *     YAML
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
            this.entry = setting.entry();
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
