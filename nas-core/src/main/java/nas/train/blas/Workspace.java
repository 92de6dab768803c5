package nas.train.blas;

import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one worker, which all its trainings use, one after another. They are handed out in the order in which
 * they are asked for; one that has become too small is replaced by a larger one, and none shrinks. What they hold when
 * handed out is left from before.
 */
public final class Workspace implements AutoCloseable {
    private final Workspaces pool;
    private final List<NativeFloats> natives = new ArrayList<>();
    private final List<float[]> arrays = new ArrayList<>();
    private final Exponential exponential = new Exponential();
    private int nativesUsed;
    private int arraysUsed;
    private boolean isLent;

    Workspace(Workspaces pool) {
        this.pool = pool;
    }

    /** Returns off-heap values, at least so many. */
    NativeFloats floats(long size) {
        if (nativesUsed == natives.size()) {
            natives.add(NativeFloats.allocate(size));
        } else if (natives.get(nativesUsed).size() < size) {
            NativeFloats larger = NativeFloats.allocate(size);
            natives.set(nativesUsed, larger).free();
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
            arrays.set(arraysUsed, new float[0]); // lets go of the old one first
            arrays.set(arraysUsed, new float[(int) size]);
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
        isLent = true;
        return this;
    }

    /** Gives the buffers back, for the next training. Closing again does nothing. */
    @Override
    public void close() {
        if (isLent) {
            isLent = false;
            pool.giveBack(this);
        }
    }

    void free() {
        natives.forEach(NativeFloats::free);
        natives.clear();
        arrays.clear();
        exponential.free();
    }
}
