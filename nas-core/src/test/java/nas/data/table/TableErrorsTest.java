package nas.data.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
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
        refused("", "y", ":1:1: table must begin with a line of column names, but is empty");
        refused("\n\n", "y", ":1:1: table must begin with a line of column names, but is empty");
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
    void blank_name() {
        refused("a, ,y\n1,2,3\n", "y", ":1:2: column must have a name");
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
    void text_in_a_numeric_column() {
        refused(
                "a,b,y\n1,2,3\n4,NEAR BAY,6\n",
                "y",
                ":3:2: b must be a finite number, but was 'NEAR BAY'; to leave the column out write columns: {b: ignore}");
    }

    @Test
    void numbers_that_only_java_knows() {
        for (String cell : new String[] {"1f", "0x1p3", "1_000", "--1", "e", "٣"}) {
            refused(
                    "a,y\n" + cell + ",2\n",
                    "y",
                    ":2:1: a must be a finite number, but was '" + cell
                            + "'; to leave the column out write columns: {a: ignore}");
        }
    }

    @Test
    void empty_cell() {
        refused(
                "a,total_bedrooms,y\n1,2,3\n4, ,6\n",
                "y",
                ":3:2: total_bedrooms must be a finite number, but the cell is empty; to leave the column out write "
                        + "columns: {total_bedrooms: ignore}");
    }

    @Test
    void number_that_is_not_finite() {
        for (String cell : new String[] {"NaN", "-Infinity", "inf", "1e999"}) {
            refused(
                    "\"a:b\",y\n" + cell + ",2\n",
                    "y",
                    ":2:1: a:b must be a finite number, but was '" + cell
                            + "'; to leave the column out write columns: {\"a:b\": ignore}");
        }
    }

    @Test
    void lines_are_those_of_the_file() {
        refused(
                "\"a\nb\",y\r\n\r\n\"1\n\",2\r\nx,4\r\n",
                "y",
                ":6:1: a b must be a finite number, but was 'x'; to leave the column out write columns: {a b: ignore}");
    }

    @Test
    void empty_target() {
        refused("a,y\n1,\n", "y", ":2:2: y must be a number or a class name, but the cell is empty");
    }

    @Test
    void target_that_is_not_finite() {
        refused("a,y\n1,nan\n", "y", ":2:2: y must be a finite number or a class name, but was 'nan'");
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
        refusedWhole("y\n1\n", "y", message);
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
