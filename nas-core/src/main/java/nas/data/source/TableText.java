package nas.data.source;

import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import nas.data.generate.GeneratedTable;

/** The text of a generated table, made while it is read: names first, numbers so that reading gives the same ones. */
final class TableText extends Reader {
    private final GeneratedTable table;
    private int row = -1;
    private String line = "";
    private int position;

    TableText(GeneratedTable table) {
        this.table = table;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (position == line.length() && !hasNextLine()) {
            return -1;
        }
        int count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, buffer, offset);
        position += count;
        return count;
    }

    private boolean hasNextLine() {
        if (row == table.rows()) {
            return false;
        }
        line = row < 0 ? String.join(",", table.names()) + "\n" : cells();
        position = 0;
        row++;
        return row <= table.rows();
    }

    private String cells() {
        StringJoiner cells = new StringJoiner(",", "", "\n");
        List<String> names = table.names();
        for (int column = 0; column < names.size(); column++) {
            double cell = table.columns()[column][row];
            boolean isClass = !table.classNames().isEmpty() && names.get(column).equals(table.target());
            cells.add(isClass ? table.classNames().get((int) cell) : Double.toString(cell));
        }
        return cells.toString();
    }

    @Override
    public void close() {
        row = table.rows();
        line = "";
        position = 0;
    }
}
