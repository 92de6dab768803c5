package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nas.data.DataSource;
import nas.run.SearchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Pattern SIZE = Pattern.compile("This space holds ([0-9,]+) networks");

    @TempDir
    private Path folder;

    static List<Path> examples() throws IOException {
        return Examples.files();
    }

    @Test
    void there_are_six() throws IOException {
        assertThat(Examples.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "adult.yaml",
                        "california-housing.yaml",
                        "everything.yaml",
                        "fashion-mnist.yaml",
                        "iris.yaml",
                        "mnist.yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void space_is_as_large_as_its_comment_says(Path example) throws IOException {
        List<BigInteger> stated = SIZE.matcher(Files.readString(example))
                .results()
                .map(ExamplesTest::number)
                .toList();
        assertThat(stated)
                .containsExactly(
                        read(example).settings(SpecFile.shape(50_000)).space().size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void name_is_that_of_the_file(Path example) throws IOException {
        assertThat(read(example).name() + ".yaml")
                .isEqualTo(example.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reading_what_was_written_gives_the_same_spec(Path example) throws IOException {
        SearchSpec spec = read(example);
        SearchSettings settings = spec.settings(SpecFile.IRIS);
        SearchSpec again = new SpecFile(folder).read(SpecJson.write(spec, settings));
        assertThat(again.data()).isEqualTo(spec.data());
        assertThat(again.settings(SpecFile.shape(1_000_000))).isEqualTo(settings);
    }

    @Test
    void iris_needs_no_data() throws IOException {
        assertThat(read(Path.of("..", "search-spaces", "iris.yaml")).data().source())
                .isEqualTo(new DataSource.BuiltIn("iris"));
    }

    private SearchSpec read(Path example) throws IOException {
        return SearchSpecReader.read(example, Examples.data(example, folder));
    }

    private static BigInteger number(MatchResult match) {
        return new BigInteger(match.group(1).replace(",", ""));
    }
}
