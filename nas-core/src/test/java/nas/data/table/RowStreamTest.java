package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nas.InvalidInputException;
import nas.data.table.RowStream.Row;
import nas.data.table.RowStream.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStreamTest {
    private static final Wanted AB = new Wanted(List.of("a", "b"), List.of());

    @Test
    void columns_are_found_by_name_in_any_order() throws IOException {
        assertThat(wanted(text("x,b,a\n1,2,3\n4,5,6\n"), AB)).containsExactly(List.of("3", "2"), List.of("6", "5"));
    }

    @Test
    void rows_come_as_they_are_with_their_lines() throws IOException {
        RowStream.read(text("a;b\n\n\"x;\ny\"; 2\n3;4\n"), AB, rows -> {
            assertThat(rows.names()).containsExactly("a", "b");
            assertThat(rows.delimiter()).isEqualTo(';');
            Row first = rows.next().orElseThrow();
            assertThat(first.cells()).containsExactly("x;\ny", " 2");
            assertThat(rows.place(first)).isEqualTo("t.csv:3");
            assertThat(rows.error(first, 1, "is wrong")).hasMessage("t.csv:3:2: b is wrong");
            assertThat(rows.next().orElseThrow().line()).isEqualTo(5);
            assertThat(rows.next()).isEmpty();
            assertThat(rows.next()).isEmpty();
        });
    }

    @Test
    void table_without_a_header_has_the_usual_columns() throws IOException {
        Wanted usual = new Wanted(List.of("c", "a"), List.of("a", "b", "c"));
        assertThat(wanted(text("1,2,3\n4,5,6\n"), usual)).containsExactly(List.of("3", "1"), List.of("6", "4"));
        assertThat(wanted(text("c,a\n1,2\n"), usual)).containsExactly(List.of("1", "2"));
        assertThat(wanted(text("1,2\n3,4\n"), usual)).containsExactly(List.of("2", "1"), List.of("4", "3"));
        refused(
                text("1\n3\n"),
                usual,
                "t.csv:1:1: first line must name the columns, or there must be all 3 of the training table, or its 2 inputs,"
                        + " but there are 1");
    }

    @Test
    void header_alone_is_a_table_without_rows() throws IOException {
        assertThat(wanted(text("a,b\n"), AB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``                | t.csv:1:1: table must have rows, but is empty",
                "a,bb\\n1,2\\n     | t.csv:1:1: table must have the columns of the training rows, but lacks b; did you mean 'bb'?",
                "x,y\\n1,2\\n      | t.csv:1:1: table must have the columns of the training rows, but lacks a, b; did you mean 'x'?",
                "a,b\\n1,2,3\\n    | t.csv:2:3: row must have 2 cells, but has 3",
                "a,b\\n1\\n        | t.csv:2:2: row must have 2 cells, but has 1",
                "a,b,a\\n1,2,3\\n  | t.csv:1:3: column names must differ, but 'a' is also column 1",
            })
    void what_is_no_such_table_is_told(String text, String message) {
        refused(text(text.replace("\\n", "\n")), AB, message);
    }

    @Test
    void stream_is_read_once_though_its_beginning_is_looked_at() throws IOException {
        StringBuilder text = new StringBuilder("b,a\n");
        for (int row = 0; row < 300_000; row++) {
            text.append(row).append(",x\n");
        }
        List<List<String>> rows = wanted(stream(text.toString().getBytes(StandardCharsets.UTF_8)), AB);
        assertThat(rows).hasSize(300_000).startsWith(List.of("x", "0")).endsWith(List.of("x", "299999"));
    }

    @Test
    void stream_may_be_compressed_or_begin_with_a_mark() throws IOException {
        assertThat(wanted(stream("\ufeffa,b\n1,2\n".getBytes(StandardCharsets.UTF_8)), AB))
                .containsExactly(List.of("1", "2"));
        assertThat(wanted(stream(compressed("a,b\n1,2\n")), AB)).containsExactly(List.of("1", "2"));
    }

    @Test
    void damaged_streams_are_told() throws IOException {
        assertThatThrownBy(() -> stream(new byte[] {'a', ',', 'b', '\n', (byte) 0xff, ',', '1', '\n'}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("stream: text must be UTF-8, but is not");
        byte[] whole = compressed("a,b\n1,2\n".repeat(1000));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> wanted(stream(half), AB))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("compressed data must not end here; the file is incomplete");
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static TextSource text(String text) {
        return TextSource.of("t.csv", text);
    }

    private static TextSource stream(byte[] bytes) {
        return TextSource.once("stream", new ByteArrayInputStream(bytes));
    }

    private static void refused(TextSource source, Wanted wanted, String message) {
        assertThatThrownBy(() -> wanted(source, wanted))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private static List<List<String>> wanted(TextSource source, Wanted wanted) throws IOException {
        List<List<String>> all = new ArrayList<>();
        RowStream.read(source, wanted, rows -> {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(List.copyOf(rows.wanted(row.get())));
            }
        });
        return all;
    }
}
