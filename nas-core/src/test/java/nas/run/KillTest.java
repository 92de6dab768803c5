package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.InvalidInputException;
import nas.journal.RunFolder;
import nas.run.KilledRun.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed (SIGKILL) at random instants of a run lose nothing, and nothing is trained twice. */
class KillTest {
    @TempDir
    Path temporary;

    private final Multiset<Phase> kills = EnumMultiset.create(Phase.class);

    @Test
    void runs_survive_40_kills() throws IOException, InterruptedException {
        survive(40);
        assertThat(kills).hasSize(40);
    }

    @Tag("soak")
    @Test
    void runs_survive_1000_kills() throws IOException, InterruptedException {
        int runs = survive(1000);
        assertThat(kills).hasSize(1000).contains(Phase.values());
        System.out.println(runs + " runs were killed " + kills.size() + " times: " + kills);
    }

    /** What a process leaves that dies while it writes the very first record. */
    @Test
    void a_run_that_was_killed_before_it_had_a_journal_cannot_be_resumed() throws IOException {
        FakeRun run = FakeRun.in(temporary.resolve("run"));
        Files.writeString(run.folder().path().resolve("journal.jsonl.nas-unfinished"), "{\"sequence\":1,\"ela");
        assertThatThrownBy(() -> run.resume(FakeEvaluator.ofFormula()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(run.folder().path() + ": there is no run here (no journal.jsonl)");
    }

    /** Returns the number of runs that the kills were spread over. */
    private int survive(int total) throws IOException, InterruptedException {
        int runs = 0;
        while (kills.size() < total) {
            KilledRun run = new KilledRun(temporary, runs);
            kill(run, total - kills.size());
            kills.addAll(run.kills());
            assertThat(FakeRun.digest(run.folder())).as("run of seed %s", runs).isEqualTo(alone(runs));
            assertNothingIsMissing(run.folder(), runs);
            runs++;
        }
        return runs;
    }

    /** Kills a run's processes until it ends, but not more often than so. */
    private static void kill(KilledRun run, int most) throws IOException, InterruptedException {
        boolean isEnded = false;
        while (!isEnded && run.kills().size() < most) {
            isEnded = run.isEndedByNextProcess();
        }
        if (!isEnded) {
            run.end();
        }
    }

    /** Details, which the digest does not show, would be trained again. */
    private static void assertNothingIsMissing(RunFolder folder, long seed) {
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        new FakeRun(folder.path()).with(FakeRun.settings(seed)).resume(evaluator);
        assertThat(evaluator.evaluated()).isEmpty();
    }

    /** Returns the digest of a run that nobody disturbs. */
    private String alone(long seed) {
        FakeRun run = FakeRun.in(temporary.resolve("alone-" + seed))
                .with(FakeRun.settings(seed))
                .folded(SlowSearch.folds(seed));
        run.begin(new FakeEvaluator(seed, FakeEvaluator::formulaOrFailure));
        return FakeRun.digest(run.folder());
    }
}
