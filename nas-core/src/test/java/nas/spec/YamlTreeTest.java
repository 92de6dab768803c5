package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;

class YamlTreeTest {
    @Test
    void keys_and_values_know_their_places() {
        Node.Mapping root = tree("a: 1\nbb:\n  c: [x, {d: 2}]\n");
        Node.Entry bb = entry(root, "bb");
        assertThat(root.place()).isEqualTo(at(1, 1));
        assertThat(root.entries().get("a")).isEqualTo(new Node.Entry(at(1, 1), plain(1, 4, "1")));
        assertThat(bb.place()).isEqualTo(at(2, 1));
        assertThat(bb.value().place()).isEqualTo(at(3, 3));
        Node.Entry c = entry((Node.Mapping) bb.value(), "c");
        assertThat(c.place()).isEqualTo(at(3, 3));
        assertThat(c.value()).isInstanceOfSatisfying(Node.Sequence.class, list -> {
            assertThat(list.place()).isEqualTo(at(3, 6));
            assertThat(list.items().get(0)).isEqualTo(plain(3, 7, "x"));
            assertThat(list.items().get(1).place()).isEqualTo(at(3, 10));
        });
    }

    @Test
    void scalars_keep_what_was_written() {
        assertThat(values("[NO, 010, 1_000, 0x1F, ~, 2%, 1:30]"))
                .extracting(Node.Scalar::text)
                .containsExactly("NO", "010", "1_000", "0x1F", "~", "2%", "1:30");
        assertThat(values("[NO, 010, 2%]")).noneMatch(Node.Scalar::isQuoted);
    }

    @Test
    void quotes_are_remembered() {
        assertThat(values("[3, '3', \"3\", '']"))
                .extracting(Node.Scalar::isQuoted)
                .containsExactly(false, true, true, true);
        assertThat(scalar(tree("a: |\n  3\n"))).isEqualTo(new Node.Scalar(at(1, 4), "3\n", true));
    }

    @Test
    void nothing_is_only_nothing_without_quotes() {
        assertThat(values("[~, null, '~', \"null\", '', x]"))
                .extracting(Node.Scalar::isNothing)
                .containsExactly(true, true, false, false, false, false);
        assertThat(scalar(tree("a:\n")).isNothing()).isTrue();
        assertThat(scalar(tree("a:\n")).place()).isEqualTo(at(1, 3));
    }

    @Test
    void columns_count_characters_not_bytes() {
        Node.Mapping root = tree("{\uD83D\uDE00: 1, \u00E4: 'x'}");
        assertThat(entry(root, "\u00E4").value()).isEqualTo(new Node.Scalar(at(1, 11), "x", true));
    }

    @Test
    void byte_order_marks_and_windows_line_ends_are_read() {
        Node.Mapping root = tree("\uFEFFa: 1\r\nb: \"2\"\r\n");
        assertThat(entry(root, "b").value()).isEqualTo(new Node.Scalar(at(2, 4), "2", true));
    }

    @Test
    void json_is_yaml() {
        assertThat(tree("{\n  \"a\": [1, 2],\n  \"b\": {}\n}\n").entries()).containsOnlyKeys("a", "b");
    }

    @Test
    void syntax_errors_are_one_line() {
        assertRefused(
                "a: b: c",
                "1:5: not valid YAML: a ':' that cannot stand here;"
                        + " is the line indented too far, or a ':' before it missing or too many?");
        assertRefused("a: [1\nb: 2", "1:4: not valid YAML: a bracket that no ']' closes where it should");
        assertRefused("a: 1\n}", "2:1: not valid YAML: '}' where no bracket is open");
        assertRefused("a: \"x", "1:4: not valid YAML: a quote that is never closed");
        assertRefused("a: @x", "1:4: not valid YAML: a text that begins with @ needs quotes");
        assertRefused("a: %2", "1:4: not valid YAML: a % before its number; write 2%");
        assertRefused("a:\n\tb: 1", "2:1: not valid YAML: a tab; indent with blanks");
        assertRefused(
                "a:\n  b: 1\n c: 2", "3:2: not valid YAML: this line is indented unlike those that it belongs to");
        assertRefused("a: 1\nb 2\nc: 3", "2:1: not valid YAML: a ':' is missing behind this key");
    }

    @Test
    void aliases_anchors_and_tags_are_refused() {
        assertRefused("a: 1\nb: *a", "2:4: aliases (*) are not supported; a text that begins with * needs quotes");
        assertRefused("a: 1\n*a : 2", "2:1: aliases (*) are not supported; a text that begins with * needs quotes");
        assertRefused("a: [1, *b]", "1:8: aliases (*) are not supported; a text that begins with * needs quotes");
        assertRefused("a: &x 1", "1:4: anchors (&) are not supported; a text that begins with & needs quotes");
        assertRefused("a: 1\n&x b: 1", "2:1: anchors (&) are not supported; a text that begins with & needs quotes");
        assertRefused("a: &x\n  b: 1", "1:4: anchors (&) are not supported; a text that begins with & needs quotes");
        assertRefused("a: !!int 3", "1:4: tags (!) are not supported; a text that begins with ! needs quotes");
        assertRefused("a: !x [1]", "1:4: tags (!) are not supported; a text that begins with ! needs quotes");
        assertRefused("!x a: 1", "1:1: tags (!) are not supported; a text that begins with ! needs quotes");
        assertRefused("a: !x", "1:4: tags (!) are not supported; a text that begins with ! needs quotes");
    }

