package nas.data.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cells that are texts, each held as the number of its level. Where there are very many levels, those that come late have
 * no number of their own.
 */
final class TextCells implements ColumnCells {
    /** Stands for a missing cell. */
    static final int MISSING = -1;

    /** Stands for a level beyond those that are told apart. */
    static final int BEYOND = -2;

    private final int most;
    private final IntList codes = new IntList();
    private final Map<String, Integer> codeOf = new LinkedHashMap<>();
    private final List<String> levels = new ArrayList<>();

    /** Begins with no cells; at most so many levels are told apart. */
    TextCells(int most) {
        this.most = most;
    }

    void add(String text) {
        Integer known = codeOf.get(text);
        if (known != null) {
            codes.add(known);
        } else if (levels.size() == most) {
            codes.add(BEYOND);
        } else {
            codeOf.put(text, levels.size());
            codes.add(levels.size());
            levels.add(text);
        }
    }

    void addMissing() {
        codes.add(MISSING);
    }

    /** Returns the number of the level in a row, {@link #MISSING} or {@link #BEYOND}. */
    int at(int row) {
        return codes.at(row);
    }

    /** Returns the levels that are told apart, in the order in which they came. */
    List<String> levels() {
        return Collections.unmodifiableList(levels);
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public <T> T match(Function<NumberCells, T> numbers, Function<TextCells, T> texts) {
        return texts.apply(this);
    }
}
