package nas.data.table;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.Quoted;
import nas.data.TableFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables. A text is read once, but again if a column of which the first rows held numbers turns out to hold mostly
 * texts.
 */
public final class TableReader {
    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);

    private final TextSource source;
    private final DataDescription description;
    private final TextSample sample;
    private final TableFormat format;

    private TableReader(TextSource source, DataDescription description) {
        this.source = source;
        this.description = description;
        this.sample = TextSample.of(source);
        this.format = FormatDetection.of(sample, description.reading().format(), TableColumns.mentioned(description));
    }

    /**
     * Reads a table.
     *
     * @param test its official test rows, where they are apart
     * @throws InvalidInputException if a text cannot be read or is no table that suits the description
     */
    public static Table read(TextSource source, Optional<TextSource> test, DataDescription description) {
        return new TableReader(source, description).table(test);
    }

    /**
     * Returns the names of the columns.
     *
     * @throws InvalidInputException if the text cannot be read or is no table
     */
    public static List<String> columns(TextSource source, DataDescription description) {
        return new TableReader(source, description).names();
    }

    private Table table(Optional<TextSource> test) {
        TableColumns columns = TableColumns.of(source.name(), names(), description);
        ColumnChoice choice = new ColumnChoice(columns, description, rowsBelowHeader());
        Set<Integer> texts = new TreeSet<>();
        TableCollector collector;
        do {
            collector = collect(columns, choice, texts);
        } while (texts.addAll(collector.misjudged()));
        if (test.isPresent()) {
            new TestRows(test.get(), columns, formatOf(test.get())).addTo(collector);
        }
        warnOfUnknownTargets(collector);
        warnOfUnusedSpellings(collector);
        return new Table(columns, format, collector);
    }

    /** Returns the columns' names: those of the first line, those that somebody gave, or their numbers. */
    private List<String> names() {
        Header header = source.read(reader -> new Header(new CsvRows(source.name(), reader, format).next()));
        CsvRecord first = header.row.orElseThrow(
                () -> InvalidInputException.at(source.name(), 1, 1, "table must have rows, but is empty"));
        if (format.header().orElse(false)) {
            return ColumnNames.of(source.name(), first.getStartingLineNumber(), stripped(first));
        }
        List<String> given = format.names();
        if (!given.isEmpty() && given.size() != first.getFieldCount()) {
            throw new InvalidInputException("data.header must name the " + first.getFieldCount() + " columns of "
                    + source.name() + ", but names " + given.size());
        }
        return given.isEmpty() ? ColumnNames.numbered(first.getFieldCount()) : given;
    }

    private record Header(Optional<CsvRecord> row) {}

    static List<String> stripped(CsvRecord row) {
        return row.getFields().stream().map(String::strip).collect(ImmutableList.toImmutableList());
    }

    private List<List<String>> rowsBelowHeader() {
        List<List<String>> rows = sample.rows(format);
        boolean hasHeader = format.header().orElse(false);
        return hasHeader && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows;
    }

    private TableCollector collect(TableColumns columns, ColumnChoice choice, Set<Integer> texts) {
        TableCollector collector = new TableCollector(columns, choice.collectors(texts), choice.missing());
        source.read(reader -> {
            CsvRows rows = new CsvRows(source.name(), reader, format);
            Optional<CsvRecord> row = format.header().orElse(false) ? afterHeader(rows) : rows.next();
            while (row.isPresent()) {
                RowPlace place = new RowPlace(source.name(), row.get().getStartingLineNumber());
                checkWidth(row.get(), columns.width(), place);
                collector.add(row.get(), place);
                row = rows.next();
            }
            return collector;
        });
        checkEnough(collector);
        return collector;
    }

    private Optional<CsvRecord> afterHeader(CsvRows rows) {
        CsvRecord header = rows.next().orElseThrow();
        Optional<CsvRecord> row = rows.next();
        if (row.isEmpty()) {
            throw InvalidInputException.at(
                    source.name(),
                    header.getStartingLineNumber(),
                    1,
                    "column names must be followed by rows, but are not");
        }
        return row;
    }

    static void checkWidth(CsvRecord row, int width, RowPlace place) {
        if (row.getFieldCount() != width) {
            throw InvalidInputException.at(
                    place.file(),
                    place.line(),
                    Math.min(row.getFieldCount(), width) + 1L,
                    "row must have " + width + " cells, but has " + row.getFieldCount());
        }
    }

    private void checkEnough(TableCollector collector) {
        if (collector.rows() < 2) {
            String without = collector.rowsWithoutTarget() == 0 ? "" : ", and the target is missing in all others";
            throw new InvalidInputException(source.name() + " must have at least 2 rows, one to train on and one to"
                    + " validate, but has " + collector.rows() + without);
        }
    }

    /** A test file has a header where the table has one, but may be laid out in its own way. */
    private TableFormat formatOf(TextSource test) {
        TableFormat said = description.reading().format();
        TableFormat header = new TableFormat(format.hasHeader(), format.names(), said.delimiter(), said.quote());
        return FormatDetection.of(TextSample.of(test), header, Set.of());
    }

    private static void warnOfUnusedSpellings(TableCollector collector) {
        if (!collector.unusedSpellings().isEmpty()) {
            LOG.warn("data.target.map names what no cell holds: {}", Quoted.list(collector.unusedSpellings()));
        }
    }

    private static void warnOfUnknownTargets(TableCollector collector) {
        collector
                .firstWithoutTarget()
                .ifPresent(first -> LOG.warn(
                        "{} rows have no target and are left out; the first is {}:{}",
                        collector.rowsWithoutTarget(),
                        first.file(),
                        first.line()));
    }
}
