package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nas.journal.RunHistory;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many workers there are and in whatever order they end: the same winner, front, generations and trials. */
class WorkersTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void one_two_and_seven_workers_find_the_same(long seed) {
        FakeRun one = run("one", seed).begin(new PooledEvaluator(1, seed));
        FakeRun two = run("two", seed).begin(new PooledEvaluator(2, seed + 1));
        FakeRun seven = run("seven", seed).begin(new PooledEvaluator(7, seed + 2));
        assertThat(digest(two)).isEqualTo(digest(one));
        assertThat(digest(seven)).isEqualTo(digest(one));
        assertThat(seven.saved()).isEqualTo(one.saved()).isEqualTo(two.saved());
        assertThat(trials(two)).as("order of results").isNotEqualTo(trials(one));
        assertThat(trials(seven)).as("order of results").isNotEqualTo(trials(one));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 30, 45})
    void what_one_worker_began_seven_end_alike(int results) {
        FakeRun one = run("one", 6).begin(new PooledEvaluator(1, 1));
        FakeRun other = run("other", 6)
                .begin(new PooledEvaluator(1, 2).stoppingAfter(results))
                .resume(new PooledEvaluator(7, 3));
        assertThat(other.history().resumptions()).hasSize(1);
        assertThat(digest(other)).isEqualTo(digest(one));
        assertThat(trials(other)).hasSameElementsAs(trials(one)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 25})
    void what_seven_workers_began_one_ends_alike(int results) {
        FakeRun one = run("one", 7).begin(new PooledEvaluator(1, 1));
        FakeRun other = run("other", 7)
                .begin(new PooledEvaluator(7, 2).stoppingAfter(results))
                .resume(new PooledEvaluator(1, 3));
        assertThat(digest(other)).isEqualTo(digest(one));
    }

    private FakeRun run(String name, long seed) {
        return FakeRun.in(temporary.resolve(name)).with(FakeRun.settings(seed));
    }

    private static String digest(FakeRun run) {
        return FakeRun.digest(run.folder());
    }

    private static List<Trial> trials(FakeRun run) {
        RunHistory history = run.history();
        assertThat(history.trials()).anyMatch(result -> result.failure().isPresent());
        return history.trials().stream().map(TrialResult::trial).toList();
    }
}
