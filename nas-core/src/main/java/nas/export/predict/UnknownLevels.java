package nas.export.predict;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nas.data.ColumnEncoding;
import nas.data.Quoted;

/** Cells whose levels have no input of their own: how many of each column, and the first of them. */
final class UnknownLevels {
    private final List<ColumnEncoding> columns;
    private final Map<Integer, Found> found = new LinkedHashMap<>();

    UnknownLevels(List<ColumnEncoding> columns) {
        this.columns = columns;
    }

    private record Found(String cell, String place, long count) {
        Found oneMore() {
            return new Found(cell, place, count + 1);
        }
    }

    /**
     * Takes a cell.
     *
     * @param column number of its column, from 0
     * @param place where it is, for people
     */
    void add(int column, String cell, String place) {
        found.merge(column, new Found(cell.strip(), place, 1), (earlier, later) -> earlier.oneMore());
    }

    /** Returns a sentence for each column in which there are any. */
    List<String> sentences() {
        ImmutableList.Builder<String> sentences = ImmutableList.builder();
        found.forEach((column, each) -> sentences.add(sentence(columns.get(column), each)));
        return sentences.build();
    }

    private static String sentence(ColumnEncoding column, Found found) {
        String cells = found.count() == 1 ? "1 cell holds a level" : found.count() + " cells hold levels";
        return "column " + Quoted.text(column.column()) + ": " + cells
                + " rare or absent in the training rows, such as " + Quoted.text(found.cell()) + " in " + found.place()
                + "; taken as " + meaning(column);
    }

    private static String meaning(ColumnEncoding column) {
        return column.match(
                number -> "missing",
                levels -> levels.hasOther() ? "another level" : "none of the levels",
                flag -> "halfway between both levels");
    }
}
