package nas.trial;

import java.util.Locale;

/** Which rows a trial is measured on, and so which it is trained on. */
public enum Fold {
    /** Trained on the training rows, measured on the validation rows. */
    VALIDATION,
    /** Trained on training and validation rows, measured on the test rows. */
    TEST,
    /**
     * Trained on training and validation rows and measured on these same rows: the winner's final training where there
     * are no test rows. Says nothing about unseen rows.
     */
    FULL;

    /** Returns the word used in files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