    @Test
    void duplicate_keys_are_refused() {
        assertRefused("a: 1\nb: 2\n\"a\": 3", "3:1: duplicate key a, first in line 1");
        assertRefused("a:\n  b: {c: 1, c: 2}", "2:13: duplicate key a.b.c, first in line 2");
    }

    @Test
    void all_duplicate_keys_are_told() {
        assertRefused("a: 1\nb: [{c: 1, c: 2}]\na: {d: 1, d: 2}\na: 3", """
                2:12: duplicate key b.c, first in line 2
                x.yaml:3:1: duplicate key a, first in line 1
                x.yaml:3:11: duplicate key a.d, first in line 3
                x.yaml:4:1: duplicate key a, first in line 1\
                """);
    }

    @Test
    void the_first_of_duplicate_keys_is_kept() {
        Node.Mapping root = YamlTree.read(new SourceText("x.yaml", "a: 1\na: 2\nb: 3"), new Problems());
        assertThat(root.entries()).containsOnlyKeys("a", "b");
        assertThat(scalar(root)).isEqualTo(plain(1, 4, "1"));
    }

    @Test
    void keys_must_be_text() {
        assertRefused("? [a]\n: 1", "1:3: keys must be text");
        assertRefused("a: 1\n{b: 1}: 2", "2:1: keys must be text");
        assertRefused("a: {? - b : 1}", "1:7: not valid YAML: expected the node content, but found '-'");
    }

    @Test
    void one_document_is_read() {
        assertRefused("a: 1\n---\nb: 2\n", "3:1: a search space is one document, but a second one begins here");
        assertThat(tree("%YAML 1.1\n---\na: 1\n...\n").entries()).containsOnlyKeys("a");
    }

    @Test
    void only_mappings_are_read() {
        String rule = "a search space must be a mapping with keys such as data and space, but was ";
        assertRefused("", "1:1: " + rule + "empty");
        assertRefused("# nothing but a comment\n", "1:1: " + rule + "empty");
        assertRefused("---\n...\n", "2:1: " + rule + "empty");
        assertRefused("- a\n- b\n", "1:1: " + rule + "a list");
        assertRefused("a,b,c\n1,2,3\n", "1:1: " + rule + "a,b,c 1,2,3");
        assertRefused("\n  'text'", "2:3: " + rule + "the text \"text\"");
    }

    @Test
    void nesting_is_limited() {
        assertThat(tree("a: " + "[".repeat(19) + "]".repeat(19)).entries()).containsOnlyKeys("a");
        assertRefused("a: " + "[".repeat(20) + "]".repeat(20), "1:23: must not be nested deeper than 20 levels");
        assertRefused("a: " + "[".repeat(100_000), "1:23: must not be nested deeper than 20 levels");
        assertRefused("{a: ".repeat(100_000), "1:81: must not be nested deeper than 20 levels");
    }

    @Test
    void control_characters_are_refused() {
        assertRefused("a: 1\nb: x\u0001\n", "2:5: not valid YAML: character U+0001");
        assertRefused("a: \uD83D\uDE00\u007F", "1:5: not valid YAML: character U+007F");
    }

    @Test
    void messages_never_carry_line_breaks() {
        assertRefused("\"x\\ny\": 1\n\"x\\ny\": 2", "2:1: duplicate key x\uFFFDy, first in line 1");
    }

    private static void assertRefused(String yaml, String message) {
        InvalidInputException error = catchThrowableOfType(InvalidInputException.class, () -> tree(yaml));
        assertThat(error).hasMessage("x.yaml:" + message);
    }

    private static Node.Mapping tree(String yaml) {
        Problems duplicates = new Problems();
        Node.Mapping root = YamlTree.read(new SourceText("x.yaml", yaml), duplicates);
        duplicates.throwAll();
        return root;
    }

    private static Node.Entry entry(Node.Mapping mapping, String key) {
        return Objects.requireNonNull(mapping.entries().get(key));
    }

    private static List<Node.Scalar> values(String list) {
        Node.Sequence values = (Node.Sequence) entry(tree("a: " + list), "a").value();
        return values.items().stream().map(Node.Scalar.class::cast).toList();
    }

    private static Node.Scalar scalar(Node.Mapping root) {
        return (Node.Scalar) entry(root, "a").value();
    }

    private static Node.Scalar plain(int line, int column, String text) {
        return new Node.Scalar(at(line, column), text, false);
    }

    private static Place at(int line, int column) {
        return new Place.Position("x.yaml", line, column);
    }
}
