package nas.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.Quoted;
import nas.data.TargetChoice;
import nas.data.Task;

/**
 * The columns of a table and what each one is for.
 *
 * @param file the table's name in messages
 * @param names all columns, in order
 * @param targets the columns to predict, in the order in which they are named
 * @param inputs the columns that may become inputs, ascending
 * @param group the column of groups, if there is one
 * @param time the column of times, if there is one
 * @param kinds what is said of some columns
 */
record TableColumns(
        String file,
        List<String> names,
        ImmutableIntArray targets,
        ImmutableIntArray inputs,
        Optional<Integer> group,
        Optional<Integer> time,
        Map<Integer, ColumnKind> kinds) {
    /** @throws InvalidInputException if what the description says about the columns does not suit them */
    static TableColumns of(String file, List<String> names, DataDescription description) {
        ColumnNames known = new ColumnNames(file, names);
        ImmutableIntArray targets = targets(known, description.target().columns());
        Optional<Integer> group =
                Optional.ofNullable(description.rows().group()).map(name -> known.find("data.group", name));
        Optional<Integer> time =
                Optional.ofNullable(description.rows().time()).map(name -> known.find("data.time", name));
        Map<Integer, ColumnKind> kinds = kinds(known, description.reading().columns());
        Set<Integer> others = new TreeSet<>(targets.asList());
        group.ifPresent(others::add);
        time.ifPresent(others::add);
        checkDistinct(known, targets, group, time);
        checkUsed(known, targets, kinds);
        int[] inputs = IntStream.range(0, names.size())
                .filter(column -> !others.contains(column) && kinds.get(column) != ColumnKind.IGNORE)
                .toArray();
        if (inputs.length == 0) {
            throw new InvalidInputException(file + " must have at least one input column, but all but the target "
                    + Quoted.text(names.get(targets.get(0))) + " are ignored or absent");
        }
        return new TableColumns(file, names, targets, ImmutableIntArray.copyOf(inputs), group, time, kinds);
    }

    /** Returns the names of columns in a description that are no numbers, which are names for sure. */
    static Set<String> mentioned(DataDescription description) {
        Set<String> mentioned = new TreeSet<>(description.target().columns());
        mentioned.addAll(description.reading().columns().keySet());
        Optional.ofNullable(description.rows().group()).ifPresent(mentioned::add);
        Optional.ofNullable(description.rows().time()).ifPresent(mentioned::add);
        mentioned.removeIf(name -> ColumnNames.number(name).isPresent());
        return mentioned;
    }

    /** Returns the task that is declared, or that follows from what the column to predict is said to hold. */
    Optional<Task> task(TargetChoice choice) {
        ColumnKind kind = targets.length() == 1 ? kinds.get(targets.get(0)) : null;
        Task implied = kind == null ? null : kind == ColumnKind.NUMERIC ? Task.REGRESSION : Task.CLASSIFICATION;
        return Optional.ofNullable(choice.task() == null ? implied : choice.task());
    }

    /** Returns all columns that are used. */
    IntStream used() {
        return Stream.of(
                        targets.stream(),
                        inputs.stream(),
                        group.stream().mapToInt(Integer::intValue),
                        time.stream().mapToInt(Integer::intValue))
                .flatMapToInt(Function.identity());
    }

    int width() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    private static ImmutableIntArray targets(ColumnNames known, List<String> references) {
        if (references.isEmpty()) {
            throw new InvalidInputException("data.target must name the column to predict, one of "
                    + Quoted.list(known.names()) + " in " + known.file());
        }
        return ImmutableIntArray.copyOf(references.stream().mapToInt(name -> known.find("data.target", name)));
    }

    private static Map<Integer, ColumnKind> kinds(ColumnNames known, Map<String, ColumnKind> said) {
        ImmutableMap.Builder<Integer, ColumnKind> kinds = ImmutableMap.builder();
        said.forEach((name, kind) -> kinds.put(known.find("data.columns", name), kind));
        return kinds.buildKeepingLast();
    }

    private static void checkDistinct(
            ColumnNames known, ImmutableIntArray targets, Optional<Integer> group, Optional<Integer> time) {
        List<Integer> columns = ImmutableList.<Integer>builder()
                .addAll(targets.asList())
                .addAll(group.stream().iterator())
                .addAll(time.stream().iterator())
                .build();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) < i) {
                throw new InvalidInputException(
                        "data.target, data.group and data.time must name different columns, but "
                                + Quoted.text(known.names().get(columns.get(i))) + " is named twice");
            }
        }
    }

    private static void checkUsed(ColumnNames known, ImmutableIntArray targets, Map<Integer, ColumnKind> kinds) {
        targets.forEach(target -> {
            if (kinds.get(target) == ColumnKind.IGNORE) {
                throw new InvalidInputException("data.target must not be ignored, but data.columns ignores "
                        + Quoted.text(known.names().get(target)));
            }
        });
    }
}
