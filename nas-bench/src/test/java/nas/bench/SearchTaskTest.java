package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTaskTest {
    @TempDir
    Path folder;

    @Test
    void data_and_settings_are_those_of_the_file() throws IOException {
        SearchTask task = SearchTask.of(space("split: {validation: 20}, "), folder.toString());
        assertThat(task.data().split().validation()).hasSize(20);
        assertThat(task.settings().space().architectures().depths().last()).isEqualTo(1);
    }

    @Test
    void data_with_folds_are_refused() throws IOException {
        String space = space("");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchTask.of(space, folder.toString()))
                .withMessage("data must have validation rows, but rows.csv has 5 folds: set data.split.validation");
    }

    @Test
    void arguments_are_a_file_and_a_folder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchTask.of("one"))
                .withMessage("arguments must be: SPACE.yaml FOLDER");
    }

    private String space(String split) throws IOException {
        StringBuilder rows = new StringBuilder("a,b\n");
        for (int row = 0; row < 100; row++) {
            rows.append(row).append(row % 2 == 0 ? ",even\n" : ",odd\n");
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        Path space = folder.resolve("space.yaml");
        Files.writeString(
                space,
                "name: some\n" + "data: {source: rows.csv, " + split + "target: b}\n"
                        + "space: {layers: {min: 0, max: 1}, units: [2, 4]}\n"
                        + "training: {learning_rate: 0.01}\n");
        return space.toString();
    }
}
