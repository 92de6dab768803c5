package nas.data;

import java.util.Locale;

/** What a column of a table holds. */
public enum ColumnKind {
    /** Numbers, standardised. */
    NUMERIC,
    /** One of several levels, whatever its cells look like; one input for each. */
    CATEGORICAL,
    /** One of two levels; a single input of 0 or 1. */
    BOOLEAN,
    /** Nothing that is to be an input. */
    IGNORE;

    /** Returns the word used in files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
