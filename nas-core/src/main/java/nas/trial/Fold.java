package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rows a trial is measured on, and so which it is trained on.
 *
 * @param kind what the rows are for
 * @param number which one of several folds, from 1; 0 unless this is one of several
 * @param count how many folds there are, at least 2; 0 unless this is one of several
 */
public record Fold(Kind kind, int number, int count) {
    /** Trained on the training rows, measured on the validation rows. */
    public static final Fold VALIDATION = new Fold(Kind.VALIDATION, 0, 0);

    /** Trained on training and validation rows, measured on the test rows. */
    public static final Fold TEST = new Fold(Kind.TEST, 0, 0);

    /**
     * Trained on training and validation rows and measured on these same rows: the winner's final training where there
     * are no test rows. Says nothing about unseen rows.
     */
    public static final Fold FULL = new Fold(Kind.FULL, 0, 0);

    private static final Pattern PART = Pattern.compile("fold ([1-9][0-9]{0,8})/([1-9][0-9]{0,8})");

    /** What the rows that a trial is measured on are for. */
    public enum Kind {
        /** To compare networks: the one set of validation rows. */
        VALIDATION,
        /** To compare networks: one of several sets, each of which validates what the others train. */
        PART,
        /** To judge the winner. */
        TEST,
        /** Nothing: they are the rows that were trained on. */
        FULL
    }

    /** @throws IllegalArgumentException if the number is not from 1 to the count, or given where there are no several */
    public Fold {
        boolean isWhole = kind != Kind.PART && number == 0 && count == 0;
        checkArgument(
                isWhole || (kind == Kind.PART && count >= 2 && number >= 1 && number <= count),
                "fold must be one from 1 to 2 or more, but was %s %s/%s",
                kind,
                number,
                count);
    }

    /**
     * Returns one of several folds.
     *
     * @throws IllegalArgumentException if {@code count} is below 2 or {@code number} is not from 1 to {@code count}
     */
    public static Fold part(int number, int count) {
        return new Fold(Kind.PART, number, count);
    }

    /**
     * Returns the fold that a word stands for.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public static Fold of(String word) {
        Matcher part = PART.matcher(word);
        return part.matches()
                ? part(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)))
                : Stream.of(VALIDATION, TEST, FULL)
                        .filter(fold -> fold.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "fold must be validation, test, full or such as 'fold 1/5', but was '" + word + "'"));
    }

    /** Returns the word used in files, such as {@code validation} or {@code fold 2/5}. */
    public String word() {
        return kind == Kind.PART ? "fold " + number + "/" + count : kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is measured in order to compare networks: on validation rows, or on one of several folds. */
    public boolean isValidation() {
        return switch (kind) {
            case VALIDATION, PART -> true;
            case TEST, FULL -> false;
        };
    }
}
