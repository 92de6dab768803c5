package nas.export.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTextTest {
    private static final List<String> HOSTILE = List.of(
            "",
            "\"; System.exit(1); //",
            "\\",
            "\\u0022",
            "\\\\u000a */ class X {}",
            "\\\u00fc",
            "a\nb\r\tc\u0000d\u007f1\u00852\u2028",
            "größe 日本 \ud83d\ude00",
            "half \ud83d and \ude00",
            "\u202e*/ <script>'''",
            "${class} $1 \\1",
            "x\u00fc".repeat(40_000));

    @TempDir
    Path temporary;

    @Test
    void a_literal_is_the_text_whatever_it_holds() throws Exception {
        String literals = HOSTILE.stream().map(JavaText::literal).collect(Collectors.joining(",\n"));
        Path source = temporary.resolve("Texts.java");
        Files.writeString(
                source,
                "public final class Texts { private Texts() {}\n"
                        + "/** Texts. */ public static final java.util.List<String> ALL = java.util.List.of(new String[] {"
                        + literals + "}); }",
                StandardCharsets.US_ASCII);

        assertThat(JavaProgram.of(source).constant("ALL")).isEqualTo(HOSTILE);
    }

    @Test
    void no_text_ends_the_comment_that_it_stands_in() throws Exception {
        String comments = HOSTILE.stream().map(JavaText::comment).collect(Collectors.joining("\n * "));
        Path source = temporary.resolve("Commented.java");
        Files.writeString(
                source,
                "/**\n * Begins.\n * " + comments + "\n */\npublic final class Commented { private Commented() {}\n"
                        + "/** One. */ public static final int ONE = 1; }",
                StandardCharsets.US_ASCII);

        JavaProgram program = JavaProgram.of(source);
        assertThat(program.constant("ONE")).isEqualTo(1);
        assertThat(program.warnings()).isEmpty();
    }

    @Test
    void a_comment_shows_letters_as_they_are_and_all_else_as_entities() {
        assertThat(JavaText.comment("petal length (cm)")).isEqualTo("petal length (cm)");
        assertThat(JavaText.comment("a*/\\u000a\nö{@code}"))
                .isEqualTo("a&#42;&#47;&#92;u000a &#246;&#123;&#64;code&#125;");
        assertThat(JavaText.comment("\ud83d\ude00 \ud83d")).isEqualTo("&#128512; ?");
    }

    @Test
    void numbers_stay_exact() {
        assertThat(JavaText.literal(0.1)).isEqualTo("0.1");
        assertThat(JavaText.literal(-Float.MAX_VALUE)).isEqualTo("-3.4028235E38f");
        assertThat(JavaText.literal(Double.MIN_VALUE)).isEqualTo("4.9E-324");
    }

    @Test
    void a_name_is_ascii() {
        assertThat(JavaText.name("Größe")).isEqualTo("Gr\\u00f6\\u00dfe");
    }
}
