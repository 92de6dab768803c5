package nas.trial;

import java.util.Arrays;

/** The trained parameters of a network in DL4J's flat order, float32. Immutable. */
public final class Parameters {
    private final float[] values;

    private Parameters(float[] values) {
        this.values = values;
    }

    /** Returns parameters with a copy of the values. */
    public static Parameters copyOf(float[] values) {
        return new Parameters(values.clone());
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
        return other instanceof Parameters parameters && Arrays.equals(values, parameters.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[size=" + values.length + "]";
    }
}
