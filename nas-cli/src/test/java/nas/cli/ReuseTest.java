package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nas.train.LocalEvaluator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials of other runs that answer those of a new one. */
class ReuseTest {
    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void search() {
        run = TinyRun.in(temporary).search("--generations", "2");
    }

    @Test
    void an_equal_search_trains_nothing_and_counts_what_it_took_over() {
        int trials = count(run.result(), "trials");
        ObjectNode same = reusing("--generations", "2", "--reuse", "tiny");
        assertThat(count(same, "reused")).isEqualTo(trials).isGreaterThan(5);
        assertThat(same.get("winner")).isEqualTo(run.result().get("winner"));
        assertThat(run.command("show", "new").out().replaceAll("\\s+", " ")).contains(", " + trials + " reused The ");
        assertThat(run.command("resume", "new", "--quiet").exitCode()).isZero();
    }

    @Test
    void a_longer_search_trains_only_what_is_new() {
        ObjectNode longer = reusing("--generations", "4", "--reuse", "tiny");
        assertThat(count(longer, "reused")).isBetween(3, count(longer, "trials") - 1);
        ObjectNode alone = reusing("--generations", "4", "--run", "alone");
        assertThat(longer.get("winner")).isEqualTo(alone.get("winner"));
        assertThat(longer.get("pareto")).isEqualTo(alone.get("pareto"));
        assertThat(count(alone, "reused")).isZero();
    }

    @Test
    void several_runs_may_be_named_also_by_path_or_twice() throws IOException {
        assertThat(run.command("search", run.space().toString(), "--run", "other", "--seed", "7", "--quiet")
                        .exitCode())
                .isZero();
        Path moved = Files.move(run.path(), temporary.resolve("moved"));
        ObjectNode found = reusing(
                "--generations", "2", "--reuse", "other", "--reuse", moved.toString(), "--reuse", moved.toString());
        assertThat(count(found, "reused")).isEqualTo(count(found, "trials"));
    }

    @Test
    void a_resumed_run_reuses_again_and_goes_on_without_what_is_gone() throws IOException {
        ObjectNode found = reusing("--generations", "4", "--reuse", "tiny");
        TinyRun again = run.named("new").cutTo(3);
        assertThat(again.resumed().result().get("counts")).isEqualTo(found.get("counts"));
        Files.move(run.path(), temporary.resolve("moved"));
        Cli.Output output = again.cutTo(3).resume();
        assertThat(output.err())
                .startsWith("nas: " + run.path()
                        + ": there is no run here (no journal.jsonl); the search goes on without it\n");
        assertThat(again.result().get("winner")).isEqualTo(found.get("winner"));
        assertThat(count(again.result(), "reused")).isEqualTo(2);
    }

    @Test
    void an_unknown_run_is_refused_before_anything_is_written() {
        assertRefused(
                "no run 'tinny' in " + temporary.resolve("runs")
                        + " and none at that path; did you mean 'tiny'?; 'nas runs' lists them",
                "tinny");
    }

    @Test
    void runs_on_other_data_are_refused() {
        TinyRun.write(run.data(), TinyRun.read(run.data()).replaceFirst("\n", "\n9"));
        Cli.Output output = search("--reuse", "tiny");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .matches("nas: \\Q" + run.path() + "\\E: cannot be reused: its data are others: fingerprint"
                        + " [0-9a-f]{12} then, [0-9a-f]{12} now\\R");
        assertThat(temporary.resolve("runs/new")).doesNotExist();
    }

    @Test
    void runs_of_another_training_version_or_blas_core_are_refused() {
        String core = run.journal().blasCore();
        run.journal().changeProvenance(provenance -> provenance.put("blasCore", "Core2"));
        assertRefused(
                run.path() + ": cannot be reused: its trials were computed with the OpenBLAS core Core2, this"
                        + " process uses " + core,
                "tiny");
        run.journal()
                .changeProvenance(provenance -> provenance
                        .put("trainingVersion", 1)
                        .put("version", "0.0")
                        .put("commit", "abc"));
        assertRefused(
                run.path() + ": cannot be reused: its trials were trained by training version 1 (nas 0.0, commit"
                        + " abc), this nas has version " + LocalEvaluator.TRAINING_VERSION,
                "tiny");
    }

    private void assertRefused(String reason, String name) {
        assertThat(search("--reuse", name)).isEqualTo(new Cli.Output(2, "", "nas: " + reason + "\n"));
        assertThat(temporary.resolve("runs/new")).doesNotExist();
    }

    /** Searches anew; a later {@code --run} wins. */
    private ObjectNode reusing(String... options) {
        Cli.Output output = search(Stream.concat(Stream.of("--json", "--quiet"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(output.exitCode()).as(output.err()).isZero();
        return TinyRun.json(output.out());
    }

    private Cli.Output search(String... options) {
        Stream<String> name = Stream.of(options).anyMatch("--run"::equals) ? Stream.of() : Stream.of("--run", "new");
        return run.command(Stream.of(Stream.of("search", run.space().toString()), name, Stream.of(options))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private static int count(ObjectNode result, String what) {
        return result.get("counts").get(what).intValue();
    }
}
