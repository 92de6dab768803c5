package nas.space;

import java.util.Locale;

/** How the widths of hidden layers may follow one another. */
public enum Shape {
    /** In any way. */
    ANY,
    /** Never widening from input to output. */
    FUNNEL,
    /** All layers as wide as the first. */
    RECTANGLE;

    /** Returns the word used in files, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
