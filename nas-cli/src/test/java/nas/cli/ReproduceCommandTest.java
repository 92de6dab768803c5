package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;

    @BeforeAll
    static void search() {
        run = TinyRun.in(home).search();
    }

    @Test
    void winner_is_trained_again_bit_by_bit() {
        Cli.Output output = run.command("reproduce", "tiny");
        assertThat(output.err()).isEmpty();
        assertThat(output.exitCode()).isZero();
        assertThat(output.out())
                .startsWith("Identical: ")
                .contains("parameters", " equal bit by bit", "loss  ", ", as recorded", "accuracy", ", as then");
        assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void winner_of_another_run_is_refused() throws IOException {
        TinyRun other = run.named("other").search("--set", "search.seed=43");
        TinyRun mixed = run.named("mixed").search();
        Files.copy(other.file("winner.zip"), mixed.file("winner.zip"), StandardCopyOption.REPLACE_EXISTING);
        Cli.Output output = mixed.command("reproduce", "mixed");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("nas: " + mixed.file("winner.zip")
                        + ": must be from a training of this run, but its journal knows none with seed ");
    }

    @Test
    void other_data_are_refused_and_moved_ones_found() throws IOException {
        Path moved = Files.copy(run.data(), home.resolve("moved.csv"));
        assertThat(run.command("reproduce", "tiny", "--data", moved.toString()).exitCode())
                .isZero();
        Files.writeString(moved, TinyRun.read(moved).replaceFirst("\n[^,]*,", "\n0.123,"));
        Cli.Output output = run.command("reproduce", "tiny", "--data", moved.toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains(" cannot be reproduced: its data are others: fingerprint ");
    }

    @Test
    void run_without_a_winner_is_told_how_to_get_one() {
        TinyRun begun = run.named("begun").search().cutTo(9);
        Cli.Output output = begun.command("reproduce", "begun");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("nas: " + begun.file("winner.zip") + ": there is no such file; nas resume goes on with ");
    }
}
