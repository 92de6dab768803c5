package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches with real trainings on a table so small that each fifth of it validates once. */
class FoldedRunTest {
    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void search() {
        run = TinyRun.in(temporary)
                .with("validation: 20%, test: 20%", "test: 20%")
                .search("--workers", "1");
    }

    @Test
    void the_result_says_5_folds_where_it_says_validation() {
        ObjectNode data = (ObjectNode) run.result().get("data");
        assertThat(data.get("folds").intValue()).isEqualTo(5);
        assertThat(data.get("rows").toString()).isEqualTo("{\"train\":96,\"validation\":96,\"test\":24}");
        assertThat(run.command("show", "tiny").out())
                .contains("  5 folds     accuracy ", "(no network is both smaller and better over 5 folds)")
                .doesNotContain("validation");
    }

    @Test
    void every_genome_has_five_trials() {
        ObjectNode counts = (ObjectNode) run.result().get("counts");
        assertThat(counts.get("trials").intValue())
                .isEqualTo(5 * counts.get("genomes").intValue() + 5);
        assertThat(TinyRun.read(run.file("journal.jsonl"))).contains("\"fold\":\"fold 1/5\"", "\"fold\":\"fold 5/5\"");
    }

    @Test
    void a_run_that_is_cut_within_the_folds_of_a_genome_ends_alike_with_two_workers() {
        String alone = run.digest();
        for (int records : new int[] {3, 8, 33}) {
            assertThat(run.cutTo(records).resumed("--workers", "2").digest()).isEqualTo(alone);
        }
    }

    @Test
    void trials_are_reused_fold_by_fold() {
        TinyRun other = run.named("other").search("--reuse", "tiny");
        ObjectNode counts = (ObjectNode) other.result().get("counts");
        assertThat(counts.get("reused")).isEqualTo(counts.get("trials"));
    }

    @Test
    void settings_of_a_run_can_be_searched_again() {
        Cli.Output again = run.command("search", run.file("settings.json").toString(), "--run", "again", "--quiet");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(run.named("again").digest()).isEqualTo(run.digest());
    }
}
