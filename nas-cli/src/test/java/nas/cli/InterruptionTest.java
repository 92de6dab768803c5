package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that reach a process at work. */
class InterruptionTest {
    private static final int SIGINT = 2;

    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void write_space() throws IOException {
        run = TinyRun.in(Files.createDirectory(temporary.resolve("a home")));
        assumeTrue(!isIgnored(SIGINT), "SIGINT is ignored here, and so it is by children");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_signal_ends_the_search_with_what_it_has_and_the_command_that_goes_on(String signal) {
        String whole = longer(run).search().digest();
        String path = temporary.resolve("a home/elsewhere").toString();
        Cli.Output output = child("search", run.space().toString(), "--run", path, "--json", "--quiet")
                .awaitUntil(() -> records(Path.of(path)) >= 3)
                .signal(signal)
                .await();
        assertThat(output.exitCode()).isEqualTo(130);
        String resume = "nas resume '" + path + "'";
        assertThat(output.err()).isEqualTo("nas: interrupted; what was done is kept, go on with: " + resume + "\n");
        assertThat(output.out()).isEqualTo(TinyRun.read(Path.of(path, "result.json")));
        assertThat(TinyRun.json(output.out()).get("state").textValue()).isEqualTo("interrupted");
        assertThat(run.command("resume", path, "--quiet").exitCode()).isZero();
        assertThat(run.named("../elsewhere").digest()).isEqualTo(whole);
    }

    @Test
    void a_signal_ends_a_resumed_run_too_and_the_result_so_far_is_text() {
        String whole = longer(run).search().digest();
        long before = records(run.cutTo(3).path());
        Cli.Output output = child("resume", "tiny")
                .awaitUntil(() -> records(run.path()) > before + 1)
                .signal("INT")
                .await();
        assertThat(output.exitCode()).as(output.err()).isEqualTo(130);
        assertThat(output.out()).startsWith("Run tiny: interrupted\n").containsPattern("(So far|Winner): ");
        assertThat(output.err())
                .startsWith("nas: going on with tiny, whose journal holds 2 trials and 0 whole generations\n")
                .endsWith("nas: interrupted; what was done is kept, go on with: nas resume tiny\n");
        assertThat(run.resumed().digest()).isEqualTo(whole);
    }

    /** A batch of the larger network takes seconds, and a training is abandoned only after its batch. */
    @Test
    void a_second_signal_ends_the_process_at_once() {
        StringBuilder rows = new StringBuilder("a,kind\n");
        for (int i = 0; i < 8000; i++) {
            rows.append(i % 7).append(",kind").append(i % 2).append('\n');
        }
        TinyRun.write(run.data(), rows.toString());
        run.with("{min: 0, max: 2}", "2").with("[3, 5, 8, 12]", "[2, 1500]").with("batch_size: 16", "batch_size: 8000");
        ChildNas.Child child = child("search", run.space().toString(), "--run", "tiny", "--quiet", "--workers", "1")
                .awaitUntil(() -> records(run.path()) >= 2);
        ChildNas.pause(100);
        child.signal("INT").awaitUntil(() -> TinyRun.read(run.file("nas.log")).contains("a signal asks to stop"));
        Cli.Output output = child.signal("INT").await();
        assertThat(output).isEqualTo(new Cli.Output(130, "", ""));
        assertThat(run.file("result.json")).doesNotExist();
        assertThat(run.command("show", "tiny").out()).startsWith("Run tiny: interrupted\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_signal_before_anything_was_trained_ends_the_process(String signal) throws Exception {
        Files.delete(run.data());
        Cli.Output output =
                signalledWhileReading(run.data(), signal, "search", run.space().toString(), "--run", "tiny");
        assertThat(output).isEqualTo(new Cli.Output(130, "", "nas: interrupted before anything was trained\n"));
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void a_signal_while_a_resumed_run_reads_its_data_names_the_command_again() throws Exception {
        run.search().cutTo(3);
        Files.delete(run.data());
        Cli.Output output = signalledWhileReading(run.data(), "INT", "resume", "tiny");
        assertThat(output)
                .isEqualTo(new Cli.Output(
                        130,
                        "",
                        "nas: interrupted before anything was trained by this process; go on with: nas resume tiny\n"));
    }

    /** The program asks a proxy, which is the test's, for what others publish. */
    @Test
    void a_signal_ends_a_download_and_what_has_come_is_kept() throws IOException {
        try (TinyImages proxy = new TinyImages()) {
            Path cache = temporary.resolve("cache");
            Path part = cache.resolve("fashion-mnist/train-images-idx3-ubyte.gz.part");
            ChildNas.Child child = new ChildNas(temporary.resolve("a home"))
                    .with("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + proxy.port(), "-Dhttp.nonProxyHosts=")
                    .withVariable("NAS_DATA", cache.toString())
                    .start("data", "fetch", "fashion-mnist")
                    .awaitUntil(() -> part.toFile().length() == 1000);
            Cli.Output output = child.signal("INT").await();
            assertThat(output.exitCode()).as(output.err()).isEqualTo(130);
            assertThat(output.out()).isEmpty();
            assertThat(output.err()).isEqualTo("""
                    downloading fashion-mnist, 0 % of 30.9 MB
                    nas: interrupted; what was downloaded is kept, go on with: nas data fetch fashion-mnist
                    """);
            assertThat(part).hasSize(1000);
        }
    }

    /** To open a pipe for writing waits until the other process has opened it for reading. */
    private Cli.Output signalledWhileReading(Path pipe, String signal, String... arguments) throws Exception {
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        ChildNas.Child child = child(arguments);
        String signalAndHold = "exec 3>\"$0\"; kill -$1 $2; sleep 100";
        Process writer = new ProcessBuilder(
                        "bash",
                        "-c",
                        signalAndHold,
                        pipe.toString(),
                        signal,
                        Long.toString(child.process().pid()))
                .start();
        try {
            return child.await();
        } finally {
            writer.descendants().forEach(ProcessHandle::destroyForcibly);
            writer.destroyForcibly();
        }
    }

    private static TinyRun longer(TinyRun run) {
        return run.with("epochs: [4]", "epochs: [2000]").with("epochs: 4}", "epochs: 2000}");
    }

    private ChildNas.Child child(String... arguments) {
        return new ChildNas(temporary.resolve("a home")).start(arguments);
    }

    private static long records(Path run) {
        Path journal = run.resolve("journal.jsonl");
        return Files.exists(journal) ? TinyRun.read(journal).lines().count() : 0;
    }

    /** What was begun in the background by a shell without job control ignores it, and all that it begins. */
    private static boolean isIgnored(int signal) {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && TinyRun.read(status)
                        .lines()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored >> (signal - 1) & 1) == 1);
    }
}
