package nas.train;

import java.io.Closeable;
import java.util.function.Predicate;
import nas.data.Dataset;

/**
 * Walks over rows in batches of a fixed size, the last of which holds what is left. Holds buffers for both sizes that
 * occur. Closed by whoever made it.
 */
final class Batches implements Closeable {
    private final Batch full;
    private final Batch rest;
    private final int fullBatches;

    /** Allocates buffers for walks over so many rows, at least 1. */
    Batches(Dataset data, int rows, int batchSize) {
        int size = Math.min(rows, batchSize);
        int left = rows % size;
        this.fullBatches = rows / size;
        this.full = new Batch(data, size);
        this.rest = left == 0 ? full : new Batch(data, left);
    }

    /**
     * Hands over every batch of an order, one after another, in the same buffers.
     *
     * @param action takes a batch and tells whether it wants the next
     */
    void walk(int[] order, Predicate<Batch> action) {
        int batches = rest == full ? fullBatches : fullBatches + 1;
        boolean isWanted = true;
        for (int i = 0; isWanted && i < batches; i++) {
            Batch batch = i < fullBatches ? full : rest;
            isWanted = action.test(batch.fill(order, i * full.rows()));
        }
    }

    @Override
    public void close() {
        full.close();
        if (rest != full) {
            rest.close();
        }
    }
}
