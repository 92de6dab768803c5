package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void text_that_fits_is_one_line() {
        assertThat(Paragraph.lines("  a  ", "     ", "b c")).containsExactly("  a  b c");
        assertThat(Paragraph.lines("a ", "  ", "b".repeat(78))).containsExactly("a " + "b".repeat(78));
    }

    @Test
    void longer_text_goes_on_below() {
        List<String> lines =
                Paragraph.lines("rule  ", "      ", "word ".repeat(40).strip());
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines.get(1)).startsWith("      word");
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .isEqualTo("rule " + "word ".repeat(40).strip());
    }

    @Test
    void a_word_that_does_not_fit_stands_alone() {
        assertThat(Paragraph.lines("a ", "  ", "b " + "c".repeat(90) + " d"))
                .containsExactly("a b", "  " + "c".repeat(90), "  d");
    }
}
