package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nas.data.ClassWeighting;
import nas.data.TargetChoice;
import nas.data.Task;
import org.jspecify.annotations.Nullable;

/** Reads {@code data.target}, {@code data.task} and {@code data.weights}: what to predict. */
final class TargetSection {
    static final String BALANCED = "balanced";

    private static final ImmutableMap<String, Task> TASKS = Maps.uniqueIndex(Arrays.asList(Task.values()), Task::word);
    private static final String WEIGHTS_RULE = "balanced, or a weight for each class such as {yes: 2.5}";

    private final Section data;

    private TargetSection(Section data) {
        this.data = data;
    }

    /** Reads what a file says about what to predict. */
    static TargetChoice read(Section data) {
        return new TargetSection(data).choice();
    }

    /**
     * The value of {@code data.target}.
     *
     * @param columns the columns, none where only spellings are given
     * @param map what spellings stand for, or {@code null}
     */
    private record Target(List<String> columns, @Nullable Value map) {}

    private TargetChoice choice() {
        Target target = data.read("target", new Target(List.of(), null), TargetSection::target);
        List<String> columns = target.columns();
        Task task = data.find("task", value -> task(value, columns.size())).orElse(null);
        String obstacle = obstacle(task, columns.size());
        return new TargetChoice(
                columns,
                spellings(target.map(), obstacle),
                task,
                data.read("weights", ClassWeighting.EQUAL, value -> weights(value, obstacle)));
    }

    private static Target target(Value value) {
        return value.node()
                .match(
                        scalar -> new Target(List.of(value.name()), null),
                        sequence -> new Target(value.names(sequence), null),
                        mapping -> target(Section.of(value, "column", "columns", "map")));
    }

    private static Target target(Section target) {
        List<String> columns =
                target.find("column", value -> List.of(value.name())).orElse(List.of());
        List<String> several = target.read("columns", List.of(), value -> columns(value, !columns.isEmpty()));
        Value map = target.find("map", value -> value).orElse(null);
        return new Target(columns.isEmpty() ? several : columns, map);
    }

    private static List<String> columns(Value value, boolean isNamed) {
        if (isNamed) {
            throw value.problem("must be left out beside column");
        }
        return value.node()
                .match(
                        scalar -> {
                            throw value.mustBe("a list of columns");
                        },
                        value::names,
                        mapping -> {
                            throw value.mustBe("a list of columns");
                        });
    }

    private static Task task(Value value, int targets) {
        Task task = value.choice(TASKS);
        if (task == Task.CLASSIFICATION && targets > 1) {
            throw value.mustBe("regression for several targets");
        }
        return task;
    }

    /** Returns why there are no classes, or an empty text where there may be some. */
    private static String obstacle(@Nullable Task task, int targets) {
        if (task == Task.REGRESSION) {
            return "where the task is regression";
        }
        return targets > 1 ? "where there are several targets" : "";
    }

    private Map<String, String> spellings(@Nullable Value value, String obstacle) {
        Map<String, String> spellings = new TreeMap<>();
        if (value != null) {
            data.noting(() -> checkClasses(value, obstacle));
            Section map = Section.ofAnyKeys(value, "'1': yes");
            for (String spelling : map.keys()) {
                map.find(spelling, Value::name).ifPresent(label -> spellings.put(spelling, label));
            }
        }
        return spellings;
    }

    private static ClassWeighting weights(Value value, String obstacle) {
        checkClasses(value, obstacle);
        return value.node()
                .match(
                        scalar -> value.wordOf(
                                ImmutableMap.of(BALANCED, new ClassWeighting.Balanced()),
                                value.scalar(WEIGHTS_RULE).text(),
                                WEIGHTS_RULE),
                        sequence -> {
                            throw value.mustBe(WEIGHTS_RULE);
                        },
                        mapping -> byClass(Section.ofAnyKeys(value, "yes: 2.5")));
    }

    private static ClassWeighting byClass(Section section) {
        Map<String, Double> weights = new TreeMap<>();
        for (String name : section.keys()) {
            section.find(name, value -> value.real(Range.greaterThan(0.0)))
                    .ifPresent(weight -> weights.put(name, weight));
        }
        return weights.isEmpty() ? ClassWeighting.EQUAL : new ClassWeighting.ByClass(weights);
    }

    private static Value checkClasses(Value value, String obstacle) {
        if (!obstacle.isEmpty()) {
            throw value.problem("is about classes and must be left out " + obstacle + ", but was "
                    + value.node().description());
        }
        return value;
    }
}
