package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows a trial is measured on, and so which it is trained on.
 *
 * @param kind what the rows are for
 * @param number which one of several folds, from 1; 0 unless this is one of several
 * @param count how many folds there are, at least 2; 0 unless this is one of several
 * @param partition the seed by which rows were divided into blocks; 0 unless this is a block
 */
public record Fold(Kind kind, int number, int count, long partition) {
    /** Trained on the training rows, measured on the validation rows. */
    public static final Fold VALIDATION = new Fold(Kind.VALIDATION, 0, 0, 0);

    /**
     * Trained on the training rows, measured on the validation rows, as trials of a search without folds are: what a finalist
     * has instead of a block where rows are too few to be divided.
     */
    public static final Fold UNDIVIDED = new Fold(Kind.UNDIVIDED, 0, 0, 0);

    /** Trained on training and validation rows, measured on the test rows. */
    public static final Fold TEST = new Fold(Kind.TEST, 0, 0, 0);

    /**
     * Trained on training and validation rows and measured on these same rows: the winner's final training where there
     * are no test rows. Says nothing about unseen rows.
     */
    public static final Fold FULL = new Fold(Kind.FULL, 0, 0, 0);

    /** Those that are not one of several; most of a journal's trials are of the first. */
    private static final List<Fold> WHOLE = List.of(VALIDATION, UNDIVIDED, TEST, FULL);

    private static final String NUMBERS = "([1-9][0-9]{0,8})/([1-9][0-9]{0,8})";
    private static final Pattern PART = Pattern.compile("fold " + NUMBERS);
    private static final Pattern BLOCK = Pattern.compile("block " + NUMBERS + " of (0|-?[1-9][0-9]{0,18})");

    /** What the rows that a trial is measured on are for. */
    public enum Kind {
        /** To compare networks: the one set of validation rows. */
        VALIDATION,
        /** To compare networks: one of several sets, each of which validates what the others train. */
        PART,
        /** To compare finalists: one fold of a partition of their own of all training and validation rows. */
        BLOCK,
        /** To compare finalists where rows cannot be divided: the one set of validation rows once more. */
        UNDIVIDED,
        /** To judge the winner. */
        TEST,
        /** Nothing: they are the rows that were trained on. */
        FULL
    }

    /**
     * Checks what is given.
     *
     * @throws IllegalArgumentException if the number is not from 1 to the count, or given where there are no several, or if
     *     what is no block has a partition
     */
    public Fold {
        boolean isOneOfSeveral = kind == Kind.PART || kind == Kind.BLOCK;
        checkArgument(
                isOneOfSeveral ? count >= 2 && number >= 1 && number <= count : number == 0 && count == 0,
                "fold must be one from 1 to 2 or more, but was %s %s/%s",
                kind,
                number,
                count);
        checkArgument(
                kind == Kind.BLOCK || partition == 0, "only a block has a partition, but %s has %s", kind, partition);
    }

    /**
     * Returns one of several folds.
     *
     * @throws IllegalArgumentException if {@code count} is below 2 or {@code number} is not from 1 to {@code count}
     */
    public static Fold part(int number, int count) {
        return new Fold(Kind.PART, number, count, 0);
    }

    /**
     * Returns a fold of a partition: trained on all training and validation rows but its own, measured on its own.
     *
     * @param partition the seed by which rows are divided; any value
     * @throws IllegalArgumentException if {@code count} is below 2 or {@code number} is not from 1 to {@code count}
     */
    public static Fold block(long partition, int number, int count) {
        return new Fold(Kind.BLOCK, number, count, partition);
    }

    /**
     * Returns the fold that a word stands for.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public static Fold of(String word) {
        for (Fold whole : WHOLE) {
            if (whole.word().equals(word)) {
                return whole;
            }
        }
        Matcher part = PART.matcher(word);
        if (part.matches()) {
            return part(number(part, 1), number(part, 2));
        }
        Matcher block = BLOCK.matcher(word);
        if (block.matches()) {
            return block(Long.parseLong(block.group(3)), number(block, 1), number(block, 2));
        }
        throw new IllegalArgumentException(
                "fold must be validation, undivided, test, full, such as 'fold 1/5' or such as 'block 1/10 of 42', but was '"
                        + word + "'");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Returns the word used in files, such as {@code validation}, {@code fold 2/5} or {@code block 3/10 of -42}. */
    public String word() {
        return switch (kind) {
            case VALIDATION, UNDIVIDED, TEST, FULL -> kind.name().toLowerCase(Locale.ROOT);
            case PART -> "fold " + number + "/" + count;
            case BLOCK -> "block " + number + "/" + count + " of " + partition;
        };
    }

    /** Returns whether a search compares genomes on it: the validation rows, or one of several folds. */
    public boolean isSearch() {
        return switch (kind) {
            case VALIDATION, PART -> true;
            case BLOCK, UNDIVIDED, TEST, FULL -> false;
        };
    }

    /** Returns whether finalists and their neighbours are compared on it: a block, or what they have instead of one. */
    public boolean isBlock() {
        return switch (kind) {
            case BLOCK, UNDIVIDED -> true;
            case VALIDATION, PART, TEST, FULL -> false;
        };
    }

    /**
     * Returns whether its rows validate: they compare networks that have not trained on them, so that they are measured
     * after every epoch and may end a training early.
     */
    public boolean isValidated() {
        return switch (kind) {
            case VALIDATION, PART, BLOCK, UNDIVIDED -> true;
            case TEST, FULL -> false;
        };
    }
}
