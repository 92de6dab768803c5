package nas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import org.junit.jupiter.api.Test;

class PreprocessingReaderTest {
    private static final TargetEncoding CLASSES = new TargetEncoding.Classes(List.of("no", "<script>\"yes\"</script>"));
    private static final InputEncoding COLUMNS = new InputEncoding.Columns(
            List.of(
                    new ColumnEncoding.Numeric("a \"b\"", 1.5, new Standardisation(1e-300, 3.1), -10, 12.7f, true),
                    new ColumnEncoding.Levels("größe", List.of("", "x", "y"), true, false),
                    new ColumnEncoding.Flag("sex", "f", "m")),
            Set.of("", "?", "NA"));

    @Test
    void what_was_written_is_read_as_it_was() {
        for (InputEncoding inputs : List.of(COLUMNS, new InputEncoding.Pixels(784, new Standardisation(72.9, 90.1)))) {
            Preprocessing preprocessing = new Preprocessing(inputs, CLASSES);
            assertThat(PreprocessingReader.read(PreprocessingJson.text(preprocessing)))
                    .isEqualTo(preprocessing);
        }
    }

    @Test
    void what_is_wrong_is_told() {
        String text = PreprocessingJson.text(new Preprocessing(COLUMNS, CLASSES));
        refused("{", "must be JSON, but is not: ");
        refused(text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"), "formatVersion must be 1, but was 2");
        refused(text.replace("\"flag\"", "\"bit\""), "kind must be number, levels or flag, but was bit");
        refused(text.replace("\"fill\"", "\"full\""), "fill is missing");
        refused(text.replace("1.5", "\"1.5\""), "fill must be a number, but was \"1.5\"");
        refused(
                text.replace("\"indicator\" : true", "\"indicator\" : 1"),
                "indicator must be true or false, but was 1");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> PreprocessingReader.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
