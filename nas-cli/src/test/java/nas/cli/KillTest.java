package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at any instant, with real trainings in hand. */
class KillTest {
    private static final int KILLS = 12;
    private static final int SEED = 20;

    @TempDir
    Path temporary;

    private final RandomGenerator random = new SplittableRandom(SEED);
    private TinyRun run = TinyRun.NONE;
    private int kills;

    @Test
    void a_run_that_is_killed_again_and_again_ends_like_one_that_was_left_alone() throws IOException {
        String whole = slow(TinyRun.in(Files.createDirectory(temporary.resolve("alone"))))
                .search()
                .digest();
        run = slow(TinyRun.in(temporary));
        killWhen(journal -> true, 1000);
        for (int kill = 2; kill < KILLS; kill++) {
            long records = records() + random.nextInt(1, 8);
            killWhen(journal -> journal.lines().count() >= records, 60);
        }
        killWhen(journal -> journal.contains("\"type\":\"winner\""), 60);
        assertThat(kills).isGreaterThanOrEqualTo(KILLS - 1);
        Cli.Output output = run.resume("--quiet");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(run.digest()).isEqualTo(whole);
    }

    /** Begins the run or goes on with it, and kills that process up to so many milliseconds after an event. */
    private void killWhen(Predicate<String> event, int millis) {
        ChildNas.Child child = begun().awaitUntil(() -> event.test(journal()));
        ChildNas.pause(random.nextInt(millis));
        kills += child.process().isAlive() ? 1 : 0;
        child.kill();
    }

    /** A process that was killed between making the folder and the journal in it has left no run. */
    private ChildNas.Child begun() {
        ChildNas nas = new ChildNas(temporary);
        if (run.folder().isRun()) {
            return nas.start("resume", "tiny", "--workers", "2");
        }
        if (Files.exists(run.path())) {
            run.folder().delete();
        }
        return nas.start("search", run.space().toString(), "--run", "tiny", "--workers", "2");
    }

    private String journal() {
        return run.folder().isRun() ? TinyRun.read(run.folder().journalFile()) : "";
    }

    private long records() {
        return journal().lines().count();
    }

    /** Trainings that take some hundredths of a second, and enough of them. */
    private static TinyRun slow(TinyRun run) {
        return run.with("epochs: [4]", "epochs: [100]")
                .with("epochs: 4}", "epochs: 100}")
                .with("population: 3, generations: 4", "population: 8, generations: 12")
                .with("[3, 5, 8, 12]", "{min: 3, max: 24, scale: log}");
    }
}
