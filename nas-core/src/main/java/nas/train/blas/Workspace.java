package nas.train.blas;

import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one worker, which all its trainings use, one after another. They are handed out in the order in which
 * they are asked for, and one that has become too small is replaced by a larger one. What they hold when handed out is
 * left from before.
 */
public final class Workspace implements AutoCloseable {
    /** A training that needs more takes so long that allocating again costs nothing beside it. */
    private static final long MOST_BYTES_KEPT = 32L << 20;

    private final Workspaces pool;
    private final List<NativeFloats> natives = new ArrayList<>();
    private final List<float[]> arrays = new ArrayList<>();
    private final Exponential exponential = new Exponential();
    private int nativesUsed;
    private int arraysUsed;

    Workspace(Workspaces pool) {
        this.pool = pool;
    }

    /** Returns off-heap values, at least so many. */
    NativeFloats floats(long size) {
        if (nativesUsed == natives.size()) {
            natives.add(NativeFloats.allocate(size));
        } else if (natives.get(nativesUsed).size() < size) {
            natives.remove(nativesUsed).free(); // before the larger one is there: memory may not suffice for both
            natives.add(nativesUsed, NativeFloats.allocate(size));
        }
        return natives.get(nativesUsed++);
    }

    /** Returns an array of at least so many values. */
    float[] array(long size) {
        if (size > Integer.MAX_VALUE - Long.BYTES) {
            throw new OutOfMemoryError(size + " values are more than an array holds");
        }
        if (arraysUsed == arrays.size()) {
            arrays.add(new float[(int) size]);
        } else if (arrays.get(arraysUsed).length < size) {
            arrays.remove(arraysUsed);
            arrays.add(arraysUsed, new float[(int) size]);
        }
        return arrays.get(arraysUsed++);
    }

    Exponential exponential() {
        return exponential;
    }

    /** Begins to hand out buffers from the first one on. */
    Workspace lent() {
        nativesUsed = 0;
        arraysUsed = 0;
        return this;
    }

    /** Gives the buffers back, for the next training, unless they are so large that they would be missed elsewhere. */
    @Override
    public void close() {
        if (bytes() > MOST_BYTES_KEPT) {
            freeBuffers();
        }
        pool.giveBack(this);
    }

    void free() {
        freeBuffers();
        exponential.free();
    }

    private void freeBuffers() {
        natives.forEach(NativeFloats::free);
        natives.clear();
        arrays.clear();
    }

    private long bytes() {
        long floats = 0;
        for (NativeFloats buffer : natives) {
            floats += buffer.size();
        }
        for (float[] array : arrays) {
            floats += array.length;
        }
        return floats * Float.BYTES;
    }
}
