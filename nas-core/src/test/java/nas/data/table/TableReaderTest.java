package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.data.DataSource;
import nas.data.Descriptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    @TempDir
    Path folder;

    @Test
    void header_names_inputs_and_target() {
        Table table = read("a,b,y\n1,2,3\n4,5,6\n", "y");
        assertThat(table.columns().inputNames()).containsExactly("a", "b");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(cells(table)).containsExactly(1, 2, 4, 5);
        assertThat(numbers(table)).containsExactly(3, 6);
    }

    @Test
    void target_may_be_any_column_and_ignored_ones_may_hold_anything() {
        Table table = read("y,a,note,b\n3,1,,2\n6,4,so so,5\n", "y", "note");
        assertThat(table.columns().inputNames()).containsExactly("a", "b");
        assertThat(cells(table)).containsExactly(1, 2, 4, 5);
        assertThat(numbers(table)).containsExactly(3, 6);
    }

    @Test
    void quotes_blanks_and_windows_line_ends_do_not_matter() {
        String plain = "a,b,y\n1,-2.5e3,3\n4,5,6\n";
        String decorated = " \"a\" ,b , y\r\n\"1\", -2.5e3 ,3\r\n +4,\" 5 \",\t6\r\n";
        assertThat(cells(read(decorated, "y"))).isEqualTo(cells(read(plain, "y")));
    }

    @Test
    void byte_order_mark_is_skipped() {
        assertThat(read("\ufeffa,y\n1,2\n", "y").columns().inputNames()).containsExactly("a");
        assertThat(read("\ufeff\"a\",y\n1,2\n", "y").columns().inputNames()).containsExactly("a");
    }

    @Test
    void blank_lines_and_a_missing_last_line_end_do_not_matter() {
        assertThat(cells(read("\na,y\n\n1,2\n  \n3,4", "y"))).containsExactly(1, 3);
        assertThat(cells(read("a,y\n1,2\n3,4\n\n\n", "y"))).containsExactly(1, 3);
    }

    @Test
    void names_are_read_as_utf8() {
        assertThat(read("Größe,y\n1,2\n", "y").columns().inputNames()).containsExactly("Größe");
    }

    @Test
    void many_rows_keep_their_order() {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(',').append(-i).append(',').append(2 * i).append('\n');
        }
        Table table = read(text.toString(), "y");
        assertThat(table.rows()).isEqualTo(50_000);
        assertThat(table.cells().at(99_998)).isEqualTo(49_999);
        assertThat(table.cells().at(99_999)).isEqualTo(-49_999);
        assertThat(table.target().numbers().at(49_999)).isEqualTo(99_998);
    }

    private Table read(String text, String target, String... ignored) {
        try {
            Path file = Files.write(folder.resolve("table.csv"), text.getBytes(StandardCharsets.UTF_8));
            return TableReader.read(file, Descriptions.of(new DataSource.CsvFile(file), target, ignored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] cells(Table table) {
        return values(table.cells());
    }

    private static double[] numbers(Table table) {
        return values(table.target().numbers());
    }

    private static double[] values(DoubleList list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.at(i);
        }
        return values;
    }
}
