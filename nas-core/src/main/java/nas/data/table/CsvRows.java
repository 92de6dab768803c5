package nas.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.data.TableFormat;

/**
 * The rows of a table's text, without those that are blank. Lines in errors are those of the file, even where cells span
 * lines; columns count the cells of a row.
 */
final class CsvRows {
    /** A text with more columns is no table, or is laid out in another way. */
    static final int MOST_COLUMNS = 1 << 16;

    private static final Pattern PARSE_ERROR = Pattern.compile("(.*) \\(record starting at line (\\d+)\\)");
    private static final Pattern TOO_MANY = Pattern.compile("Record starting at line (\\d+) has surpassed .*");

    private final String name;
    private final Iterator<CsvRecord> records;

    /**
     * Begins before the first row.
     *
     * @param name what messages call the text
     * @param format says what stands between and around cells
     */
    CsvRows(String name, Reader text, TableFormat format) {
        this.name = name;
        this.records = CsvReader.builder()
                .fieldSeparator(format.delimiterOr(','))
                .quoteCharacter(format.quoteOr('"'))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)), text)
                .iterator();
    }

    /**
     * Returns the next row that is not blank, or empty at the end.
     *
     * @throws InvalidInputException if it is no row of a table
     */
    Optional<CsvRecord> next() {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (!isBlank(row)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw malformed(e);
        }
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private InvalidInputException malformed(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher tooMany = TOO_MANY.matcher(message);
        if (tooMany.matches()) {
            return error(tooMany.group(1), "row must have at most " + MOST_COLUMNS + " cells, but has more");
        }
        Matcher matcher = PARSE_ERROR.matcher(message);
        boolean hasLine = matcher.matches();
        String problem = hasLine ? matcher.group(1) : message;
        if (problem.startsWith("The maximum buffer size")) {
            problem = "a cell has more than 16 million characters; is a quote never closed?";
        }
        return error(hasLine ? matcher.group(2) : "1", "row must be valid CSV, but is not: " + problem);
    }

    private InvalidInputException error(String line, String rule) {
        return InvalidInputException.at(name, Long.parseLong(line), 1, rule);
    }
}
