package nas.data.table;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nas.data.TableFormat;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the text of a table is laid out, from its beginning. The delimiter is the one with which most rows have
 * equally many cells, at least two; then the one that leaves the fewest other delimiters in cells; then the one with the
 * most cells; then the first of comma, tab, semicolon and bar. The quote is the apostrophe only where more cells stand in
 * apostrophes than in quotation marks. The first line names the columns if {@link HeaderDetection} says so.
 */
final class FormatDetection {
    static final char QUOTATION_MARK = '"';
    static final char APOSTROPHE = '\'';

    private static final List<Character> DELIMITERS = ImmutableList.of(',', '\t', ';', '|');

    private final TextSample sample;
    private final TableFormat said;

    private FormatDetection(TextSample sample, TableFormat said) {
        this.sample = sample;
        this.said = said;
    }

    /**
     * Returns the format with nothing left open.
     *
     * @param said what is known of it
     * @param mentioned names of columns that somebody expects
     */
    static TableFormat of(TextSample sample, TableFormat said, Set<String> mentioned) {
        TableFormat cells = new FormatDetection(sample, said).cells();
        Boolean hasHeader = said.hasHeader();
        boolean isHeader =
                hasHeader != null ? hasHeader : new HeaderDetection(sample.rows(cells), mentioned).hasHeader();
        return new TableFormat(isHeader, said.names(), cells.delimiter(), cells.quote());
    }

    private TableFormat cells() {
        Character quote = said.quote() == null ? (Character) quote() : said.quote();
        Character delimiter = said.delimiter();
        return new TableFormat(null, List.of(), delimiter == null ? (Character) delimiter(quote) : delimiter, quote);
    }

    private char quote() {
        Character delimiter = said.delimiter();
        if (delimiter != null && delimiter == QUOTATION_MARK) {
            return APOSTROPHE;
        }
        boolean isFree = delimiter == null || delimiter != APOSTROPHE;
        return isFree && quoted(APOSTROPHE) > quoted(QUOTATION_MARK) ? APOSTROPHE : QUOTATION_MARK;
    }

    /** Counts cells that begin and end with a mark, whatever stands between cells. */
    private long quoted(char mark) {
        String between = "[,;|\\t\\n\\r]";
        String cell = "(?<=^|" + between + ") *" + mark + "[^" + mark + "\\n]*" + mark + " *(?=$|" + between + ")";
        return Pattern.compile(cell).matcher(sample.text()).results().count();
    }

    private char delimiter(@Nullable Character quote) {
        return DELIMITERS.stream()
                .filter(delimiter -> !delimiter.equals(quote))
                .map(delimiter ->
                        Candidate.of(delimiter, sample.rows(new TableFormat(null, List.of(), delimiter, quote))))
                .filter(candidate -> candidate.width >= 2)
                .max(Candidate.BY_MERIT)
                .map(Candidate::delimiter)
                .orElse(DELIMITERS.get(0));
    }

    /**
     * A delimiter and how well it suits.
     *
     * @param width the number of cells that most rows have
     * @param regular the share of rows that have so many
     * @param clean the share of cells that hold none of the other delimiters
     */
    private record Candidate(char delimiter, int width, double regular, double clean) {
        private static final Comparator<Candidate> BY_MERIT = Comparator.comparingDouble(Candidate::regular)
                .thenComparingDouble(Candidate::clean)
                .thenComparingInt(Candidate::width)
                .thenComparingInt(candidate -> -DELIMITERS.indexOf(candidate.delimiter));

        static Candidate of(char delimiter, List<List<String>> rows) {
            Map<Integer, Integer> widths = new TreeMap<>();
            long cells = 0;
            long clean = 0;
            for (List<String> row : rows) {
                widths.merge(row.size(), 1, Integer::sum);
                cells += row.size();
                clean += row.stream().filter(Candidate::isClean).count();
            }
            Map.Entry<Integer, Integer> usual = widths.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElse(Map.entry(0, 0));
            return new Candidate(
                    delimiter,
                    usual.getKey(),
                    (double) usual.getValue() / Math.max(1, rows.size()),
                    (double) clean / Math.max(1, cells));
        }

        private static boolean isClean(String cell) {
            return DELIMITERS.stream().allMatch(delimiter -> cell.indexOf(delimiter) < 0);
        }
    }
}
