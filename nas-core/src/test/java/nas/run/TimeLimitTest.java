package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nas.Seeds;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.select.Certificate;
import nas.trial.Fold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a time limit ends, in the search or in the descent, and what becomes of them when they go on. */
class TimeLimitTest {
    @TempDir
    Path temporary;

    @Test
    void a_stop_by_time_is_replayed_until_larger_limits_undo_it() {
        FakeRun run = FakeRun.in(temporary.resolve("run")).with(new StepClock());
        run.begin(FakeEvaluator.ofFormula(), Duration.ofSeconds(60));
        WinnerChosen stopped = run.history().winner().orElseThrow();
        assertThat(stopped.stop()).isEqualTo(Stop.TIME);
        FakeEvaluator none = FakeEvaluator.ofFormula();
        run.resume(none);
        assertThat(run.history().winner()).contains(stopped);
        assertThat(none.evaluated()).isEmpty();
        assertThat(run.history().openings()).isEqualTo(1);
        run.resume(FakeEvaluator.ofFormula(), 4, true);
        assertThat(run.history().winner().map(WinnerChosen::stop)).contains(Stop.GENERATIONS);
        assertThat(run.history().openings()).isEqualTo(2);
    }

    @Test
    void a_stop_by_time_is_replayed_where_finalists_or_descent_were_interrupted() {
        FakeRun alone = stoppedByTime("alone", FakeEvaluator.ofFormula());
        int trials = alone.history().trials().size();
        for (int stop = searchTrials(alone); stop < trials; stop += 7) {
            FakeRun run =
                    stoppedByTime("stopped-" + stop, FakeEvaluator.ofFormula().stoppingAfter(stop));
            assertThat(run.history().end()).isEmpty();
            run.resume(FakeEvaluator.ofFormula(), 4, false, Duration.ZERO);
            assertThat(run.history().winner().map(WinnerChosen::stop)).contains(Stop.TIME);
            assertThat(FakeRun.digest(run.folder()))
                    .as("stopped after " + stop)
                    .isEqualTo(FakeRun.digest(alone.folder()));
        }
    }

    @Test
    void larger_limits_undo_a_stop_by_time_that_was_interrupted() {
        int searched = searchTrials(stoppedByTime("alone", FakeEvaluator.ofFormula()));
        FakeRun run = stoppedByTime("run", FakeEvaluator.ofFormula().stoppingAfter(searched + 3));
        assertThat(run.history().timeStop()).isPresent();
        assertThat(new Limits(run.history(), 4, null).areNew()).isTrue();
        run.resume(FakeEvaluator.ofFormula(), 4, true);
        assertThat(run.history().generations()).hasSize(4);
        assertThat(run.history().winner().map(WinnerChosen::stop)).contains(Stop.GENERATIONS);
    }

    @Test
    void a_descent_that_time_ends_is_replayed_until_larger_limits_undo_it() {
        FakeRun alone = new LateDescent("alone").begin(Integer.MAX_VALUE);
        int trials = alone.history().trials().size();
        assertThat(alone.history().descentStops()).contains(1);
        assertThat(alone.history().promiseExceptions())
                .containsExactly("a time limit decided which neighbours of the winner were tried");
        for (int stop = searchTrials(alone); stop < trials; stop++) {
            LateDescent late = new LateDescent("stopped-" + stop);
            late.begin(stop);
            assertThat(FakeRun.digest(late.resume().folder()))
                    .as("stopped after " + stop)
                    .isEqualTo(FakeRun.digest(alone.folder()));
        }
        assertThat(new Limits(alone.history(), null, LateDescent.LIMIT).areNew())
                .isTrue();
        assertThat(new Limits(alone.history(), null, null).whyComplete().orElseThrow())
                .endsWith("; a time limit kept neighbours of the winner from being tried; --time-limit goes on");
        alone.resume(FakeEvaluator.ofFormula(), 4, true);
        FakeRun whole = FakeRun.in(temporary.resolve("whole")).begin(FakeEvaluator.ofFormula());
        assertThat(certificate(alone)).isEqualTo(certificate(whole));
        assertThat(alone.history().descentStops()).isEmpty();
    }

    @Test
    void a_clock_that_begins_anew_leaves_nothing_out_that_was_trained() {
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).begin(FakeEvaluator.ofFormula());
        int trials = alone.history().trials().size();
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(trials - 2));
        run.resume(FakeEvaluator.ofFormula(), 4, false, Duration.ofSeconds(-1));
        assertThat(run.history().descentStops()).isEmpty();
        assertThat(FakeRun.digest(run.folder())).isEqualTo(FakeRun.digest(alone.folder()));
    }

    private static Certificate certificate(FakeRun run) {
        return run.history().answer().orElseThrow().certificate().orElseThrow();
    }

    /** A run whose time is up as soon as its descent has begun. */
    private final class LateDescent {
        static final Duration LIMIT = Duration.ofHours(1);

        private final FakeRun run;
        private boolean isLate;

        LateDescent(String name) {
            run = FakeRun.in(temporary.resolve(name))
                    .with(() -> isLate ? Instant.EPOCH.plus(LIMIT.multipliedBy(2)) : Instant.EPOCH);
        }

        FakeRun begin(int trials) {
            return run.begin(evaluator().stoppingAfter(trials), LIMIT);
        }

        FakeRun resume() {
            isLate = false;
            return run.resume(evaluator(), 4, false, LIMIT);
        }

        private FakeEvaluator evaluator() {
            long descent = Seeds.derive(FakeRun.SETTINGS.seed(), "descent");
            return new FakeEvaluator(0, trial -> {
                isLate |= trial.fold().kind() == Fold.Kind.BLOCK && trial.fold().partition() == descent;
                return FakeEvaluator.formula(trial);
            });
        }
    }

    /** Sixty looks at the clock are fewer than four generations take. */
    private FakeRun stoppedByTime(String name, FakeEvaluator evaluator) {
        FakeRun run = FakeRun.in(temporary.resolve(name)).with(new StepClock());
        return run.begin(evaluator, Duration.ofSeconds(60));
    }

    private static int searchTrials(FakeRun run) {
        return (int) run.history().trials().stream()
                .filter(result -> result.trial().fold().isSearch())
                .count();
    }
}
