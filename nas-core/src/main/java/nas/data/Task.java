package nas.data;

import java.util.Locale;

/** What is to be predicted. */
public enum Task {
    /** One of several classes. */
    CLASSIFICATION,
    /** A number, or several. */
    REGRESSION;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
