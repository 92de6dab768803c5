package nas.report.importance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Something that is chosen.
 *
 * @param name what people call it
 * @param levels the values that it may take, at least one, none twice; of an ordered factor in their order
 * @param isOrdered whether the levels have an order that means something
 */
public record Factor(String name, List<String> levels, boolean isOrdered) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no level, or one twice
     */
    public Factor {
        levels = ImmutableList.copyOf(levels);
        checkArgument(!levels.isEmpty(), "levels of %s must be >= 1, but were none", name);
        checkArgument(
                levels.stream().distinct().count() == levels.size(), "levels of %s occur twice: %s", name, levels);
    }
}
