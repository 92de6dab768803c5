package nas.data.table;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.Quoted;
import nas.data.TableFormat;
import nas.data.table.RowWriter.WritingException;

/**
 * The rows of a table, one after another, in constant memory. How the text is laid out is detected. Used on one thread, within
 * {@link #read}.
 */
public final class RowStream {
    private final TextSource source;
    private final Wanted wanted;
    private final TableFormat format;
    private final CsvRows rows;
    private final List<String> names;
    private final int[] positions;
    private Optional<CsvRecord> first;

    private RowStream(TextSource source, Wanted wanted, TableFormat format, Reader reader) {
        this.source = source;
        this.wanted = wanted;
        this.format = format;
        this.rows = new CsvRows(source.name(), reader, format);
        CsvRecord begin = rows.next()
                .orElseThrow(() -> InvalidInputException.at(source.name(), 1, 1, "table must have rows, but is empty"));
        boolean hasHeader = format.header().orElse(false);
        this.names = hasHeader
                ? ColumnNames.of(source.name(), begin.getStartingLineNumber(), TableReader.stripped(begin))
                : namesOf(begin);
        this.first = hasHeader ? Optional.empty() : Optional.of(begin);
        this.positions = positions();
    }

    /**
     * What is wanted of a table.
     *
     * @param columns names of the columns that are wanted
     * @param usual names of all columns of tables that have no header line, of which those that are not wanted may be
     *     left out together; empty where there must be a header line
     */
    public record Wanted(List<String> columns, List<String> usual) {
        /** Copies the lists. */
        public Wanted {
            columns = ImmutableList.copyOf(columns);
            usual = ImmutableList.copyOf(usual);
        }
    }

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param cells all its cells, as they stand there
     */
    public record Row(long line, List<String> cells) {}

    /** Does something with the rows. */
    @FunctionalInterface
    public interface Reading {
        /** Takes the rows. */
        void read(RowStream rows) throws IOException;
    }

    /**
     * Reads a table from its beginning.
     *
     * @throws InvalidInputException if it cannot be read, is no table or lacks a column that is wanted
     * @throws IOException if the reading throws it
     */
    public static void read(TextSource source, Wanted wanted, Reading reading) throws IOException {
        TableFormat format = format(TextSample.of(source), wanted);
        Failure failure = source.read(reader -> {
            try {
                reading.read(new RowStream(source, wanted, format, reader));
                return Failure.NONE;
            } catch (WritingException e) {
                return new Failure(Optional.of(e));
            }
        });
        if (failure.writing().isPresent()) {
            throw failure.writing().get();
        }
    }

    /** Names may look like quoted ones, so what leads to the columns that are wanted is preferred to what is detected. */
    private static TableFormat format(TextSample sample, Wanted wanted) {
        Boolean hasHeader = wanted.usual().isEmpty() ? true : null;
        List<TableFormat> formats = Stream.of(Optional.<Character>empty(), Optional.of('"'), Optional.of('\''))
                .map(quote -> new TableFormat(hasHeader, ImmutableList.of(), null, quote.orElse(null)))
                .map(said -> FormatDetection.of(sample, said, new TreeSet<>(wanted.columns())))
                .toList();
        return formats.stream()
                .filter(format ->
                        sample.rows(format).stream().limit(1).anyMatch(names -> names.containsAll(wanted.columns())))
                .findFirst()
                .orElse(formats.get(0));
    }

    /** What is wrong with the text is told by the source; what is wrong with the place where answers go is not its fault. */
    private record Failure(Optional<WritingException> writing) {
        static final Failure NONE = new Failure(Optional.empty());
    }

    /** Returns the names of all columns, in their order. */
    public List<String> names() {
        return names;
    }

    /** Returns what stands between cells. */
    public char delimiter() {
        return format.delimiterOr(',');
    }

    /** Returns which of a row's cells each column that is wanted is in. */
    public List<String> wanted(Row row) {
        return new Picked(row.cells(), positions);
    }

    /**
     * Returns the next row, or empty at the end.
     *
     * @throws InvalidInputException if it is no row of the table
     */
    public Optional<Row> next() {
        Optional<CsvRecord> found = first.isPresent() ? first : rows.next();
        first = Optional.empty();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CsvRecord row = found.get();
        TableReader.checkWidth(row, names.size(), new RowPlace(source.name(), row.getStartingLineNumber()));
        return Optional.of(new Row(row.getStartingLineNumber(), row.getFields()));
    }

    /** Returns an error about a cell of a column that is wanted, given by its number, from 0. */
    public InvalidInputException error(Row row, int column, String saying) {
        return new RowPlace(source.name(), row.line())
                .error(positions[column], wanted.columns().get(column), saying);
    }

    /** Returns where a row is, for people. */
    public String place(Row row) {
        return source.name() + ":" + row.line();
    }

    private List<String> namesOf(CsvRecord begin) {
        int width = begin.getFieldCount();
        if (width == wanted.usual().size()) {
            return wanted.usual();
        }
        List<String> withoutTarget =
                wanted.usual().stream().filter(wanted.columns()::contains).toList();
        if (width == withoutTarget.size() && width == wanted.columns().size()) {
            return withoutTarget;
        }
        throw InvalidInputException.at(
                source.name(),
                begin.getStartingLineNumber(),
                1,
                "first line must name the columns, or there must be all "
                        + wanted.usual().size() + " of the training table, or its "
                        + wanted.columns().size() + " inputs, but there are " + width);
    }

    private List<String> unused() {
        return names.stream().filter(name -> !wanted.columns().contains(name)).toList();
    }

    private int[] positions() {
        Map<String, Integer> known = new HashMap<>();
        names.forEach(name -> known.put(name, known.size()));
        List<String> lacking = wanted.columns().stream()
                .filter(name -> !known.containsKey(name))
                .toList();
        if (!lacking.isEmpty()) {
            throw InvalidInputException.at(
                    source.name(),
                    1,
                    1,
                    "table must have the columns of the training rows, but lacks " + Quoted.list(lacking)
                            + Suggestions.didYouMean(lacking.get(0), unused()));
        }
        return wanted.columns().stream()
                .mapToInt(name -> known.getOrDefault(name, -1))
                .toArray();
    }
}
