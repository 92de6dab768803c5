package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.TargetChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataArgumentTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "houses.csv, houses",
        "houses.tsv, houses",
        "Houses.CSV.GZ, Houses",
        "my houses.v2.data, my-houses.v2",
        "houses, houses",
        "houses.arff, houses",
        ".gz, gz"
    })
    void a_table_needs_no_search_space(String name, String space) throws IOException {
        Path table = Files.writeString(folder.resolve(name), "a,b\n1,2\n");
        SearchSpec spec = spec(table.toString(), target("b"));
        assertThat(spec.name()).isEqualTo(space);
        assertThat(spec.data())
                .isEqualTo(DataDescription.of(new DataSource.CsvFile(table)).withTarget(TargetChoice.of("b")));
        assertThat(spec.space()).isEqualTo(SpaceChoice.OPEN);
        assertThat(spec.effort()).isEqualTo(EffortChoice.OPEN);
    }

    @Test
    void built_in_data_and_folders_of_images_need_no_target() throws IOException {
        assertThat(spec("iris", Overrides.NONE).data()).isEqualTo(DataDescription.of(new DataSource.BuiltIn("iris")));
        Path images = Files.createDirectory(folder.resolve("my.images"));
        Files.createFile(images.resolve("train-images-idx3-ubyte"));
        SearchSpec spec = spec(images.toString(), Overrides.NONE);
        assertThat(spec.name()).isEqualTo("my.images");
        assertThat(spec.data().source()).isEqualTo(new DataSource.IdxFolder(images));
    }

    @Test
    void options_say_the_rest() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b,c\n1,2,3\n");
        SearchSpec spec = spec(table.toString(), target("b", "c").with("search.seed", "7", "--seed"));
        assertThat(spec.data().target()).isEqualTo(TargetChoice.of("b", "c"));
        assertThat(spec.seed()).isEqualTo(7);
    }

    @Test
    void a_table_is_looked_up_in_the_folder_of_the_data() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertThat(spec("t.csv", target("b").withData(folder)).data().source())
                .isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void a_table_without_a_target_is_answered_with_its_columns() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "age,job,income\n1,2,3\n");
        assertThat(refusal(table.toString(), Overrides.NONE))
                .isEqualTo("--target must name the column to predict, one of age, job, income;"
                        + " the last one is 'income'");
    }

    @Test
    void what_is_not_there_is_told() {
        assertThat(refusal("none.csv", target("b")))
                .isEqualTo(
                        "none.csv: there is no such file, and no built-in data of that name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor)");
        assertThat(refusal("irsi", Overrides.NONE))
                .isEqualTo(
                        "irsi: there is no such file, and no built-in data of that name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor);"
                                + " did you mean 'iris'?");
        assertThat(refusal("none.yaml", target("b"))).isEqualTo("none.yaml: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void an_empty_name_is_refused(String name) {
        assertThat(refusal(name, target("b"))).isEqualTo("a search space or data must be named, but the name is empty");
    }

    @Test
    void a_folder_without_images_is_refused() {
        assertThat(refusal(folder.toString(), target("b")))
                .contains(
                        ": data.source must be a built-in name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor), a CSV file or a folder with IDX files, but was ")
                .contains(" is a folder without IDX files");
    }

    @Test
    void a_search_space_that_is_called_like_data_is_told() throws IOException {
        String yaml = "# my space\n\n---\ndata: {source: iris}\n";
        Path space = Files.writeString(folder.resolve("space.txt"), yaml);
        assertThat(refusal(space.toString(), Overrides.NONE))
                .isEqualTo(space + ": must be data, but looks like a search space; give it a name that ends in .yaml");
    }

    @Test
    void a_search_space_is_no_data() throws IOException {
        Path space = Files.writeString(folder.resolve("x.yaml"), "space:\n  layers: 1\n");
        InvalidInputException error = catchThrowableOfType(
                InvalidInputException.class, () -> SearchSpecReader.ofData(space.toString(), Overrides.NONE));
        assertThat(error).hasMessage(space + ": must be data, but looks like a search space");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b,c\n1,2,3\n", "name;data\n\"x\";3\n", "a\tb\n1\t2\n", "\"a\",\"b\"\n1,2\n", "{a|b\n1|2\n"})
    void a_table_that_is_called_like_a_search_space_is_told(String text) throws IOException {
        Path table = Files.writeString(folder.resolve("x.yaml"), text);
        assertThat(refusal(table.toString(), target("b")))
                .isEqualTo(table + ": must be a search space in YAML, but looks like a table;"
                        + " give it a name that ends in .csv");
    }

    @Test
    void a_data_table_may_have_a_column_called_data() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "data,b\n1,2\n");
        assertThat(spec(table.toString(), target("b")).data().target()).isEqualTo(TargetChoice.of("b"));
    }

    @Test
    void complaints_name_the_argument_where_no_option_is_to_blame() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        SearchSpecReader reader = SearchSpecReader.of(table.toString(), target("b"));
        assertThat(reader.located(new InvalidInputException("data.split must leave rows")))
                .hasMessageEndingWith(": data.split must leave rows")
                .hasMessageStartingWith(Excerpt.of(table.toString()));
        assertThat(reader.located(new InvalidInputException("data.target must be x")))
                .hasMessage("--target: data.target must be x");
    }

    @Test
    void the_argument_tells_what_it_is() {
        assertThat(List.of("a.yaml", "b.YML", "runs/x/settings.json")).allMatch(SearchSpecReader::isSpace);
        assertThat(List.of("a.csv", "iris", "yaml", "", "a.yaml.gz")).noneMatch(SearchSpecReader::isSpace);
    }

    private static Overrides target(String... columns) {
        return Overrides.NONE.withTexts("data.target", List.of(columns), "--target");
    }

    private static SearchSpec spec(String argument, Overrides overrides) {
        return SearchSpecReader.of(argument, overrides).spec();
    }

    private static String refusal(String argument, Overrides overrides) {
        InvalidInputException error =
                catchThrowableOfType(InvalidInputException.class, () -> spec(argument, overrides));
        return String.valueOf(error.getMessage());
    }
}
