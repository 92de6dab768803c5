package nas.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nas.InvalidInputException;
import nas.data.Numbers;
import nas.data.Quoted;

/**
 * Collects times as numbers: numbers as they are, dates and times of ISO 8601 as milliseconds since 1970, in UTC where they
 * name no offset. A column holds the one or the other.
 */
final class TimeCollector implements CellCollector {
    private static final double MILLIS = 1e3;

    private final String name;
    private final NumberCells times = new NumberCells();
    private boolean isDate;

    TimeCollector(String name) {
        this.name = name;
    }

    @Override
    public void add(String cell, RowPlace row, int position) {
        double number = Numbers.parse(cell);
        boolean isNumber = Double.isFinite(number);
        if (times.size() == 0) {
            isDate = !isNumber;
        }
        if (isNumber == isDate) {
            throw error(cell, row, position, isDate ? "a date as in other rows" : "a number as in other rows");
        }
        times.add(isNumber ? number : millis(cell, row, position));
    }

    private double millis(String cell, RowPlace row, int position) {
        try {
            if (cell.indexOf('T') < 0 && cell.indexOf(' ') < 0) {
                return LocalDate.parse(cell).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * MILLIS;
            }
            String text = cell.replace(' ', 'T');
            boolean hasOffset =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            LocalDateTime time = hasOffset
                    ? OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                    : LocalDateTime.parse(text);
            return time.toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw error(cell, row, position, "a number, or a date or time such as 2024-03-01 or 2024-03-01T12:30:00");
        }
    }

    private InvalidInputException error(String cell, RowPlace row, int position, String rule) {
        return row.error(position, name, "must be " + rule + ", but was " + Quoted.text(cell));
    }

    @Override
    public ColumnCells cells() {
        return times;
    }

    @Override
    public long bytes() {
        return (long) Double.BYTES * times.size();
    }
}
