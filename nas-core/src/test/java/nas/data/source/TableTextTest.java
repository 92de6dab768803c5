package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.CharStreams;
import java.io.IOException;
import java.util.List;
import nas.data.generate.GeneratedTable;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final GeneratedTable CLASSES =
            new GeneratedTable(List.of("a", "b"), new double[][] {{0.1, -1e-9}, {1, 0}}, "b", List.of("no", "yes"));

    @Test
    void names_come_first_and_classes_by_their_names() throws IOException {
        assertThat(CharStreams.toString(new TableText(CLASSES))).isEqualTo("a,b\n0.1,yes\n-1.0E-9,no\n");
    }

    @Test
    void numbers_are_written_so_that_the_same_ones_are_read() throws IOException {
        double[] numbers = {1.0 / 3, Double.MIN_VALUE, 123_456_789.123_456_79};
        GeneratedTable table = new GeneratedTable(List.of("a"), new double[][] {numbers}, "a", List.of());
        List<String> lines = CharStreams.readLines(new TableText(table));
        assertThat(lines.stream().skip(1).mapToDouble(Double::parseDouble).toArray())
                .isEqualTo(numbers);
    }

    @Test
    void it_can_be_read_one_character_at_a_time() throws IOException {
        StringBuilder text = new StringBuilder();
        try (TableText reader = new TableText(CLASSES)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            assertThat(reader.read()).isEqualTo(-1);
        }
        assertThat(text).hasToString("a,b\n0.1,yes\n-1.0E-9,no\n");
    }
}
