package nas.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A mapping of the search space and the keys that it may have. What is wrong with one key is noted, and reading goes on
 * with the next.
 */
final class Section {
    private final Value value;
    private final ImmutableMap<String, Node.Entry> entries;
    private final int problemsBefore;
    private final boolean isComplete;
    private final Set<String> meantKeys = new HashSet<>();

    /**
     * @param example what may stand in the mapping
     * @param isComplete whether what is not there is missed
     */
    private Section(Value value, String example, boolean isComplete) {
        this.value = value;
        this.problemsBefore = value.problems().count();
        boolean isMapping = value.node().match(scalar -> false, sequence -> false, mapping -> true);
        this.entries = value.node()
                .match(
                        scalar -> ImmutableMap.of(),
                        sequence -> ImmutableMap.of(),
                        mapping -> ImmutableMap.copyOf(mapping.entries()));
        this.isComplete = isComplete && isMapping;
        if (!isMapping) {
            value.problems().add(value.mustBe("a mapping such as {" + example + "}"));
        }
    }

    /** Returns the section that a whole file is. */
    static Section root(Node.Mapping mapping, Problems problems, String... keys) {
        return of(new Value("", mapping.place(), mapping, problems), keys);
    }

    /** Returns the section that a value is; if it is no mapping, that is noted, and an empty section returned. */
    static Section of(Value value, String... keys) {
        return of(value, true, keys);
    }

    private static Section of(Value value, boolean isComplete, String... keys) {
        Section section = new Section(value, keys[0] + ": …", isComplete);
        section.refuseOthers(ImmutableList.copyOf(keys));
        return section;
    }

    /**
     * Returns the section that a value is, whatever its keys are; if it is no mapping, that is noted.
     *
     * @param example what may stand in it, such as {@code age: numeric}
     */
    static Section ofAnyKeys(Value value, String example) {
        return new Section(value, example, true);
    }

    /** Returns the section under a key, an empty one if the key is not there. */
    Section section(String key, String... keys) {
        return of(value(key).orElseGet(() -> absent(key)), has(key) || !meantKeys.contains(key), keys);
    }

    /**
     * Returns the section under a key, an empty one if the key is not there, whatever its own keys are.
     *
     * @param example what may stand in it, such as {@code age: numeric}
     */
    Section anyKeys(String key, String example) {
        return ofAnyKeys(value(key).orElseGet(() -> absent(key)), example);
    }

    /** Returns the keys that are there. */
    ImmutableSet<String> keys() {
        return entries.keySet();
    }

    /** Returns the value of a key, or empty if the key is not there or its value is wrong. */
    <T> Optional<T> find(String key, Function<Value, T> reader) {
        return value(key).flatMap(found -> noting(() -> reader.apply(found)));
    }

    /** Returns the value of a key, or another one if the key is not there or its value is wrong. */
    <T> T read(String key, T fallback, Function<Value, T> reader) {
        return find(key, reader).orElse(fallback);
    }

    /**
     * Returns the value of a key that must be there; if it is not, that is noted, unless it or this section is there
     * misspelt, and a stand-in returned.
     */
    <T> T require(String key, T standIn, Function<Value, T> reader) {
        if (isComplete && !has(key) && !meantKeys.contains(key)) {
            value.problems().add(new Problem(value.place(), Excerpt.of(path(key)) + " is required"));
        }
        return read(key, standIn, reader);
    }

    /** Returns what a supplier gives, or empty if it throws a problem, which is noted. */
    <T> Optional<T> noting(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (Problem problem) {
            value.problems().add(problem);
            return Optional.empty();
        }
    }

    /** Tells whether a key is there. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Tells whether nothing wrong was noted since this section was opened. */
    boolean isClean() {
        return value.problems().count() == problemsBefore;
    }

    private Optional<Value> value(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(entry -> new Value(path(key), entry.place(), entry.value(), value.problems()));
    }

    private Value absent(String key) {
        return new Value(path(key), value.place(), Node.Mapping.empty(value.place()), value.problems());
    }

    private String path(String key) {
        return value.path().isEmpty() ? key : value.path() + "." + key;
    }

    private void refuseOthers(List<String> allowed) {
        entries.forEach((key, entry) -> {
            if (!allowed.contains(key)) {
                Meant.word(key, allowed).ifPresent(meantKeys::add);
                value.problems().add(new Problem(entry.place(), () -> unknown(key, allowed)));
            }
        });
    }

    private String unknown(String key, List<String> allowed) {
        String hint = Meant.hint(key, allowed);
        return "unknown key " + Excerpt.of(path(key)) + " (allowed: " + String.join(", ", allowed) + ")"
                + (hint.isEmpty() ? SpaceKeys.hint(path(key), key) : hint);
    }
}
