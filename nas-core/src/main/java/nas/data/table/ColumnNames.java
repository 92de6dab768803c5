package nas.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.Quoted;

/**
 * The names of a table's columns, and how a description refers to them.
 *
 * @param file the table's name in messages
 * @param names all columns, in order
 */
record ColumnNames(String file, List<String> names) {
    /** Returns names for columns that have none: {@code c1}, {@code c2}, … */
    static List<String> numbered(int width) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int column = 1; column <= width; column++) {
            names.add("c" + column);
        }
        return names.build();
    }

    /**
     * Returns the names in a header line; columns without one are named by their number.
     *
     * @throws InvalidInputException if two names are the same
     */
    static List<String> of(String file, long line, List<String> cells) {
        Map<String, Integer> columns = new HashMap<>();
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "c" + (i + 1) : cells.get(i);
            Integer earlier = columns.put(name, i + 1);
            if (earlier != null) {
                throw InvalidInputException.at(
                        file,
                        line,
                        i + 1,
                        "column names must differ, but " + Quoted.text(name) + " is also column " + earlier);
            }
            names.add(name);
        }
        return names.build();
    }

    /** Returns the number that a reference is, if it is one. */
    static Optional<Integer> number(String reference) {
        return Optional.ofNullable(Ints.tryParse(reference));
    }

    /**
     * Returns the index of a column.
     *
     * @param key what refers to it, such as {@code data.target}
     * @param reference its name; else its number, from 1 for the first or from -1 for the last
     * @throws InvalidInputException if there is no such column
     */
    int find(String key, String reference) {
        int named = names.indexOf(reference);
        if (named >= 0) {
            return named;
        }
        int number = number(reference).orElse(0);
        if (number != 0 && Math.abs((long) number) <= names.size()) {
            return number > 0 ? number - 1 : names.size() + number;
        }
        String rule = key.equals("data.columns") ? " must name" : " must be";
        throw new InvalidInputException(key + rule + " a column of " + file + " (" + Quoted.list(names) + ")"
                + (number(reference).isEmpty()
                        ? ""
                        : " or a number from 1 to " + names.size() + ", or from -" + names.size() + " to -1")
                + ", but was " + Quoted.text(reference)
                + Suggestions.didYouMean(reference, names));
    }
}
