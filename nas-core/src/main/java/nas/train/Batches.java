package nas.train;

import java.io.Closeable;
import java.util.function.Predicate;
import nas.data.Dataset;

/**
 * Walks over rows in batches of a fixed size but for the last. Holds buffers for both sizes that occur. Closed by whoever
 * made it.
 */
final class Batches implements Closeable {
    private final Batch full;
    private final Batch last;
    private final int count;

    /** Allocates buffers for the batches of an epoch. */
    Batches(Dataset data, TrainingPlan plan) {
        this(data, plan.stepsPerEpoch(), plan.batchSize(), plan.lastBatchSize());
    }

    /** Allocates buffers for walks over so many rows, at least 1; the last batch holds what is left. */
    Batches(Dataset data, int rows, int batchSize) {
        this(data, (rows - 1) / batchSize + 1, Math.min(rows, batchSize), (rows - 1) % batchSize + 1);
    }

    private Batches(Dataset data, int count, int size, int lastSize) {
        this.count = count;
        this.full = new Batch(data, size);
        this.last = lastSize == size ? full : new Batch(data, lastSize);
    }

    /**
     * Hands over every batch of an order, one after another, in the same buffers.
     *
     * @param action takes a batch and tells whether it wants the next
     */
    void walk(int[] order, Predicate<Batch> action) {
        boolean isWanted = true;
        for (int i = 0; isWanted && i < count; i++) {
            Batch batch = i < count - 1 ? full : last;
            isWanted = action.test(batch.fill(order, i * full.rows()));
        }
    }

    @Override
    public void close() {
        full.close();
        if (last != full) {
            last.close();
        }
    }
}
