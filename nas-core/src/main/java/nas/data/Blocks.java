package nas.data;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a data set's training and validation rows. Each is a pure function of the rows and its seed; the last
 * few are remembered, as long as there is memory for them. Thread-safe.
 */
final class Blocks {
    private static final int REMEMBERED = 4;

    private final Split split;
    private final Strata strata;
    private final Cache<Partition, ImmutableList<Block>> partitions = CacheBuilder.newBuilder()
            .maximumSize(REMEMBERED)
            .concurrencyLevel(1)
            .softValues()
            .build();

    Blocks(Split split, Strata strata) {
        this.split = split;
        this.strata = strata;
    }

    private record Partition(long seed, int count) {}

    /** A block, whose data set is made when it is first asked for. */
    static final class Block {
        private final Split split;
        private final Function<Split, Dataset> make;
        private @Nullable Dataset made;

        private Block(Split split, Function<Split, Dataset> make) {
            this.split = split;
            this.make = make;
        }

        synchronized Dataset data() {
            Dataset data = made == null ? make.apply(split) : made;
            made = data;
            return data;
        }
    }

    /**
     * Returns all blocks of a partition.
     *
     * @param make makes the data set of a block
     * @throws IllegalArgumentException if {@code count} is below 2 or there are too few rows or groups
     */
    List<Block> all(long seed, int count, Function<Split, Dataset> make) {
        try {
            return partitions.get(new Partition(seed, count), () -> divided(seed, count, make));
        } catch (UncheckedExecutionException | ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Returns how many blocks there can be; below 2 if none. */
    int most() {
        return Divider.of(strata, 0).mostFolds(pool());
    }

    private ImmutableList<Block> divided(long seed, int count, Function<Split, Dataset> make) {
        Divider divider = Divider.of(strata, seed);
        Pool pool = pool();
        int most = divider.mostFolds(pool);
        if (count < 2 || count > most) {
            throw new IllegalArgumentException("blocks must be >= 2 and <= " + most + ", the number of "
                    + divider.unit() + " that can validate, but were " + count);
        }
        return divider.splits(pool, count).stream()
                .map(block -> new Block(block, make))
                .collect(ImmutableList.toImmutableList());
    }

    private Pool pool() {
        int[] rows = Ints.concat(split.train(), split.validation());
        Arrays.sort(rows);
        return new Pool(strata, rows);
    }
}
