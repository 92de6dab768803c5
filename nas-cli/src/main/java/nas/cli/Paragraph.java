package nas.cli;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a terminal of 80 columns. */
final class Paragraph {
    private static final int WIDTH = 80;

    private Paragraph() {}

    /** Returns lines that begin with {@code first}, then with {@code further}; longer words than fit stand alone. */
    static List<String> lines(String first, String further, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : Splitter.on(' ').split(text)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(further);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
