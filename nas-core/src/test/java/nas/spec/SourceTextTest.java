package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void missing_file_is_refused() {
        assertThat(file.refusalOf("none.yaml")).isEqualTo("none.yaml: there is no such file");
        assertThat(file.refusalOf("none.csv")).isEqualTo("none.csv: there is no such file");
    }

    @Test
    void folder_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("spaces"));
        assertThat(file.refusalOf("spaces")).isEqualTo("spaces: must be a search space in YAML, but is a folder");
    }

    @Test
    void table_is_refused_without_reading_it() throws IOException {
        for (String name : new String[] {"iris.csv", "iris.TSV"}) {
            Files.writeString(folder.resolve(name), "data: {source: iris}\n");
            assertThat(file.refusalOf(name))
                    .isEqualTo(
                            name + ": must be a search space in YAML, but is a table; name it as data.source in one");
        }
    }

    @Test
    void large_file_is_refused() {
        String comment = "#" + "x".repeat(1_000_000 - SpecFile.MINIMAL.length() - 2) + "\n";
        assertThat(file.read(comment + SpecFile.MINIMAL).name()).isEqualTo("x");
        assertThat(file.refusal(" " + comment + SpecFile.MINIMAL))
                .isEqualTo("x.yaml: must be a search space of at most 1 MB, but is larger");
    }

    @Test
    void malformed_utf8_is_refused_where_it_stands() {
        byte[] latin = "# caf\u00E9\nname: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(file.refusal(latin, Overrides.NONE)).isEqualTo("x.yaml:1:6: not valid YAML: malformed UTF-8");
        byte[] truncated = {'a', ':', '\r', '\n', ' ', (byte) 0xC3};
        assertThat(file.refusal(truncated, Overrides.NONE)).isEqualTo("x.yaml:2:2: not valid YAML: malformed UTF-8");
    }

    @Test
    void binary_file_is_refused() {
        assertThat(file.refusal(new byte[] {'P', 'K', 3, 4}, Overrides.NONE))
                .isEqualTo("x.yaml:1:3: not valid YAML: character U+0003");
    }
}
