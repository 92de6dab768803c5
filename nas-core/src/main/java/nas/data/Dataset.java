package nas.data;

import java.util.List;

/**
 * Rows that are ready for training: encoded, scaled and split. Immutable and safe for use by many threads, as long as
 * nobody writes to its arrays, which are shared, never copied.
 */
public final class Dataset {
    private final String name;
    private final float[] features;
    private final Targets targets;
    private final Split split;
    private final Preprocessing preprocessing;
    private final String fingerprint;

    private Dataset(String name, Rows rows, Split split, Preprocessing preprocessing) {
        this.name = name;
        this.features = rows.features;
        this.targets = rows.targets;
        this.split = split;
        this.preprocessing = preprocessing;
        this.fingerprint = Fingerprint.of(rows, split, preprocessing);
    }

    /**
     * Makes a data set of rows that are network inputs already; these are named {@code x0}, {@code x1}, … The rows of
     * {@code features} are as many as those of {@code targets}.
     *
     * @param features {@code [rows, inputs]}, row-major; shared
     * @throws IllegalArgumentException if the features do not fill whole rows or are not finite, or if the split names a
     *     row that does not exist
     */
    public static Dataset of(String name, float[] features, Targets targets, Split split) {
        int inputs = features.length / Math.max(1, targets.rows());
        return of(name, new Rows(features, targets), split, Preprocessing.none(inputs, targets.encoding()));
    }

    /**
     * Makes a data set of encoded rows.
     *
     * @param preprocessing how raw rows became these
     * @throws IllegalArgumentException if the features do not fill whole rows of the named inputs or are not finite, if
     *     the split names a row that does not exist, or if the preprocessing is about another target
     */
    public static Dataset of(String name, Rows rows, Split split, Preprocessing preprocessing) {
        int inputs = preprocessing.inputNames().size();
        long expected = (long) inputs * rows.targets.rows();
        if (inputs == 0 || rows.features.length != expected) {
            throw new IllegalArgumentException("features must hold " + rows.targets.rows() + " rows of " + inputs
                    + " inputs, but were " + rows.features.length + " values");
        }
        if (split.bound() > rows.targets.rows()) {
            throw new IllegalArgumentException(
                    "split must name rows below " + rows.targets.rows() + ", but has row " + (split.bound() - 1));
        }
        if (!preprocessing.target().equals(rows.targets.encoding())) {
            throw new IllegalArgumentException("preprocessing must be about the target " + rows.targets.encoding()
                    + ", but was " + preprocessing.target());
        }
        return new Dataset(name, rows, split, preprocessing);
    }

    /** Returns a short name for people; it is no part of the fingerprint. */
    public String name() {
        return name;
    }

    /** Returns what is to be predicted. */
    public Task task() {
        return targets.task();
    }

    /** Returns the number of rows. */
    public int rows() {
        return targets.rows();
    }

    /** Returns the number of network inputs. */
    public int inputs() {
        return inputNames().size();
    }

    /** Returns the number of network outputs: the classes, or 1 for a number. */
    public int outputs() {
        return targets.outputs();
    }

    /** Returns one name per network input, in order. */
    public List<String> inputNames() {
        return preprocessing.inputNames();
    }

    /** Returns the network inputs, {@code [rows, inputs]}, row-major; the array itself, not a copy. */
    public float[] features() {
        return features;
    }

    /** Returns what is to be predicted in each row. */
    public Targets targets() {
        return targets;
    }

    /** Returns which rows train, which compare and which test. */
    public Split split() {
        return split;
    }

    /** Returns how raw rows became the features and the targets. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /**
     * Returns SHA-256, as 64 lower-case hexadecimal digits, of everything that decides what is trained and measured:
     * task, features, targets, split and the numbers of the preprocessing. No name and no path is part of it.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Network inputs together with what is to be predicted from them.
     *
     * @param features {@code [rows, inputs]}, row-major; shared
     * @param targets one entry per row
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    public record Rows(float[] features, Targets targets) {
        /** @throws IllegalArgumentException if a feature is not finite */
        public Rows {
            for (float value : features) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("features must be finite, but one was " + value);
                }
            }
        }
    }
}
