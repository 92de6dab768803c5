package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
    void the_result_names_the_folds_and_counts_their_rows() {
        ObjectNode data = (ObjectNode) run.result().get("data");
        assertThat(data.get("folds").intValue()).isEqualTo(5);
        assertThat(data.get("rows").toString()).isEqualTo("{\"train\":96,\"validation\":96,\"test\":24}");
        assertThat(run.command("show", "tiny").out())
                .contains(
                        "  validation  accuracy ", "(no network is both smaller and of lower loss on validation rows)");
    }

    @Test
    void every_genome_has_as_many_trials_in_each_of_five_folds() {
        String journal = TinyRun.read(run.file("journal.jsonl"));
        List<Integer> counts = IntStream.rangeClosed(1, 5)
                .mapToObj(fold -> count("\"fold\":\"fold " + fold + "/5\"", journal))
                .toList();
        int genomes = run.result().at("/counts/genomes").intValue();
        assertThat(counts).allMatch(count -> count.equals(counts.get(0)) && count >= genomes);
        assertThat(count("/5 of ", journal))
                .as("blocks, each a whole partition")
                .isPositive()
                .matches(count -> count % 5 == 0);
    }

    private static int count(String text, String in) {
        return Splitter.on(text).splitToList(in).size() - 1;
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
