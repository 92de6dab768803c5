package nas.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.data.TableFormat;

/**
 * The rows of a test file; its columns are found by name where both have names, else by position.
 *
 * @param text the file
 * @param columns those of the table
 * @param format its own
 */
record TestRows(TextSource text, TableColumns columns, TableFormat format) {
    /** @throws InvalidInputException if there are none, or they do not suit the table */
    void addTo(TableCollector collector) {
        int before = collector.rows();
        text.read(reader -> {
            CsvRows rows = new CsvRows(text.name(), reader, format);
            List<String> names = format.header().orElse(false) ? names(rows) : columns.names();
            IntUnaryOperator position = positions(names);
            for (Optional<CsvRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
                RowPlace place = new RowPlace(text.name(), row.get().getStartingLineNumber());
                TableReader.checkWidth(row.get(), names.size(), place);
                collector.addOfficial(row.get(), place, position);
            }
            return collector;
        });
        if (collector.rows() == before) {
            throw new InvalidInputException("data.test must have rows with a target, but " + text.name() + " has none");
        }
    }

    private List<String> names(CsvRows rows) {
        CsvRecord header = rows.next()
                .orElseThrow(() -> InvalidInputException.at(text.name(), 1, 1, "table must have rows, but is empty"));
        return ColumnNames.of(text.name(), header.getStartingLineNumber(), TableReader.stripped(header));
    }

    private IntUnaryOperator positions(List<String> names) {
        Map<String, Integer> known = new HashMap<>();
        names.forEach(name -> known.put(name, known.size()));
        int[] positions = columns.names().stream()
                .mapToInt(name -> known.getOrDefault(name, -1))
                .toArray();
        List<String> lacking = columns.used()
                .filter(column -> positions[column] < 0)
                .mapToObj(columns::name)
                .toList();
        if (!lacking.isEmpty()) {
            throw InvalidInputException.at(
                    text.name(),
                    1,
                    1,
                    "must have the columns of " + columns.file() + ", but lacks " + Quoted.list(lacking));
        }
        return column -> positions[column];
    }
}
