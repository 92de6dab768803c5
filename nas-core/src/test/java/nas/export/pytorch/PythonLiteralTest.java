package nas.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonLiteralTest {
    @Test
    void texts_are_escaped_where_python_or_people_would_misread_them() {
        assertThat(PythonLiteral.text("größe 'x' {y} %s")).isEqualTo("\"größe 'x' {y} %s\"");
        assertThat(PythonLiteral.text("\"\"\"\\")).isEqualTo("\"\\\"\\\"\\\"\\\\\"");
        assertThat(PythonLiteral.text("\n\r\t\0\u0085\u00a0")).isEqualTo("\"\\n\\r\\t\\x00\\x85\\xa0\"");
        assertThat(PythonLiteral.text("\u202e\u2028\ud800\ufeff")).isEqualTo("\"\\u202e\\u2028\\ud800\\ufeff\"");
        assertThat(PythonLiteral.text("\ud83d\ude00\udb40\udc01")).isEqualTo("\"\ud83d\ude00\\U000e0001\"");
    }

    @Test
    void numbers_are_those_of_python_and_keep_their_bits() {
        assertThat(PythonLiteral.number(1e-300)).isEqualTo("1.0e-300");
        assertThat(PythonLiteral.number(-2.0)).isEqualTo("-2.0");
        for (float value : new float[] {12.7f, -Float.MAX_VALUE, Float.MIN_VALUE, 1 / 3f, 7.038531e-26f}) {
            assertThat((float) Double.parseDouble(PythonLiteral.number(value))).isEqualTo(value);
        }
        assertThat(PythonLiteral.number(12.7f)).isEqualTo("12.7");
    }

    @Test
    void what_is_long_is_broken_into_lines() {
        assertThat(PythonLiteral.texts(List.of())).isEqualTo("[]");
        assertThat(PythonLiteral.texts(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
        assertThat(PythonLiteral.call("Flag", List.of("off=1", "on=2"))).isEqualTo("Flag(off=1, on=2)");
        String texts = PythonLiteral.texts(Collections.nCopies(15, "level"));
        String line = "    " + "\"level\", ".repeat(11).strip() + "\n";
        assertThat(texts)
                .isEqualTo("[\n" + line + "    " + "\"level\", ".repeat(4).strip() + "\n]");
        assertThat(PythonLiteral.call("Levels", List.of("\"x\"", texts)))
                .isEqualTo("Levels(\n    \"x\",\n" + texts.indent(4).stripTrailing() + ",\n)");
    }
}
