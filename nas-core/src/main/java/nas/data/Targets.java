package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be predicted in each row. The arrays are shared, never copied: whoever holds one must not write to
 * it. Because of them, two targets are equal only if they share their arrays.
 */
public sealed interface Targets {
    /** Returns the number of rows. */
    int rows();

    /** Returns the number of network outputs: the classes, or the numbers of a row. */
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
     * @param weights how much a row of each class counts, finite and above 0, with a mean over the training rows of 1;
     *     empty where all count alike
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    record Classes(int[] labels, List<String> names, List<Double> weights) implements Targets {
        /**
         * Empties the list of weights where all are 1.
         *
         * @throws IllegalArgumentException if there are fewer than two names, a label is no index into them, or there
         *     are weights and not one for each class, finite and above 0
         */
        public Classes {
            names = ImmutableList.copyOf(names);
            if (names.size() < 2) {
                throw new IllegalArgumentException("classes must be at least 2, but were " + names);
            }
            weights = weights.stream().allMatch(weight -> weight == 1) ? ImmutableList.of() : copyOf(weights, names);
            for (int label : labels) {
                if (label < 0 || label >= names.size()) {
                    throw new IllegalArgumentException(
                            "label must be in 0.." + (names.size() - 1) + ", but was " + label);
                }
            }
        }

        /**
         * Makes classes whose rows all count alike.
         *
         * @throws IllegalArgumentException if there are fewer than two names or a label is no index into them
         */
        public Classes(int[] labels, List<String> names) {
            this(labels, names, ImmutableList.of());
        }

        private static List<Double> copyOf(List<Double> weights, List<String> names) {
            if (weights.size() != names.size()
                    || !weights.stream().allMatch(weight -> Double.isFinite(weight) && weight > 0)) {
                throw new IllegalArgumentException("weights must be one for each of " + names.size()
                        + " classes, finite and > 0, but were " + weights);
            }
            return ImmutableList.copyOf(weights);
        }

        /** Returns a copy with other weights. */
        public Classes withWeights(List<Double> changed) {
            return new Classes(labels, names, changed);
        }

        /** Tells whether rows of some class count more than those of another. */
        public boolean isWeighted() {
            return !weights.isEmpty();
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
     * Numbers, one or several per row.
     *
     * @param standardised the standardised targets, {@code [rows, outputs]}, row-major; shared
     * @param encoding names each output and leads back to its unit: multiply an error by the deviation
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    record Values(float[] standardised, TargetEncoding.Values encoding) implements Targets {
        /** @throws IllegalArgumentException if a value is not finite, or the values do not fill whole rows */
        public Values {
            if (standardised.length % encoding.outputs().size() != 0) {
                throw new IllegalArgumentException("target values must fill rows of "
                        + encoding.outputs().size() + ", but were " + standardised.length);
            }
            for (float value : standardised) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("target values must be finite, but one was " + value);
                }
            }
        }

        /**
         * Makes targets of the values of these outputs.
         *
         * @throws IllegalArgumentException if a value is not finite, the values do not fill whole rows, or two outputs
         *     have the same name
         */
        public Values(float[] standardised, TargetEncoding.Output... outputs) {
            this(standardised, new TargetEncoding.Values(ImmutableList.copyOf(outputs)));
        }

        /** Returns how an output was standardised. */
        public Standardisation standardisation(int output) {
            return encoding.outputs().get(output).standardisation();
        }

        @Override
        public int rows() {
            return standardised.length / outputs();
        }

        @Override
        public int outputs() {
            return encoding.outputs().size();
        }

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public <T> T match(Function<Classes, T> classes, Function<Values, T> values) {
            return values.apply(this);
        }
    }
}
