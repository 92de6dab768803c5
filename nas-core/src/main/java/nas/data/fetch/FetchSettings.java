package nas.data.fetch;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What can be downloaded, where to and how.
 *
 * @param sets the data sets that there are
 * @param cache where their files go
 * @param network how servers are reached
 */
public record FetchSettings(List<PublishedSet> sets, DataCache cache, Network network) {
    /** Copies the list. */
    public FetchSettings {
        sets = ImmutableList.copyOf(sets);
    }

    /**
     * Returns the set of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PublishedSet set(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no published set is called " + name));
    }
}
