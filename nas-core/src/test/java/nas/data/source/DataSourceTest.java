package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
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
    void missing_source_is_refused() {
        assertThatThrownBy(() -> resolve("fashion-mnist"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.source must be a built-in name (iris), a CSV file or a folder with IDX files, but was "
                                + "'fashion-mnist' and " + base.resolve("fashion-mnist")
                                + " does not exist; say where it lies with --data PATH");
    }

    @Test
    void missing_source_in_the_override_is_refused() {
        assertThatThrownBy(() -> resolve("mnist", base))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.source must be a built-in name (iris), a CSV file or a folder with IDX files, but was "
                                + "'mnist' and " + base.resolve("mnist") + " does not exist");
    }

    @Test
    void folder_without_images_is_refused() {
        assertThatThrownBy(() -> resolve("data"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.source must be a built-in name (iris), a CSV file or a folder with IDX files, but was "
                                + "'data' and " + base.resolve("data")
                                + " is a folder without IDX files; say where it lies with --data PATH");
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
                .hasMessage(
                        "data.source must be a built-in name (iris), a CSV file or a folder with IDX files, but was "
                                + "'a  b'; say where it lies with --data PATH");
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
