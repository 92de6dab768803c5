package nas.run;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import nas.Seeds;
import nas.trial.EvaluationStoppedException;
import nas.trial.Evaluator;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Fake trainings on several workers that take their time, so that results come in another order for each seed. */
final class PooledEvaluator implements Evaluator {
    private static final int MOST_MICROSECONDS = 4_000;

    private final int workers;
    private final long seed;
    private final Random order;
    private Consumer<String> notes = note -> {};
    private int resultsLeft = Integer.MAX_VALUE;

    /** Draws order and delays from a seed. */
    PooledEvaluator(int workers, long seed) {
        this.workers = workers;
        this.seed = seed;
        this.order = new Random(seed);
    }

    /** Stops after so many results. */
    PooledEvaluator stoppingAfter(int results) {
        resultsLeft = results;
        return this;
    }

    /** Notes each training before it begins, on its worker's thread, and each result after it was taken. */
    PooledEvaluator noting(Consumer<String> consumer) {
        notes = consumer;
        return this;
    }

    @Override
    public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
        List<TrialRequest> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, order);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            CompletionService<TrialResult> results = new ExecutorCompletionService<>(pool);
            shuffled.forEach(request -> results.submit(() -> train(request)));
            for (int i = 0; i < shuffled.size(); i++) {
                take(results, onResult);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    @Override
    public void stop() {
        resultsLeft = 0;
    }

    private void take(CompletionService<TrialResult> results, Consumer<TrialResult> onResult)
            throws InterruptedException, ExecutionException {
        if (resultsLeft == 0) {
            throw new EvaluationStoppedException();
        }
        resultsLeft--;
        TrialResult result = results.take().get();
        onResult.accept(result);
        notes.accept(ended(result.trial()));
    }

    private TrialResult train(TrialRequest request) {
        Trial trial = request.trial();
        notes.accept(began(trial));
        long microseconds = Math.floorMod(Seeds.derive(seed, trial), MOST_MICROSECONDS);
        Uninterruptibles.sleepUninterruptibly(Duration.ofNanos(1_000 * microseconds));
        return FakeEvaluator.result(request, FakeEvaluator::formulaOrFailure);
    }

    /** Returns the note of a training that is about to begin. */
    static String began(Trial trial) {
        return "began " + trial;
    }

    /** Returns the note of a result that was taken. */
    static String ended(Trial trial) {
        return "ended " + trial;
    }
}
