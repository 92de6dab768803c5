package nas.data.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nas.InvalidInputException;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.RowChoice;
import nas.data.TableReading;
import nas.data.source.Datasets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableErrorsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("table.csv");
    }

    @Test
    void empty_file() {
        refused("", "y", ":1:1: table must have rows, but is empty");
        refused("\n\n", "y", ":1:1: table must have rows, but is empty");
    }

    @Test
    void header_only() {
        refused("a,y\n", "y", ":1:1: column names must be followed by rows, but are not");
    }

    @Test
    void duplicate_name() {
        refused("a,y,a\n1,2,3\n", "y", ":1:3: column names must differ, but 'a' is also column 1");
    }

    @Test
    void too_few_cells() {
        refused("a,b,y\n1,2,3\n4,5\n", "y", ":3:3: row must have 3 cells, but has 2");
    }

    @Test
    void too_many_cells() {
        refused("a,b,y\n1,2,3,4,5\n", "y", ":2:4: row must have 3 cells, but has 5");
    }

    @Test
    void text_among_numbers() {
        refused(
                "a,b,y\n1,2,3\n4,NEAR BAY,6\n7,8,9\n",
                "y",
                ":3:2: b must be a finite number, but was 'NEAR BAY'; if that stands for a missing value add it to "
                        + "data.missing; to take the column as classes write columns: {b: categorical}, to leave it out "
                        + "{b: ignore}");
    }

    @Test
    void text_among_numbers_that_comes_late() {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int row = 0; row < 3_000; row++) {
            text.append(row == 2_500 ? "n/a" : "" + row).append(",1\n");
        }
        refused(text.toString(), "y", ":2502:1: a must be a finite number, but was 'n/a'" + advice("a"));
    }

    @Test
    void numbers_that_only_java_knows() {
        for (String cell : new String[] {"1f", "0x1p3", "1_000", "--1", "e", "٣"}) {
            refused(
                    "a,y\n" + cell + ",2\n3,4\n5,6\n",
                    "y",
                    ":2:1: a must be a finite number, but was '" + cell + "'" + advice("a"));
        }
    }

    @Test
    void number_that_is_not_finite() {
        for (String cell : new String[] {"nan", "-Infinity", "inf", "1e999"}) {
            refused(
                    "\"a:b\",y\n" + cell + ",2\n3,4\n5,6\n",
                    "y",
                    ":2:1: a:b must be a finite number, but was '" + cell + "'" + advice("\"a:b\""));
        }
    }

    @Test
    void lines_are_those_of_the_file() {
        refused(
                "\"a\nb\",y\r\n\r\n\"1\n\",2\r\nx,4\r\n7,8\r\n",
                "y",
                ":6:1: a b must be a finite number, but was 'x'" + advice("\"a b\""));
    }

    private static String advice(String key) {
        return "; if that stands for a missing value add it to data.missing; to take the column as classes write columns: {"
                + key + ": categorical}, to leave it out {" + key + ": ignore}";
    }

    @Test
    void text_in_a_column_that_is_declared_numeric() {
        Descriptions.write(folder, "table.csv", "a,y\nx,2\nz,4\n");
        DataDescription description = Descriptions.of(new DataSource.CsvFile(file), "y");
        assertThatThrownBy(() -> Datasets.load(
                        description.withReading(TableReading.DEFAULT.withColumns(Map.of("a", ColumnKind.NUMERIC)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ":2:1: a must be a finite number, but was 'x'" + advice("a"));
    }

    @Test
    void column_of_three_levels_that_is_declared_boolean() {
        Descriptions.write(folder, "table.csv", "a,y\nb,2\nc,4\nd,6\nb,7\nc,8\nd,9\n");
        DataDescription description = Descriptions.of(new DataSource.CsvFile(file), "y");
        assertThatThrownBy(() -> Datasets.load(
                        description.withReading(TableReading.DEFAULT.withColumns(Map.of("a", ColumnKind.BOOLEAN)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.columns.a must not be boolean, as the column has ")
                .hasMessageContaining("different values in the training rows of " + file + ": ");
    }

    @Test
    void number_too_large_for_a_cell_limit() {
        refused(
                "a,y\n1,2\n3,4\n" + "5,".repeat(70_000) + "\n",
                "y",
                ":4:1: row must have at most 65536 cells, but has more");
    }

    @Test
    void single_row() {
        refusedWhole(
                "a,y\n1,2\n", "y", file + " must have at least 2 rows, one to train on and one to validate, but has 1");
        refusedWhole(
                "a,y\n1,\n3,2\n4,?\n",
                "y",
                file + " must have at least 2 rows, one to train on and one to validate, but has 1, and the target is "
                        + "missing in all others");
    }

    @Test
    void binary_file() throws IOException {
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + " must be a table of text in UTF-8, but holds a zero byte after 4 characters");
    }

    @Test
    void text_in_utf16() throws IOException {
        Files.write(file, "a,y\n1,2\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ":1:1: text must be UTF-8, but is UTF-16; convert it first");
    }

    @Test
    void compressed_file_that_ends_early() throws IOException {
        byte[] whole = compressed();
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        refusedAs(": byte \\d+ of the decompressed text: compressed data must not end here; the file is incomplete");
        Files.write(file, Arrays.copyOf(whole, 5));
        refusedAs(": byte 0 of the decompressed text: compressed data must not end here; the file is incomplete");
    }

    @Test
    void compressed_file_that_lies_about_its_size() throws IOException {
        byte[] whole = compressed();
        whole[whole.length - 2]++;
        Files.write(file, whole);
        refusedAs(": byte \\d+ of the decompressed text: compressed data are damaged: Corrupt GZIP trailer");
    }

    @Test
    void no_column_varies() {
        refusedWhole(
                "a,b,y\n1,x,2\n1,x,3\n1,x,4\n1,x,5\n1,x,6\n",
                "y",
                file + " must have at least one input column that varies over the training rows, but has none");
    }

    private void refusedAs(String pattern) {
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageMatching(Pattern.quote(file.toString()) + pattern);
    }

    private static byte[] compressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int row = 0; row < 1_000; row++) {
                out.write((row == 0 ? "a,y\n" : row * 7919 % 1009 + "," + row + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void text_after_a_quoted_cell() {
        refused(
                "a,y\n1,2\n\"1\"2,3\n",
                "y",
                ":3:1: row must be valid CSV, but is not: Unexpected character after closing quote: '2' (0x32)");
    }

    @Test
    void quote_that_is_never_closed() {
        refused(
                "a,y\n1,2\n3,\"4\n5,6\n",
                "y",
                ":3:1: row must be valid CSV, but is not: Unclosed quoted field at end of input");
    }

    @Test
    void malformed_utf8() throws IOException {
        Files.write(file, "a,b,y\n1,2,3\n\"4,4\",caf\u00e9,6\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ":3:2: text must be UTF-8, but has the byte 0xe9 in a wrong place");
    }

    @Test
    void unknown_target() {
        refusedWhole(
                "alcohol,ash,cultivar\n1,2,3\n",
                "cultivra",
                "data.target must be a column of " + file
                        + " (alcohol, ash, cultivar), but was 'cultivra'; did you mean 'cultivar'?");
    }

    @Test
    void long_list_of_columns_is_cut() {
        String header = IntStream.range(0, 30).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String shown = IntStream.range(0, 20).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        refusedWhole(
                header + "\n",
                "target",
                "data.target must be a column of " + file + " (" + shown + " and 10 more), but was 'target'");
    }

    @Test
    void missing_target() {
        refusedWhole("a,b\n1,2\n", null, "data.target must name the column to predict, one of a, b in " + file);
    }

    @Test
    void unknown_ignored_column() {
        refusedWhole(
                "age,y\n1,2\n",
                "y",
                "data.columns must name a column of " + file + " (age, y), but was 'agee'; did you mean 'age'?",
                "agee");
    }

    @Test
    void target_that_is_ignored() {
        refusedWhole("a,y\n1,2\n", "y", "data.target must not be ignored, but data.columns ignores 'y'", "y");
    }

    @Test
    void no_input_left() {
        String message =
                file + " must have at least one input column, but all but the target 'y' are ignored or absent";
        refusedWhole("y\n1\n2\n", "y", message);
        refusedWhole("a,y\n1,2\n", "y", message, "a");
    }

    @Test
    void missing_file() {
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + " cannot be read: it does not exist");
    }

    @Test
    void folder_in_place_of_a_file() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> load("y"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + " cannot be read: it is a folder");
    }

    @Test
    void decimal_commas() {
        refusedWhole(
                "a;y\n1,5;2\n2,25;3\n3;4\n",
                "y",
                file
                        + ": a must be numbers with a decimal point, but holds decimal commas, such as '1,5'; to take them as"
                        + " classes write columns: {a: categorical}");
        refusedWhole(
                "a;y\n1;2,5\n2;3\n3;4\n",
                "y",
                file
                        + ": y must be numbers with a decimal point, but holds decimal commas, such as '2,5'; to take them as"
                        + " classes write columns: {y: categorical}");
    }

    @Test
    void test_file_that_is_the_table() {
        Descriptions.write(folder, "table.csv", "a,y\n1,2\n3,4\n");
        DataSource.CsvFile source = new DataSource.CsvFile(file);
        assertThatThrownBy(() -> Datasets.load(Descriptions.of(source, "y").withTestSource(source)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.test must be another file than data.source, but both were " + file);
    }

    @Test
    void too_many_classes() {
        String rows =
                IntStream.range(0, 2_500).mapToObj(row -> row + ",c" + row / 2).collect(Collectors.joining("\n"));
        refusedWhole(
                "a,y\n" + rows + "\n",
                "y",
                file + ": y must have at most 1000 classes, but has 1250; is it the column to predict?");
    }

    @Test
    void time_beyond_all_clocks() {
        Descriptions.write(folder, "table.csv", "t,a,y\n+999999999-01-01T00:00:00,1,2\n2020-01-01,3,4\n");
        DataDescription description = Descriptions.of(new DataSource.CsvFile(file), "y");
        assertThatThrownBy(() -> Datasets.load(description.withRows(new RowChoice(null, "t", null))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ":2:1: t must be a number, or a date or time such as 2024-03-01 or "
                        + "2024-03-01T12:30:00, but was '+999999999-01-01T00:00:00'");
    }

    private void refused(String text, String target, String place) {
        refusedWhole(text, target, file + place);
    }

    private void refusedWhole(String text, @Nullable String target, String message, String... ignored) {
        Descriptions.write(folder, "table.csv", text);
        assertThatThrownBy(() -> load(target, ignored))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private Dataset load(@Nullable String target, String... ignored) {
        return Datasets.load(Descriptions.of(new DataSource.CsvFile(file), target, ignored));
    }
}
