package nas.data;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Set;

/**
 * Which cells stand for an unknown value, and whether networks are told.
 *
 * @param words the cells' texts, without blanks around them
 * @param isIndicated whether a column of numbers with missing cells gets a second input that says whether one is missing
 */
public record MissingCells(Set<String> words, boolean isIndicated) {
    /** What is used where a search space says nothing. */
    public static final MissingCells DEFAULT =
            new MissingCells(ImmutableSortedSet.copyOf(List.of("", "?", "NA", "NaN")), false);

    /** Copies the set, sorted. */
    public MissingCells {
        words = ImmutableSortedSet.copyOf(words);
    }
}
