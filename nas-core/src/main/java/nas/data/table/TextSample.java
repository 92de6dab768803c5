package nas.data.table;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Iterator;
import java.util.List;
import nas.InvalidInputException;
import nas.data.TableFormat;

/**
 * The beginning of a text, up to the end of a line.
 *
 * @param text at most a million characters
 * @param isWhole whether the text ends there
 */
record TextSample(String text, boolean isWhole) {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_ROWS = 1_000;

    /** @throws InvalidInputException if it holds bytes that no text has */
    static TextSample of(TextSource source) {
        TextSample sample = source.read(TextSample::read);
        int zero = sample.text.indexOf(0);
        if (zero >= 0) {
            throw new InvalidInputException(source.name() + " must be a table of text in UTF-8, but holds a zero byte"
                    + " after " + zero + " characters");
        }
        return sample;
    }

    private static TextSample read(Reader reader) throws IOException {
        CharBuffer buffer = CharBuffer.allocate(LONGEST);
        while (buffer.hasRemaining() && reader.read(buffer) >= 0) {
            // Until the buffer is full or the text ends.
        }
        boolean isWhole = buffer.hasRemaining();
        String text = buffer.flip().toString();
        int end = text.lastIndexOf('\n');
        return new TextSample(isWhole || end < 0 ? text : text.substring(0, end + 1), isWhole);
    }

    /** Returns the rows that the text has in a format, the first ones if there are many, without blanks around cells. */
    List<List<String>> rows(TableFormat format) {
        ImmutableList.Builder<List<String>> rows = ImmutableList.builder();
        int count = 0;
        try {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(format.delimiterOr(','))
                    .quoteCharacter(format.quoteOr('"'))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .trimWhitespacesAroundQuotes(true)
                    .build(CsvRecordHandler.of(handler -> handler.maxFields(CsvRows.MOST_COLUMNS)), text)
                    .iterator();
            while (count < MOST_ROWS && records.hasNext()) {
                List<String> cells = records.next().getFields();
                if (cells.size() > 1 || !cells.get(0).isBlank()) {
                    rows.add(cells.stream().map(String::strip).collect(ImmutableList.toImmutableList()));
                    count++;
                }
            }
        } catch (CsvParseException e) {
            // What is wrong with the text is told when it is read; here its beginning suffices.
        }
        return rows.build();
    }
}
