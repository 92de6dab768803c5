package nas.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.Unreadable;

/**
 * Reads tables: comma separated, UTF-8, the first line names the columns. Lines in errors are those of the file, even
 * where cells span lines; columns count the cells of a row.
 */
public final class TableReader {
    private static final int MOST_COLUMNS = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern PARSE_ERROR = Pattern.compile("(.*) \\(record starting at line (\\d+)\\)");

    private TableReader() {}

    /**
     * Reads a table.
     *
     * @throws InvalidInputException if the file cannot be read or is no table that suits the description
     */
    public static Table read(Path file, DataDescription description) {
        try (Reader reader = open(file)) {
            return read(file.toString(), reader, description);
        } catch (UncheckedIOException e) {
            throw unreadable(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Reader open(Path file) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
    }

    private static InvalidInputException unreadable(Path file, IOException cause) {
        try {
            return cause instanceof CharacterCodingException ? MalformedText.in(file) : Unreadable.file(file, cause);
        } catch (IOException e) {
            return Unreadable.file(file, e);
        }
    }

    /** Reads a table from its text; {@code name} stands for the file in messages. */
    public static Table read(String name, Reader text, DataDescription description) throws IOException {
        try (CsvReader<CsvRecord> csv = csv().build(records(), withoutMark(text))) {
            return read(name, csv.iterator(), description);
        } catch (CsvParseException e) {
            throw malformed(name, e);
        }
    }

    private static CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    private static CsvRecordHandler records() {
        return CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS));
    }

    private static Reader withoutMark(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Table read(String name, Iterator<CsvRecord> records, DataDescription description) {
        if (!records.hasNext()) {
            throw InvalidInputException.at(name, 1, 1, "table must begin with a line of column names, but is empty");
        }
        CsvRecord header = records.next();
        Table table = new Table(TableColumns.of(name, header, description));
        while (records.hasNext()) {
            CsvRecord row = records.next();
            if (!isBlank(row)) {
                table.add(row);
            }
        }
        if (table.rows() == 0) {
            throw InvalidInputException.at(
                    name, header.getStartingLineNumber(), 1, "column names must be followed by rows, but are not");
        }
        return table;
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private static InvalidInputException malformed(String name, CsvParseException e) {
        Matcher matcher = PARSE_ERROR.matcher(String.valueOf(e.getMessage()));
        boolean hasLine = matcher.matches();
        long line = hasLine ? Long.parseLong(matcher.group(2)) : 1;
        String problem = hasLine ? matcher.group(1) : e.getMessage();
        return InvalidInputException.at(name, line, 1, "row must be valid CSV, but is not: " + problem);
    }
}
