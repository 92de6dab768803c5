package nas.data;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about its data.
 *
 * @param source where the rows lie
 * @param target name of the column to predict; needed for tables, unused for images
 * @param task what to predict, or {@code null} to infer it from the target's values
 * @param ignored names of columns that are not inputs
 * @param split how rows are divided
 */
public record DataDescription(
        DataSource source,
        @Nullable String target,
        @Nullable Task task,
        SortedSet<String> ignored,
        SplitRule split) {
    /** Copies the set of ignored columns. */
    public DataDescription {
        ignored = ImmutableSortedSet.copyOf(ignored);
    }

    /** Returns the target column, if one is named. */
    public Optional<String> targetColumn() {
        return Optional.ofNullable(target);
    }
}
