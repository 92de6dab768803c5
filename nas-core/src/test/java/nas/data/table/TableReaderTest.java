package nas.data.table;

import static nas.data.table.Tables.numbers;
import static nas.data.table.Tables.predicting;
import static nas.data.table.Tables.read;
import static nas.data.table.Tables.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.MissingCells;
import nas.data.RowChoice;
import nas.data.TableFormat;
import nas.data.TableReading;
import nas.data.TargetEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    @TempDir
    Path folder;

    @Test
    void header_names_columns() {
        Table table = read("a,b,y\n1,2,3\n4,5,6\n", predicting("y"));
        assertThat(table.columns().names()).containsExactly("a", "b", "y");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(numbers(table, "a")).containsExactly(1, 4);
        assertThat(numbers(table, "b")).containsExactly(2, 5);
        assertThat(numbers(table, "y")).containsExactly(3, 6);
    }

    @Test
    void ignored_columns_may_hold_anything() {
        Table table = read("y,a,note,b\n3,1,,2\n6,4,so so,5\n", kinds(predicting("y"), "note", ColumnKind.IGNORE));
        assertThat(table.columns().inputs().asList()).containsExactly(1, 3);
    }

    @Test
    void quotes_blanks_and_windows_line_ends_do_not_matter() {
        Table table = read(" \"a\" ,b , y\r\n\"1\", -2.5e3 ,3\r\n +4,\" 5 \",\t6\r\n", predicting("y"));
        assertThat(numbers(table, "a")).containsExactly(1, 4);
        assertThat(numbers(table, "b")).containsExactly(-2500, 5);
        assertThat(numbers(table, "y")).containsExactly(3, 6);
    }

    @Test
    void blank_lines_and_a_missing_last_line_end_do_not_matter() {
        assertThat(numbers(read("\na,y\n\n1,2\n  \n3,4", predicting("y")), "a")).containsExactly(1, 3);
        assertThat(numbers(read("a,y\n1,2\n3,4\n\n\n", predicting("y")), "a")).containsExactly(1, 3);
    }

    @Test
    void files_may_have_a_mark_and_be_compressed_whatever_their_name() throws IOException {
        String text = "Größe,y\n1,2\n3,4\n";
        for (byte[] bytes : List.of(utf8(text), utf8("\ufeff" + text), gzip(text), gzip("\ufeff" + text))) {
            Path file = Files.write(folder.resolve("table.csv"), bytes);
            Table table = TableReader.read(TextSource.of(file), Optional.empty(), predicting("y"));
            assertThat(table.columns().names()).containsExactly("Größe", "y");
            assertThat(numbers(table, "Größe")).containsExactly(1, 3);
        }
    }

    @Test
    void target_may_be_named_by_its_number() {
        String text = "a,b,c\n1,2,3\n4,5,6\n";
        assertThat(read(text, predicting("1")).columns().targets().asList()).containsExactly(0);
        assertThat(read(text, predicting("-1")).columns().targets().asList()).containsExactly(2);
        assertThat(read(text, predicting("-3")).columns().targets().asList()).containsExactly(0);
        TableFormat header = new TableFormat(true, List.of(), null, null);
        DataDescription named = predicting("1").withReading(TableReading.DEFAULT.withFormat(header));
        assertThat(read("a,1\n5,6\n7,8\n", named).columns().targets().asList()).containsExactly(1);
    }

    @Test
    void columns_without_a_header_are_numbered_or_named() {
        assertThat(read("1,2\n3,4\n", predicting("-1")).columns().names()).containsExactly("c1", "c2");
        TableFormat named = new TableFormat(false, List.of("age", "income"), null, null);
        DataDescription description = predicting("income").withReading(TableReading.DEFAULT.withFormat(named));
        assertThat(read("1,2\n3,4\n", description).columns().names()).containsExactly("age", "income");
    }

    @Test
    void column_without_a_name_is_named_by_its_number() {
        assertThat(read(",a,y\n0,1,2\n1,3,4\n", predicting("y")).columns().names())
                .containsExactly("c1", "a", "y");
    }

    @Test
    void missing_cells_are_those_of_the_list() {
        Table table = read("a,b,y\n,x,1\n?,NA,2\nNA,y,3\n4,?,4\n-9,-9,5\n", predicting("y"));
        assertThat(numbers(table, "a")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 4, -9);
        assertThat(texts(table, "b")).containsExactly("x", null, "y", null, "-9");
        DataDescription nines = predicting("y")
                .withReading(TableReading.DEFAULT.withMissing(new MissingCells(Set.of("-9", "?", "NA", ""), false)));
        Table others = read("a,b,y\n,x,1\n?,NA,2\nNA,y,3\n4,?,4\n-9,-9,5\n", nines);
        assertThat(numbers(others, "a")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 4, Double.NaN);
        assertThat(texts(others, "b")).containsExactly("x", null, "y", null, null);
    }

    @Test
    void rows_without_a_target_are_left_out() {
        Table table = read("a,y\n1,2\n3,\n5,6\n7,?\n", predicting("y"));
        assertThat(numbers(table, "a")).containsExactly(1, 5);
        assertThat(numbers(table, "y")).containsExactly(2, 6);
    }

    @Test
    void codes_keep_their_zeros_where_they_are_declared_categorical() {
        Table table = read("zip,y\n007,1\n7,2\n", kinds(predicting("y"), "zip", ColumnKind.CATEGORICAL));
        assertThat(texts(table, "zip")).containsExactly("007", "7");
    }

    @Test
    void column_whose_texts_come_late_is_read_again_with_every_cell_as_it_stands() {
        StringBuilder text = new StringBuilder("code,y\n");
        for (int row = 0; row < 2_000; row++) {
            text.append("0").append(row).append(',').append(row).append('\n');
        }
        for (int row = 0; row < 3_000; row++) {
            text.append('x').append(row % 7).append(',').append(row).append('\n');
        }
        String[] codes = texts(read(text.toString(), predicting("y")), "code");
        assertThat(codes).hasSize(5_000).startsWith("00", "01", "02").endsWith("x3");
    }

    @Test
    void test_rows_come_last_with_their_columns_found_by_name() {
        Table table = read("a,b,y\n1,2,3\n4,5,6\n", "more,y,b,a\nx,30,20,10\n", predicting("y"));
        assertThat(table.official()).isEqualTo(1);
        assertThat(numbers(table, "a")).containsExactly(1, 4, 10);
        assertThat(numbers(table, "y")).containsExactly(3, 6, 30);
        assertThat(table.officialLine(2)).isEqualTo(2);
    }

    @Test
    void test_rows_may_be_laid_out_in_their_own_way() {
        Table table = read("a,b,y\n1,2,3\n4,5,6\n", "a;b;y\n10;20;30\n", predicting("y"));
        assertThat(numbers(table, "y")).containsExactly(3, 6, 30);
    }

    @Test
    void kind_of_the_target_decides_what_is_predicted() {
        String cells = "1,5 2,6 3,7 4,5 5,6 6,7 7,5 8,6 9,7".replace(' ', '\n');
        String rows = "a,y\n" + cells + "\n";
        assertThat(Tables.data(rows, predicting("y")).outputs()).isEqualTo(3);
        assertThat(Tables.data(rows, kinds(predicting("y"), "y", ColumnKind.NUMERIC))
                        .outputs())
                .isEqualTo(1);
        String codes = rows.replace(",", ",0").replace("a,0y", "a,y");
        assertThat(Tables.data(codes, kinds(predicting("y"), "y", ColumnKind.CATEGORICAL))
                        .preprocessing()
                        .target())
                .isEqualTo(new TargetEncoding.Classes(List.of("05", "06", "07")));
    }

    @Test
    void test_rows_without_a_header_have_the_columns_of_the_table() {
        Table table = read("1,2\n3,4\n", "5,6\n", predicting("-1"));
        assertThat(numbers(table, "c1")).containsExactly(1, 3, 5);
    }

    @Test
    void times_are_numbers_or_dates() {
        DataDescription description = predicting("y").withRows(new RowChoice(null, "t", null));
        assertThat(numbers(read("t,a,y\n3,1,2\n1.5,3,4\n", description), "t")).containsExactly(3, 1.5);
        assertThat(numbers(read("""
                                t,a,y
                                1970-01-02,1,2
                                1970-01-01T00:00:01,3,4
                                1970-01-01 01:00:00.5+01:00,5,6
                                1969-12-31T23:59:59Z,7,8
                                """, description), "t")).containsExactly(86_400_000, 1_000, 500, -1_000);
    }

    @Test
    void many_rows_keep_their_order() {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(',').append(-i).append(',').append(2 * i).append('\n');
        }
        Table table = read(text.toString(), predicting("y"));
        assertThat(table.rows()).isEqualTo(50_000);
        assertThat(numbers(table, "a")).endsWith(49_998, 49_999);
        assertThat(numbers(table, "b")[49_999]).isEqualTo(-49_999);
    }

    @Test
    void ten_thousand_columns_are_read() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 10_000; column++) {
                text.append(column == 0 ? "" : ",").append(row == 0 ? "n" + column : "" + row * column);
            }
            text.append('\n');
        }
        Table table = read(text.toString(), predicting("n9999"));
        assertThat(table.columns().inputs().length()).isEqualTo(9_999);
        assertThat(numbers(table, "n9998")).containsExactly(9_998, 2 * 9_998);
    }

    private static DataDescription kinds(DataDescription description, String column, ColumnKind kind) {
        return description.withReading(description.reading().withColumns(Map.of(column, kind)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(utf8(text));
        }
        return bytes.toByteArray();
    }
}
