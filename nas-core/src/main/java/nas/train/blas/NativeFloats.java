package nas.train.blas;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Off-heap float32 values, which matrix products work on, and bulk copies between them and arrays. */
final class NativeFloats {
    private static final long LARGEST = Integer.MAX_VALUE / Float.BYTES;

    private final FloatPointer pointer;
    private final FloatBuffer view;

    /** Wraps memory that someone else frees, from its position to its limit. */
    NativeFloats(FloatPointer pointer) {
        this.pointer = pointer;
        this.view = new FloatPointer(pointer).asBuffer();
    }

    /**
     * Allocates so many values, which are not initialised.
     *
     * @throws OutOfMemoryError if there is no memory for them, or they are more than one buffer can hold
     */
    static NativeFloats allocate(long size) {
        if (size > LARGEST) {
            throw new OutOfMemoryError(size + " values are more than one native buffer holds");
        }
        return new NativeFloats(new FloatPointer(size));
    }

    int size() {
        return view.capacity();
    }

    /** Returns a pointer to the values. */
    FloatPointer pointer() {
        return pointer;
    }

    /** Returns a pointer to the values from an offset on. */
    FloatPointer from(int offset) {
        return new FloatPointer(pointer).position(pointer.position() + offset);
    }

    /** Copies {@code count} values, from an offset on, to the beginning of an array. */
    void read(int offset, float[] into, int count) {
        view.get(offset, into, 0, count);
    }

    /** Copies {@code count} values from the beginning of an array to an offset. */
    void write(int offset, float[] from, int count) {
        view.put(offset, from, 0, count);
    }

    /** Copies {@code count} values, from somewhere in an array, to an offset. */
    void write(int offset, float[] from, int begin, int count) {
        view.put(offset, from, begin, count);
    }

    void free() {
        pointer.close();
    }
}
