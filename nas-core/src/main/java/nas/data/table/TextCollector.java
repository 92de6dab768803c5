package nas.data.table;

import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nas.data.Numbers;
import org.jspecify.annotations.Nullable;

/** Collects texts. Where it was only guessed that a column holds some, those that are numbers are counted. */
final class TextCollector implements CellCollector {
    /** Bytes that an entry of a dictionary takes, about. */
    private static final int ENTRY_BYTES = 150;

    private final String name;
    private final ImmutableSet<String> missing;
    private final Map<String, String> spellings;
    private final @Nullable MixedCells mixed;
    private final TextCells texts;
    private final Set<String> unusedSpellings;
    private final BitSet isNumber = new BitSet();
    private long numbers;
    private long others;
    private long characters;
    private @Nullable Misfit first;

    /**
     * What a column of texts is.
     *
     * @param name its name
     * @param missing cells that stand for an unknown value
     * @param spellings what stands for some texts
     * @param most how many different texts are told apart at most
     */
    record Description(String name, ImmutableSet<String> missing, Map<String, String> spellings, int most) {}

    /**
     * Begins with no cells.
     *
     * @param mixed what is made of numbers, or {@code null} where they are texts for sure
     */
    TextCollector(Description description, @Nullable MixedCells mixed) {
        this.name = description.name;
        this.missing = description.missing;
        this.spellings = description.spellings;
        this.unusedSpellings = new TreeSet<>(description.spellings.keySet());
        this.mixed = mixed;
        this.texts = new TextCells(description.most);
    }

    @Override
    public void add(String cell, RowPlace row, int position) {
        if (missing.contains(cell)) {
            texts.addMissing();
            return;
        }
        unusedSpellings.remove(cell);
        int known = texts.levels().size();
        texts.add(spellings.getOrDefault(cell, cell));
        if (texts.levels().size() > known) {
            characters += cell.length();
            isNumber.set(known, isNumber(cell));
        }
        if (mixed != null) {
            count(cell, row, position);
        }
    }

    private void count(String cell, RowPlace row, int position) {
        int code = texts.at(texts.size() - 1);
        if (code >= 0 ? isNumber.get(code) : isNumber(cell)) {
            numbers++;
        } else {
            others++;
            first = first == null ? new Misfit(cell, row, position) : first;
        }
    }

    private static boolean isNumber(String cell) {
        return Double.isFinite(Numbers.parse(cell));
    }

    @Override
    public boolean areMisjudged() {
        if (mixed != null && first != null && !mixed.areTexts(numbers, others, isNumber::cardinality)) {
            throw first.error(name, mixed);
        }
        return false;
    }

    @Override
    public Set<String> unusedSpellings() {
        return unusedSpellings;
    }

    @Override
    public ColumnCells cells() {
        return texts;
    }

    @Override
    public long bytes() {
        return (long) Integer.BYTES * texts.size()
                + (long) ENTRY_BYTES * texts.levels().size()
                + 2 * characters;
    }
}
