package nas.data;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Makes what stands in a file fit for a message of one line. */
public final class Quoted {
    private static final int LONGEST = 60;
    private static final int LONGEST_PATH = 200;
    private static final int MOST = 20;

    private Quoted() {}

    /** Returns a text in quotes, on one line and not too long. */
    public static String text(String text) {
        return "'" + line(text) + "'";
    }

    /** Returns the first names, separated by commas, and how many follow. */
    public static String list(List<String> names) {
        String first = names.stream().limit(MOST).map(Quoted::line).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }

    /** Returns a text on one line and not too long. */
    public static String line(String text) {
        return Ascii.truncate(onOneLine(text), LONGEST, "…");
    }

    /** Returns a path on one line; of one that is very long, the end, which tells most. */
    public static String path(Path path) {
        String text = onOneLine(path.toString());
        int excess = text.length() - LONGEST_PATH;
        return excess <= 0 ? text : "…" + text.substring(excess);
    }

    private static String onOneLine(String text) {
        return CharMatcher.javaIsoControl().replaceFrom(text, ' ');
    }
}
