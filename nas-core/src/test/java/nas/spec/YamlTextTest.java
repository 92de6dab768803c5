package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTextTest {
    static List<String> names() {
        return Hostile.NAMES;
    }

    @Test
    void plain_texts_stay_plain() {
        assertThat(scalar("sepal_length")).isEqualTo("sepal_length");
        assertThat(scalar("/data/my table.csv")).isEqualTo("/data/my table.csv");
        assertThat(scalar("Gr\u00F6\u00DFe")).isEqualTo("Gr\u00F6\u00DFe");
    }

    @Test
    void what_others_take_for_something_else_is_quoted() {
        assertThat(List.of("no", "NO", "y", "Null", "true", "3", "1.5", "-1", "", "a: b", "#x", "<b>"))
                .extracting(YamlTextTest::scalar)
                .containsExactly(
                        "\"no\"",
                        "\"NO\"",
                        "\"y\"",
                        "\"Null\"",
                        "\"true\"",
                        "\"3\"",
                        "\"1.5\"",
                        "\"-1\"",
                        "\"\"",
                        "\"a: b\"",
                        "\"#x\"",
                        "\"<b>\"");
    }

    @Test
    void what_does_not_show_is_escaped() {
        assertThat(scalar("a\nb\t\u2028\uFEFF\u007F\uFFFF\uDB40\uDC01"))
                .isEqualTo("\"a\\u000Ab\\u0009\\u2028\\uFEFF\\u007F\\uFFFF\\U000E0001\"");
        assertThat(scalar("say \"hi\" \\o/")).isEqualTo("\"say \\\"hi\\\" \\\\o/\"");
    }

    @Test
    void what_the_output_cannot_hold_is_escaped() {
        assertThat(new YamlText(StandardCharsets.US_ASCII).scalar("Gr\u00F6\u00DFe"))
                .isEqualTo("\"Gr\\u00F6\\u00DFe\"");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_text_is_read_back_as_key_and_as_value_and_in_brackets(String name) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            String text = new YamlText(charset).scalar(name);
            String yaml = text + ": " + text + "\nlist: [" + text + ", {" + text + ": 1}]\n";
            String again = new String(yaml.getBytes(charset), charset);
            Node.Mapping root = YamlTree.read(new SourceText("x.yaml", again), new Problems());
            Node.Entry entry = Objects.requireNonNull(root.entries().get(name));
            assertThat(entry.value()).isInstanceOfSatisfying(Node.Scalar.class, scalar -> {
                assertThat(scalar.text()).isEqualTo(name);
                assertThat(scalar.isNothing()).isFalse();
            });
            assertThat(Objects.requireNonNull(root.entries().get("list")).value())
                    .isInstanceOfSatisfying(Node.Sequence.class, list -> {
                        assertThat(((Node.Scalar) list.items().get(0)).text()).isEqualTo(name);
                        assertThat(((Node.Mapping) list.items().get(1)).entries())
                                .containsOnlyKeys(name);
                    });
        }
    }

    private static String scalar(String text) {
        return new YamlText(StandardCharsets.UTF_8).scalar(text);
    }
}
