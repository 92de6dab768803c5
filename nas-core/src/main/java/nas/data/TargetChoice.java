package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to predict. What is left open is inferred.
 *
 * @param columns the columns of a table, each by its name or by its number: 1 is the first, -1 the last; several make a
 *     regression with several outputs; none where the data say themselves what to predict
 * @param spellings what class labels stand for: the label that is meant, by the spelling in the file
 * @param task which task that is, or {@code null} to infer it from the target's values
 * @param weights how much rows of each class count
 */
public record TargetChoice(
        List<String> columns,
        Map<String, String> spellings,
        @Nullable Task task,
        ClassWeighting weights) {
    /** Everything is inferred. */
    public static final TargetChoice INFERRED = new TargetChoice(List.of(), Map.of(), null, ClassWeighting.EQUAL);

    /** Copies the list and the map, sorted. */
    public TargetChoice {
        columns = ImmutableList.copyOf(columns);
        spellings = ImmutableSortedMap.copyOf(spellings);
    }

    /** Returns the choice of columns, with everything else inferred. */
    public static TargetChoice of(String... columns) {
        return INFERRED.withColumns(ImmutableList.copyOf(columns));
    }

    /** Returns a copy with other columns. */
    public TargetChoice withColumns(List<String> changed) {
        return new TargetChoice(changed, spellings, task, weights);
    }

    /** Returns a copy with other spellings. */
    public TargetChoice withSpellings(Map<String, String> changed) {
        return new TargetChoice(columns, changed, task, weights);
    }

    /** Returns a copy with another task. */
    public TargetChoice withTask(@Nullable Task changed) {
        return new TargetChoice(columns, spellings, changed, weights);
    }

    /** Returns a copy with other weights. */
    public TargetChoice withWeights(ClassWeighting changed) {
        return new TargetChoice(columns, spellings, task, changed);
    }
}
