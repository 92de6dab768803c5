package nas.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set and what was found out about its source.
 *
 * @param data the data set
 * @param profile what was found out about the table it comes from, or {@code null} if it comes from elsewhere
 */
public record LoadedData(Dataset data, @Nullable TableProfile profile) {
    /** Returns what was found out about the table that the data come from, if they come from one. */
    public Optional<TableProfile> table() {
        return Optional.ofNullable(profile);
    }
}
