package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are ready for training: encoded, scaled and split. Immutable and safe for use by many threads, as long as
 * nobody writes to its arrays, which are shared, never copied.
 */
public final class Dataset {
    private static final int MOST_BLOCKS = 10;

    private final Content content;
    private final Division division;
    private final String fingerprint;
    private final Blocks blocks;

    private Dataset(Content content, Division division, String fingerprint) {
        this.content = content;
        this.division = division;
        this.fingerprint = fingerprint;
        this.blocks = new Blocks(division.split, division.strata);
    }

    /** What rows hold. */
    private record Content(String name, Rows rows, Preprocessing preprocessing) {}

    /**
     * How rows are divided, and may be.
     *
     * @param refit makes the data set of a split with a preprocessing of its own, or {@code null} if all splits share one
     */
    private record Division(
            Split split,
            List<Dataset> folds,
            Strata strata,
            @Nullable Function<Split, Dataset> refit) {
        Division(Split split, Strata strata) {
            this(split, ImmutableList.of(), strata, null);
        }
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
        return new Dataset(
                new Content(name, rows, preprocessing),
                new Division(split, Strata.of(rows.targets, 0)),
                Fingerprint.of(rows, split, preprocessing));
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
        new FoldedSplit(split(), sets.stream().map(Dataset::split).toList());
        for (Dataset set : sets) {
            boolean isAlike = set.rows() == rows()
                    && set.outputs() == outputs()
                    && set.task() == task()
                    && set.inputNames().equals(inputNames())
                    && set.folds().isEmpty();
            if (!isAlike) {
                throw new IllegalArgumentException(
                        "folds must have the same rows, inputs and outputs as their data set, " + describe()
                                + ", but one has " + set.describe());
            }
        }
        List<Dataset> folds = ImmutableList.copyOf(sets);
        return new Dataset(
                content,
                new Division(division.split, folds, division.strata, division.refit),
                Fingerprint.of(fingerprint, Lists.transform(folds, Dataset::fingerprint)));
    }

    /** Returns a copy of which more is known: what its rows have in common. It is no part of the fingerprint. */
    Dataset withStrata(Strata strata) {
        return new Dataset(content, new Division(division.split, division.folds, strata, division.refit), fingerprint);
    }

    /**
     * Returns a copy whose blocks have a preprocessing of their own.
     *
     * @param refit makes the data set of a split, with a preprocessing that is fitted on that split's training rows
     */
    Dataset withRefit(Function<Split, Dataset> refit) {
        return new Dataset(content, new Division(division.split, division.folds, division.strata, refit), fingerprint);
    }

    private String describe() {
        return rows() + " rows of " + inputs() + " inputs and " + outputs() + " outputs (" + task().word() + ")";
    }

    /** Returns a short name for people; it is no part of the fingerprint. */
    public String name() {
        return content.name;
    }

    /** Returns what is to be predicted. */
    public Task task() {
        return targets().task();
    }

    /** Returns the number of rows. */
    public int rows() {
        return targets().rows();
    }

    /** Returns the number of network inputs. */
    public int inputs() {
        return content.rows.features.inputs();
    }

    /** Returns the number of network outputs: the classes, or the numbers to predict. */
    public int outputs() {
        return targets().outputs();
    }

    /** Returns one name per network input, in order. */
    public List<String> inputNames() {
        return content.preprocessing.inputs().names();
    }

    /** Returns the network inputs of all rows. */
    public Features features() {
        return content.rows.features;
    }

    /** Returns what is to be predicted in each row. */
    public Targets targets() {
        return content.rows.targets;
    }

    /** Returns which rows train, which compare and which test. */
    public Split split() {
        return division.split;
    }

    /**
     * Returns a data set for each fold, or none where the validation rows are one part of the split. Where there are folds,
     * this data set's own split has all rows that are not for the test as training rows and none for validation.
     */
    public List<Dataset> folds() {
        return division.folds;
    }

    /** Returns what one trial of a search has: the data of the first fold, or these where there are no folds. */
    public Dataset ofOneTrial() {
        return folds().isEmpty() ? this : folds().get(0);
    }

    /**
     * Returns the data set of a block: one of several folds of a partition of all rows that train or validate. It trains the
     * other blocks' rows, validates its own and has no test rows. Rows are divided as any split divides them: each block gets
     * each class's share, no group is parted, and rows that are ordered by time are cut into contiguous pieces, always the
     * same ones (blocked cross-validation; Bergmeir & Benítez 2012, "On the use of cross-validation for time series predictor
     * evaluation", doi:10.1016/j.ins.2011.12.028). A row that alone has its class, or is of a group that does, trains in all
     * blocks.
     *
     * <p>Where this data set has folds, the preprocessing is fitted anew on the block's training rows, as it was on each
     * fold's; otherwise features and preprocessing are shared. The last partitions that were asked for are remembered.
     *
     * @param partition the seed by which rows are divided; any value
     * @param number which block, from 1
     * @param count number of blocks of the partition, at least 2
     * @throws IllegalArgumentException if there is no such block, or there are too few rows or groups for so many
     */
    public Dataset block(long partition, int number, int count) {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("block must be in 1.." + count + ", but was " + number);
        }
        return blocks.all(partition, count, this::ofBlock).get(number - 1).data();
    }

    private Dataset ofBlock(Split split) {
        return division.refit != null
                ? division.refit.apply(split)
                : new Dataset(content, new Division(split, division.strata), Fingerprint.of(fingerprint, split));
    }

    /** Returns into how many blocks these rows can be divided, but at most 10; below 2 if into none. */
    public int mostBlocks() {
        return Math.min(MOST_BLOCKS, blocks.most());
    }

    /** Tells whether rows belong to groups, which no split parts. */
    public boolean isGrouped() {
        return division.strata.isGrouped();
    }

    /**
     * Returns the number of a row's group, the same in all folds and blocks of the data.
     *
     * @throws IllegalStateException if rows belong to none
     */
    public int group(int row) {
        if (!isGrouped()) {
            throw new IllegalStateException("these rows belong to no groups");
        }
        return division.strata.groups()[row];
    }

    /** Returns how raw rows became the features and the targets. */
    public Preprocessing preprocessing() {
        return content.preprocessing;
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
