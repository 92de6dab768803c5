package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be predicted, one entry per row. The arrays are shared, never copied: whoever holds one must not write to
 * it. Because of them, two targets are equal only if they share their arrays.
 */
public sealed interface Targets {
    /** Returns the number of rows. */
    int rows();

    /** Returns the number of network outputs: the classes, or 1. */
    int outputs();

    /** Returns the task that these targets make. */
    Task task();

    /** Returns what the outputs of a network trained on these targets stand for. */
    TargetEncoding encoding();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Classes, T> classes, Function<Values, T> values);

    /**
     * Classes, as indices into their names.
     *
     * @param labels the class of each row; shared
     * @param names the class names, at least two
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    record Classes(int[] labels, List<String> names) implements Targets {
        /** @throws IllegalArgumentException if there are fewer than two names or a label is no index into them */
        public Classes {
            names = ImmutableList.copyOf(names);
            if (names.size() < 2) {
                throw new IllegalArgumentException("classes must be at least 2, but were " + names);
            }
            for (int label : labels) {
                if (label < 0 || label >= names.size()) {
                    throw new IllegalArgumentException(
                            "label must be in 0.." + (names.size() - 1) + ", but was " + label);
                }
            }
        }

        @Override
        public int rows() {
            return labels.length;
        }

        @Override
        public int outputs() {
            return names.size();
        }

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public TargetEncoding encoding() {
            return new TargetEncoding.Classes(names);
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Values, T> values) {
            return classes.apply(this);
        }
    }

    /**
     * Numbers.
     *
     * @param standardised the standardised target of each row; shared
     * @param standardisation leads back to the target's unit: multiply an error by its deviation
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    record Values(float[] standardised, Standardisation standardisation) implements Targets {
        /** @throws IllegalArgumentException if a value is not finite */
        public Values {
            for (float value : standardised) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("target values must be finite, but one was " + value);
                }
            }
        }

        @Override
        public int rows() {
            return standardised.length;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public TargetEncoding encoding() {
            return new TargetEncoding.Value(standardisation);
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Values, T> values) {
            return values.apply(this);
        }
    }
}
