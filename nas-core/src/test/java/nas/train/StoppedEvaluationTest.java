package nas.train;

import static nas.train.SmallData.genome;
import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.space.Genome;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.EvaluationStoppedException;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of trials when an evaluation ends before its set is complete. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedEvaluationTest {
    private static final Dataset RINGS = SmallData.rings(500);

    private final Script script = new Script();
    private final List<Long> handedOver = new ArrayList<>();

    @Test
    void stopping_abandons_what_is_under_way_and_starts_nothing_more() {
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 1)) {
            CompletableFuture<Void> stopping = onceUnderWay(evaluator::stop);
            assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.AT_ONCE, Ends.NEVER, Ends.AT_ONCE), this::take))
                    .isInstanceOf(EvaluationStoppedException.class)
                    .hasMessage("the evaluation was stopped");
            assertThat(script.underWay).hasValue(0);
            stopping.join();
        }
        assertThat(handedOver).containsExactly(0L);
        assertThat(script.begun).containsExactly(0L, 1L);
    }

    @Test
    void a_result_that_is_there_all_the_same_is_handed_over() {
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 1)) {
            CompletableFuture<Void> stopping = onceUnderWay(evaluator::stop);
            assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.WHEN_ABANDONED, Ends.NEVER), this::take))
                    .isInstanceOf(EvaluationStoppedException.class);
            stopping.join();
        }
        assertThat(handedOver).containsExactly(0L);
    }

    @Test
    void a_set_that_was_complete_when_it_was_stopped_is_complete() {
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 1)) {
            evaluator.evaluate(requests(Ends.AT_ONCE), result -> {
                take(result);
                evaluator.stop();
            });
        }
        assertThat(handedOver).containsExactly(0L);
    }

    @Test
    void nothing_is_evaluated_after_a_stop() {
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 1)) {
            evaluator.stop();
            evaluator.stop();
            assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.AT_ONCE), this::take))
                    .isInstanceOf(EvaluationStoppedException.class);
        }
        assertThat(script.begun).isEmpty();
    }

    @Test
    void closing_stops_and_frees_when_the_workers_have_ended() {
        LocalEvaluator evaluator = new LocalEvaluator(script, 1);
        CompletableFuture<Void> closing = onceUnderWay(evaluator::close);
        assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.NEVER, Ends.AT_ONCE), this::take))
                .isInstanceOf(EvaluationStoppedException.class);
        closing.join();
        assertThat(script.closed).hasValue(1);
        assertThat(script.begun).containsExactly(0L);
        evaluator.close();
        assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.AT_ONCE), this::take))
                .isInstanceOf(EvaluationStoppedException.class);
    }

    @Test
    void a_consumer_that_throws_ends_its_evaluation_and_no_later_one() {
        UncheckedIOException full = new UncheckedIOException(new FileSystemException("disk full"));
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 1)) {
            assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.AT_ONCE, Ends.NEVER, Ends.AT_ONCE), result -> {
                        script.awaitUnderWay();
                        throw full;
                    }))
                    .isSameAs(full);
            assertThat(script.underWay).hasValue(0);
            assertThat(script.begun).containsExactly(0L, 1L);

            evaluator.evaluate(requests(Ends.AT_ONCE, Ends.AT_ONCE), this::take);
        }
        assertThat(handedOver).containsExactly(0L, 1L);
    }

    @Test
    void an_error_ends_the_evaluation_and_abandons_the_others() {
        try (LocalEvaluator evaluator = new LocalEvaluator(script, 2)) {
            assertThatThrownBy(() -> evaluator.evaluate(requests(Ends.NEVER, Ends.IN_ERROR), this::take))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a trial ended in an error")
                    .hasCauseInstanceOf(LinkageError.class);
            assertThat(script.underWay).hasValue(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_training_that_was_abandoned_changes_no_later_one(Engine engine) {
        TrialRequest request = TrialRequest.of(trial(genome(layer(8, 0.2)), 3), Detail.values());
        List<TrialResult> before = evaluated(engine, List.of(request), result -> {});

        Genome slow = new Genome(
                genome(layer(8, 0.1)).architecture(),
                new Recipe(Optimizer.ADAM, 0.01, 32).withSchedule(Schedule.COSINE));
        List<TrialRequest> withEndless = List.of(TrialRequest.of(trial(slow, 100_000_000)), request);
        List<TrialResult> stopped = evaluated(engine, withEndless, LocalEvaluator::stop);

        assertThat(facts(stopped)).isEqualTo(facts(before));
        assertThat(facts(evaluated(engine, List.of(request), result -> {}))).isEqualTo(facts(before));
    }

    /** Returns the results that were handed over before the set was complete or stopped by what is done on each. */
    private static List<TrialResult> evaluated(
            Engine engine, List<TrialRequest> requests, Consumer<LocalEvaluator> onResult) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(RINGS, 2, EngineChoice.valueOf(engine.name()))) {
            evaluator.evaluate(requests, result -> {
                results.add(result);
                onResult.accept(evaluator);
            });
            assertThat(results).hasSameSizeAs(requests);
        } catch (EvaluationStoppedException e) {
            assertThat(results).hasSizeLessThan(requests.size());
        }
        return results;
    }

    private static List<List<Object>> facts(List<TrialResult> results) {
        return results.stream()
                .map(result -> List.<Object>of(result.trial(), result.outcome(), result.details()))
                .toList();
    }

    private CompletableFuture<Void> onceUnderWay(Runnable action) {
        return CompletableFuture.runAsync(() -> {
            script.awaitUnderWay();
            action.run();
        });
    }

    private void take(TrialResult result) {
        handedOver.add(result.trial().seed());
    }

    /** Returns trials seeded 0, 1, 2 and so on, which will so end. */
    private List<TrialRequest> requests(Ends... ends) {
        script.ends = List.of(ends);
        return IntStream.range(0, ends.length)
                .mapToObj(i -> new Trial(genome(), new Budget(1), i, Fold.VALIDATION))
                .map(TrialRequest::of)
                .toList();
    }

    private static Trial trial(Genome genome, int epochs) {
        return new Trial(genome, new Budget(epochs), 1, Fold.VALIDATION);
    }

    /** When a scripted trial ends. */
    private enum Ends {
        AT_ONCE,
        /** With a result. */
        WHEN_ABANDONED,
        /** Unless it is abandoned. */
        NEVER,
        IN_ERROR
    }

    /** Runs trials that do nothing, and counts them. */
    private static final class Script implements TrialRunner {
        private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private final CountDownLatch endless = new CountDownLatch(1);
        private List<Ends> ends = List.of();

        @Override
        public TrialResult run(TrialRequest request, Abandonment abandonment) {
            begun.add(request.trial().seed());
            underWay.incrementAndGet();
            try {
                end(ends.get((int) request.trial().seed()), abandonment);
            } finally {
                underWay.decrementAndGet();
            }
            Outcome outcome = new Outcome.Failed(Outcome.Cause.ENGINE, "scripted");
            return new TrialResult(request.trial(), outcome, new TrialResult.Effort("script", "worker", 0));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        /** Waits until a trial is under way that never ends. */
        void awaitUnderWay() {
            try {
                endless.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void end(Ends ends, Abandonment abandonment) {
            switch (ends) {
                case AT_ONCE -> {}
                case WHEN_ABANDONED ->
                    assertThatThrownBy(() -> spin(abandonment)).isInstanceOf(AbandonedException.class);
                case NEVER -> spin(abandonment);
                case IN_ERROR -> {
                    awaitUnderWay();
                    throw new LinkageError("scripted");
                }
            }
        }

        private void spin(Abandonment abandonment) {
            endless.countDown();
            while (true) {
                abandonment.check();
                Thread.onSpinWait();
            }
        }
    }
}
