package nas.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.DataDescription;
import nas.data.Quoted;

/**
 * The columns of a table and what each one is for.
 *
 * @param file the table's name in messages
 * @param names all columns, in order
 * @param target index of the column to predict
 * @param inputs indices of the input columns, ascending
 */
record TableColumns(String file, List<String> names, int target, ImmutableIntArray inputs) {
    /** @throws InvalidInputException if the header or what the description says about it is wrong */
    static TableColumns of(String file, CsvRecord header, DataDescription description) {
        List<String> names = names(file, header);
        int target = target(file, names, description);
        int[] inputs = IntStream.range(0, names.size())
                .filter(column -> column != target)
                .filter(column -> !description.reading().columns().containsKey(names.get(column)))
                .toArray();
        if (inputs.length == 0) {
            throw new InvalidInputException(file + " must have at least one input column, but all but the target "
                    + Quoted.text(names.get(target)) + " are ignored or absent");
        }
        return new TableColumns(file, names, target, ImmutableIntArray.copyOf(inputs));
    }

    int width() {
        return names.size();
    }

    String targetName() {
        return names.get(target);
    }

    List<String> inputNames() {
        return inputs.stream().mapToObj(names::get).collect(ImmutableList.toImmutableList());
    }

    private static List<String> names(String file, CsvRecord header) {
        Map<String, Integer> cells = new HashMap<>();
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip();
            if (name.isEmpty()) {
                throw InvalidInputException.at(file, header.getStartingLineNumber(), i + 1, "column must have a name");
            }
            Integer earlier = cells.put(name, i + 1);
            if (earlier != null) {
                throw InvalidInputException.at(
                        file,
                        header.getStartingLineNumber(),
                        i + 1,
                        "column names must differ, but " + Quoted.text(name) + " is also column " + earlier);
            }
            names.add(name);
        }
        return names.build();
    }

    private static int target(String file, List<String> names, DataDescription description) {
        String target = description.target().columns().stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "data.target must name the column to predict, one of " + Quoted.list(names) + " in " + file));
        checkKnown("data.target must be", target, file, names);
        for (String ignored : description.reading().columns().keySet()) {
            checkKnown("data.columns must name", ignored, file, names);
        }
        if (description.reading().columns().keySet().contains(target)) {
            throw new InvalidInputException(
                    "data.target must not be ignored, but data.columns ignores " + Quoted.text(target));
        }
        return names.indexOf(target);
    }

    private static void checkKnown(String rule, String name, String file, List<String> names) {
        if (!names.contains(name)) {
            throw new InvalidInputException(rule + " a column of " + file + " (" + Quoted.list(names) + "), but was "
                    + Quoted.text(name) + Suggestions.didYouMean(name, names));
        }
    }
}
