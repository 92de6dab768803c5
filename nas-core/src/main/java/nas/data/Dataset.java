package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;

/**
 * Rows that are ready for training: encoded, scaled and split. Immutable and safe for use by many threads, as long as
 * nobody writes to its arrays, which are shared, never copied.
 */
public final class Dataset {
    private final String name;
    private final List<String> inputNames;
    private final Features features;
    private final Targets targets;
    private final Split split;
    private final Preprocessing preprocessing;
    private final List<Dataset> folds;
    private final String fingerprint;

    private Dataset(String name, Rows rows, Split split, Preprocessing preprocessing) {
        this.name = name;
        this.inputNames = preprocessing.inputs().names();
        this.features = rows.features;
        this.targets = rows.targets;
        this.split = split;
        this.preprocessing = preprocessing;
        this.folds = ImmutableList.of();
        this.fingerprint = Fingerprint.of(rows, split, preprocessing);
    }

    private Dataset(Dataset whole, List<Dataset> folds) {
        this.name = whole.name;
        this.inputNames = whole.inputNames;
        this.features = whole.features;
        this.targets = whole.targets;
        this.split = whole.split;
        this.preprocessing = whole.preprocessing;
        this.folds = ImmutableList.copyOf(folds);
        this.fingerprint = Fingerprint.of(whole.fingerprint, Lists.transform(this.folds, Dataset::fingerprint));
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
        Rows rows = new Rows(new Features.Floats(features, inputs), targets);
        return of(name, rows, split, Preprocessing.none(inputs, targets.encoding()));
    }

    /**
     * Makes a data set of encoded rows.
     *
     * @param preprocessing how raw rows became these
     * @throws IllegalArgumentException if the features are not those that the preprocessing names, if the split names a
     *     row that does not exist, or if the preprocessing is about another target
     */
    public static Dataset of(String name, Rows rows, Split split, Preprocessing preprocessing) {
        int inputs = preprocessing.inputs().count();
        if (rows.features.inputs() != inputs) {
            throw new IllegalArgumentException("features must have the " + inputs
                    + " inputs that the preprocessing names, but had " + rows.features.inputs());
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

    /**
     * Returns a copy that is divided into folds.
     *
     * @param sets one data set for each fold, at least 2: the same rows with a preprocessing that is fitted on the fold's
     *     training rows, and the fold's split
     * @throws IllegalArgumentException if a fold has other rows, inputs or outputs, or if the splits are no folds of this
     *     data set's split, as {@link FoldedSplit} says
     */
    public Dataset withFolds(List<Dataset> sets) {
        new FoldedSplit(split, sets.stream().map(Dataset::split).toList());
        for (Dataset set : sets) {
            boolean isAlike = set.rows() == rows()
                    && set.outputs() == outputs()
                    && set.task() == task()
                    && set.inputNames().equals(inputNames())
                    && set.folds.isEmpty();
            if (!isAlike) {
                throw new IllegalArgumentException(
                        "folds must have the same rows, inputs and outputs as their data set, " + describe()
                                + ", but one has " + set.describe());
            }
        }
        return new Dataset(this, sets);
    }

    private String describe() {
        return rows() + " rows of " + inputs() + " inputs and " + outputs() + " outputs (" + task().word() + ")";
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

    /** Returns the number of network outputs: the classes, or the numbers to predict. */
    public int outputs() {
        return targets.outputs();
    }

    /** Returns one name per network input, in order. */
    public List<String> inputNames() {
        return inputNames;
    }

    /** Returns the network inputs of all rows. */
    public Features features() {
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

    /**
     * Returns a data set for each fold, or none where the validation rows are one part of the split. Where there are folds,
     * this data set's own split has all rows that are not for the test as training rows and none for validation.
     */
    public List<Dataset> folds() {
        return folds;
    }

    /** Returns what one trial of a search has: the data of the first fold, or these where there are no folds. */
    public Dataset ofOneTrial() {
        return folds.isEmpty() ? this : folds.get(0);
    }

    /** Returns how raw rows became the features and the targets. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /**
     * Returns SHA-256, as 64 lower-case hexadecimal digits, of everything that decides what is trained and measured:
     * task, features, targets, split, the numbers of the preprocessing and the folds, if any. No name and no path is part of it.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Network inputs together with what is to be predicted from them.
     *
     * @param features as many rows as there are targets
     * @param targets what is to be predicted in each row
     */
    public record Rows(Features features, Targets targets) {
        /** @throws IllegalArgumentException if there are not as many rows of features as of targets */
        public Rows {
            if (features.rows() != targets.rows()) {
                throw new IllegalArgumentException("features must hold " + targets.rows() + " rows of "
                        + features.inputs() + " inputs, but were " + features.rows() + " rows");
            }
        }
    }
}
