package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSourceTest {
    private static final String NAMES = "data.source must be a built-in name (fashion-mnist, friedman1, iris, mnist,"
            + " moons, spirals, xor), a CSV file or a folder with IDX files, but was ";

    @TempDir
    Path base;

    private Path images;
    private Path table;

    @BeforeEach
    void make_a_table_and_a_folder_with_images() throws IOException {
        images = Files.createDirectories(base.resolve("data/fashion-mnist"));
        Files.createFile(images.resolve("train-images.idx3-ubyte.gz"));
        table = Files.createFile(base.resolve("data/wine.csv"));
    }

    @Test
    void built_in_name_is_itself() throws IOException {
        Files.createFile(base.resolve("iris"));
        assertThat(resolve("iris")).isEqualTo(new DataSource.BuiltIn("iris"));
        assertThat(resolve("./iris")).isEqualTo(new DataSource.CsvFile(base.resolve("iris")));
    }

    @Test
    void published_and_generated_sets_are_built_in_and_are_not_fetched_yet() {
        assertThat(resolve("fashion-mnist")).isEqualTo(new DataSource.BuiltIn("fashion-mnist"));
        assertThat(resolve("mnist")).isEqualTo(new DataSource.BuiltIn("mnist"));
        assertThat(resolve("spirals")).isEqualTo(new DataSource.BuiltIn("spirals"));
    }

    @Test
    void relative_paths_start_from_the_base() {
        assertThat(resolve("data/wine.csv")).isEqualTo(new DataSource.CsvFile(table));
        assertThat(resolve("data/fashion-mnist")).isEqualTo(new DataSource.IdxFolder(images));
    }

    @Test
    void absolute_paths_stand() {
        assertThat(SourceLookup.resolve(table.toString(), base.resolve("elsewhere"), Optional.empty()))
                .isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void override_by_a_file_replaces_the_source() {
        assertThat(resolve("fashion-mnist", table)).isEqualTo(new DataSource.CsvFile(table));
        assertThat(resolve("iris", table)).isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void override_by_a_folder_of_images_replaces_the_source() {
        assertThat(resolve("fashion-mnist", images)).isEqualTo(new DataSource.IdxFolder(images));
        assertThat(resolve("iris", images)).isEqualTo(new DataSource.IdxFolder(images));
    }

    @Test
    void override_by_another_folder_is_where_the_source_is_looked_up() {
        Path data = base.resolve("data");
        assertThat(resolve("fashion-mnist", data)).isEqualTo(new DataSource.IdxFolder(images));
        assertThat(resolve("wine.csv", data)).isEqualTo(new DataSource.CsvFile(table));
        assertThat(resolve("iris", data)).isEqualTo(new DataSource.BuiltIn("iris"));
    }

    @Test
    void relative_source_must_not_leave_the_override() throws IOException {
        Files.createFile(base.resolve("x.csv"));
        Path data = base.resolve("data");
        for (String text : List.of("../x.csv", "fashion-mnist/../../x.csv", "..", "../data-2/x.csv")) {
            assertThatThrownBy(() -> resolve(text, data))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(
                            "data.source must lie in the folder that --data names, but '" + text + "' leaves " + data);
        }
    }

    @Test
    void relative_source_may_come_back_to_the_override() {
        assertThat(resolve("../data/wine.csv", base.resolve("data"))).isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void absolute_source_is_the_file_of_that_name_in_the_override() {
        Path data = base.resolve("data");
        assertThat(resolve("/elsewhere/wine.csv", data)).isEqualTo(new DataSource.CsvFile(table));
        assertThat(resolve("/elsewhere/fashion-mnist", data)).isEqualTo(new DataSource.IdxFolder(images));
        assertThat(resolve(table.toString(), data)).isEqualTo(new DataSource.CsvFile(table));
        assertThatThrownBy(() -> resolve("/", data))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.source must be a built-in name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor), a CSV file or a folder with IDX files, but was "
                                + "'/'");
    }

    @Test
    void symbolic_links_in_the_override_are_followed() throws IOException {
        Path far = Files.createFile(base.resolve("far.csv"));
        Path link = Files.createSymbolicLink(base.resolve("data/near.csv"), far);
        assertThat(resolve("near.csv", base.resolve("data"))).isEqualTo(new DataSource.CsvFile(link));
    }

    /** The two dots are about the text, not about where the link leads. */
    @Test
    void dots_after_a_symbolic_link_do_not_lead_out_of_the_override() throws IOException {
        Files.createDirectories(base.resolve("far/deep"));
        Files.createFile(base.resolve("far/wine.csv"));
        Files.createSymbolicLink(base.resolve("data/link"), base.resolve("far/deep"));
        assertThat(resolve("link/../wine.csv", base.resolve("data"))).isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void test_file_lies_where_the_search_space_says() throws IOException {
        Path test = Files.createFile(base.resolve("data/wine.test.csv"));
        assertThat(SourceLookup.resolveTest("data/wine.test.csv", base, Optional.empty()))
                .isEqualTo(new DataSource.CsvFile(test));
        assertThat(SourceLookup.resolveTest(test.toString(), base.resolve("elsewhere"), Optional.empty()))
                .isEqualTo(new DataSource.CsvFile(test));
    }

    @Test
    void override_that_replaces_the_source_leaves_the_test_file_alone() throws IOException {
        Path test = Files.createFile(base.resolve("data/wine.test.csv"));
        assertThat(SourceLookup.resolveTest("data/wine.test.csv", base, Optional.of(table)))
                .isEqualTo(new DataSource.CsvFile(test));
        assertThat(SourceLookup.resolveTest("data/wine.test.csv", base, Optional.of(images)))
                .isEqualTo(new DataSource.CsvFile(test));
    }

    @Test
    void test_file_is_looked_up_in_the_override_as_the_source_is() throws IOException {
        Path test = Files.createFile(base.resolve("data/wine.test.csv"));
        Optional<Path> data = Optional.of(base.resolve("data"));
        assertThat(SourceLookup.resolveTest("wine.test.csv", base, data)).isEqualTo(new DataSource.CsvFile(test));
        assertThat(SourceLookup.resolveTest("/elsewhere/wine.test.csv", base, data))
                .isEqualTo(new DataSource.CsvFile(test));
        assertThatThrownBy(() -> SourceLookup.resolveTest("../wine.test.csv", base, data))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.test must lie in the folder that --data names, but '../wine.test.csv' leaves "
                        + base.resolve("data"));
    }

    @Test
    void test_file_must_be_a_file() {
        assertThatThrownBy(() -> SourceLookup.resolveTest("iris", base, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.test must be a CSV file, but was 'iris' and " + base.resolve("iris")
                        + " does not exist; say in which folder it lies with --data FOLDER");
        assertThatThrownBy(() -> SourceLookup.resolveTest("data/fashion-mnist", base, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.test must be a CSV file, but was 'data/fashion-mnist' and " + images
                        + " is a folder; say in which folder it lies with --data FOLDER");
        assertThatThrownBy(() -> SourceLookup.resolveTest("a\0b", base, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.test must be a CSV file, but was 'a b'; say in which folder it lies with --data FOLDER");
    }

    @Test
    void missing_source_is_refused() {
        assertThatThrownBy(() -> resolve("cifar"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(NAMES + "'cifar' and " + base.resolve("cifar")
                        + " does not exist; say where it lies with --data PATH");
    }

    @Test
    void missing_source_in_the_override_is_refused() {
        assertThatThrownBy(() -> resolve("cifar", base))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(NAMES + "'cifar' and " + base.resolve("cifar") + " does not exist");
    }

    @Test
    void folder_without_images_is_refused() {
        assertThatThrownBy(() -> resolve("data"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(NAMES + "'data' and " + base.resolve("data")
                        + " is a folder without IDX files; say where it lies with --data PATH");
    }

    @Test
    void a_published_set_is_sought_where_the_override_says_and_nowhere_else() {
        assertThat(resolve("fashion-mnist", base.resolve("data"))).isEqualTo(new DataSource.IdxFolder(images));
        assertThatThrownBy(() -> resolve("mnist", base))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--data must be a folder with the IDX files of mnist, or one in which a folder mnist holds them,"
                                + " but was '" + base + "' and " + base.resolve("mnist")
                                + " does not exist; without --data they are downloaded");
        assertThat(resolve("spirals", base)).isEqualTo(new DataSource.BuiltIn("spirals"));
    }

    @ParameterizedTest
    @CsvSource({"fashon-mnist, fashion-mnist", "spiral, spirals", "friedman, friedman1", "MNIST, mnist"})
    void words_near_built_in_names_are_recognised(String word, String name) {
        assertThatThrownBy(() -> resolve(word)).hasMessageEndingWith("; did you mean '" + name + "'?");
    }

    @Test
    void endless_names_are_cut() {
        assertThatThrownBy(() -> resolve("x".repeat(20_000)))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void a_word_near_a_built_in_name_is_recognised() {
        assertThatThrownBy(() -> resolve("Iriss"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("; say where it lies with --data PATH; did you mean 'iris'?");
    }

    @Test
    void text_that_is_no_path_is_refused_in_one_line() {
        assertThatThrownBy(() -> resolve("a\0\nb"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(NAMES + "'a  b'; say where it lies with --data PATH");
    }

    @Test
    void missing_override_is_refused() {
        Path missing = base.resolve("missing");
        assertThatThrownBy(() -> resolve("iris", missing))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--data must be a CSV file, a folder with IDX files or a folder in which data.source lies, "
                        + "but '" + missing + "' does not exist");
    }

    @Test
    void labels_are_short_and_texts_lead_back() {
        assertThat(resolve("data/wine.csv").label()).isEqualTo("wine.csv");
        assertThat(resolve("data/wine.csv").text()).isEqualTo(table.toString());
        assertThat(resolve("data/fashion-mnist").label()).isEqualTo("fashion-mnist");
        assertThat(resolve("iris").text()).isEqualTo("iris");
    }

    private DataSource resolve(String text) {
        return SourceLookup.resolve(text, base, Optional.empty());
    }

    private DataSource resolve(String text, Path override) {
        return SourceLookup.resolve(text, base, Optional.of(override));
    }
}
