package nas.export;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** Tables as lists. */
public final class CsvText {
    private CsvText() {}

    /** Returns the rows of a table, the header line first. */
    public static List<List<String>> rows(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream()
                .map(row -> List.copyOf(row.getFields()))
                .toList();
    }
}
