package nas.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.export.ExportFixtures;
import nas.export.ExportFixtures.Trained;
import nas.export.Winner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PytorchExporterTest {
    private static final Winner WINNER = ExportFixtures.named("gelu-selu").winner();

    @TempDir
    Path temporary;

    @Test
    void what_was_written_and_checked_is_told() {
        assertThat(new PytorchExporter().write(WINNER, temporary.resolve("winner.py")))
                .containsExactly(
                        "winner.npz: 6 arrays read again, equal to the network's bit by bit",
                        "winner.py: read again, names every one of them");
        assertThat(temporary).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void equal_winners_make_equal_files() throws IOException {
        write(WINNER, "a.py");
        write(WINNER, "b.py");
        assertThat(temporary.resolve("a.npz")).hasSameBinaryContentAs(temporary.resolve("b.npz"));
        assertThat(Files.readString(temporary.resolve("a.py")).replaceAll("\\ba\\b(?=[.\n]|\\.py)", "b"))
                .isEqualTo(Files.readString(temporary.resolve("b.py")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "winner",
                "winner.PY",
                ".py",
                "2nd.py",
                "my winner.py",
                "my-winner.py",
                "größe.py",
                "a.b.py",
                "class.py",
                "None.py"
            })
    void a_name_that_python_cannot_import_is_refused(String name) {
        refused(name, "name a Python file such as winner.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torch.py",
                "numpy.py",
                "csv.py",
                "zlib.py",
                "random.py",
                "types.py",
                "code.py",
                "json.py",
                "copy.py",
                "re.py",
                "_random.py",
                "__future__.py",
                "typing_extensions.py"
            })
    void a_name_of_a_module_that_it_would_hide_is_refused(String name) {
        refused(name, "not be called like a module that PyTorch needs");
    }

    private void refused(String name, String rule) {
        Path file = temporary.resolve(name);
        assertThatThrownBy(() -> new PytorchExporter().write(WINNER, file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--output must " + rule + ", but was " + file);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void weights_that_cannot_be_written_are_named_and_leave_the_code_of_before() throws IOException {
        Path code = Files.writeString(temporary.resolve("winner.py"), "before");
        Path part = temporary.resolve(".nas-winner.npz.unfinished");
        Files.createDirectories(part.resolve("inside"));
        assertThatThrownBy(() -> write(WINNER, "winner.py"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(part.toString());
        assertThat(code).hasContent("before");
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> write(WINNER, "none/winner.py"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--output must lie in a folder that exists, but was ");
    }

    @Test
    void the_network_reads_well() throws IOException {
        assertThat(write(WINNER, "winner.py"))
                .doesNotContain("\n\n\n\n")
                .contains("self.layer1 = nn.Linear(" + WINNER.ends().inputs() + ", 8)\n")
                .contains("""
                                self.layer2 = nn.Linear(8, 5)
                                self.layer3 = nn.Linear(5, 3)

                            def forward(self, x):
                                x = gelu(self.layer1(x))
                                x = F.selu(self.layer2(x))
                                return torch.softmax(self.layer3(x), dim=1)
                        """);
    }

    @Test
    void hostile_names_stay_in_their_literals() throws IOException {
        Winner.Origin origin = new Winner.Origin("\"\"\"\nimport os\r\\ {{module}} \u2028\u202e", "abc", "0.1.0");
        Winner hostile = new Winner(
                WINNER.genome(), WINNER.ends(), WINNER.parameters(), List.of(), WINNER.preprocessing(), origin);
        assertThat(write(hostile, "winner.py"))
                .startsWith("\"\"\"8 gelu (dropout 0.1) - 5 selu, ")
                .contains(" on \\\"\\\"\\\"\\nimport os\\r\\\\ {{module}} \\u2028\\u202e.\n")
                .contains("    Number(\n        \"a \\\"b\\\" \\\\u000a */\",\n")
                .contains("CLASSES = [\"\\\"yes\\\" \\\\u000a */\", \"maybe'''\", \"no\"]\n");
    }

    @Test
    void python_compiles_all_files_and_finds_nothing_unused() throws IOException {
        assumeTrue(TorchPython.plain().isPresent(), "no python3 here");
        List<Path> files = new ArrayList<>();
        for (Trained trained : ExportFixtures.all()) {
            String name = "winner_" + trained.name().replace('-', '_') + ".py";
            write(trained.winner(), name);
            files.add(temporary.resolve(name));
        }
        String python = TorchPython.plain().orElseThrow();
        Path script = TorchPython.script(temporary, "find_unused.py");
        assertThat(TorchPython.run(python, script, files)).isEqualTo(new TorchPython.Ended(0, ""));
        String[] compile = Stream.concat(
                        Stream.of(python, "-m", "py_compile"), files.stream().map(Path::toString))
                .toArray(String[]::new);
        assertThat(TorchPython.run(compile)).isEqualTo(new TorchPython.Ended(0, ""));
    }

    private String write(Winner winner, String name) throws IOException {
        Path file = temporary.resolve(name);
        new PytorchExporter().write(winner, file);
        return Files.readString(file);
    }
}
