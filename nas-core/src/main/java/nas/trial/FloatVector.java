package nas.trial;

import java.util.Arrays;

/** Numbers in a fixed order, float32, such as the trained parameters of a network. Immutable. */
public final class FloatVector {
    private final float[] values;

    private FloatVector(float[] values) {
        this.values = values;
    }

    /** Returns a vector with a copy of the values. */
    public static FloatVector copyOf(float[] values) {
        return new FloatVector(values.clone());
    }

    /** Returns a copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /** Returns the number of values. */
    public int size() {
        return values.length;
    }

    /** Tells whether the other object holds the same bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FloatVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatVector[size=" + values.length + "]";
    }
}
