package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes in which OpenBLAS uses other kernels, as on another processor. */
class BlasCoreTest {
    private static final String MIXED = "OpenBLAS cores were mixed: Haswell, Nehalem";

    @TempDir
    Path temporary;

    @BeforeEach
    void know_the_processor() {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64"), "cores of x86 processors are known here");
    }

    @Test
    void a_run_is_taken_up_by_its_own_core_alone_unless_mixing_is_allowed() {
        TinyRun run = TinyRun.in(temporary);
        Cli.Output whole = with("Haswell", "search", run.space().toString(), "--run", "tiny", "--quiet");
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(run.journal().blasCore()).isEqualTo("Haswell");
        String digest = run.digest();

        run.cutTo(6);
        assertThat(with("Nehalem", "resume", "tiny"))
                .isEqualTo(new Cli.Output(
                        2,
                        "",
                        "nas: " + run.path() + " cannot be resumed: its trials were computed with the OpenBLAS core"
                                + " Haswell, this process uses Nehalem; set OPENBLAS_CORETYPE=Haswell, or go on with"
                                + " --allow-mixed, which the result will say\n"));
        assertThat(with("Haswell", "resume", "tiny").exitCode()).isZero();
        assertThat(run.digest()).isEqualTo(digest).contains("\"holds\" : true");

        Cli.Output mixed = with("Nehalem", "resume", run.cutTo(6).path().toString(), "--allow-mixed");
        assertThat(mixed.exitCode()).as(mixed.err()).isZero();
        assertThat(mixed.out().replaceAll("\\s+", " "))
                .contains(" Outside the promise of equal results: " + MIXED + " ");
        assertThat(run.digest()).contains("\"holds\" : false", MIXED);
    }

    private Cli.Output with(String core, String... arguments) {
        return new ChildNas(temporary).withVariable("OPENBLAS_CORETYPE", core).run(arguments);
    }
}
