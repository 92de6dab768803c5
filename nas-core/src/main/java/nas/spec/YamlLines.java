package nas.spec;

import com.google.common.base.Strings;

/** The lines of a search space, with comments in a column of their own. */
final class YamlLines {
    private static final int COMMENT_COLUMN = 35;

    private final StringBuilder text = new StringBuilder();

    /** Adds an empty line. */
    YamlLines blank() {
        text.append('\n');
        return this;
    }

    /** Adds a line as it is. */
    YamlLines line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a line with a comment behind it; an empty one is left out. */
    YamlLines line(String line, String comment) {
        return comment.isEmpty() ? line(line) : line(Strings.padEnd(line + "  ", COMMENT_COLUMN, ' ') + "# " + comment);
    }

    /** Returns all lines. */
    @Override
    public String toString() {
        return text.toString();
    }
}
