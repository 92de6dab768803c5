package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossTableFileTest {
    @TempDir
    Path folder;

    private final LossTable table =
            SmallTable.of((genome, seed) -> genome.architecture().depth() == 1 && seed == 2
                    ? Double.NaN
                    : genome.key().hashCode() % 7 + seed);

    @BeforeEach
    void write() {
        file().write(table);
    }

    @Test
    void table_is_read_as_it_was_written() {
        assertThat(file().read(SmallTable.TASK)).isEqualTo(table);
    }

    @Test
    void nothing_but_the_table_is_left_in_the_folder() {
        assertThat(folder.resolve("some")).isDirectoryContaining("glob:**.gz").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void damage_is_noticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file().path());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file().path(), bytes);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> file().read(SmallTable.TASK))
                .withMessageContaining("build it again");
    }

    @Test
    void table_of_another_task_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> file().read(TabularTask.spirals()))
                .withMessageContaining("holds the task small");
    }

    private LossTableFile file() {
        return new LossTableFile(folder.resolve("some/table.gz"));
    }
}
