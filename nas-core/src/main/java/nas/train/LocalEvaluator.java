package nas.train;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import nas.data.Dataset;
import nas.trial.Evaluator;
import nas.trial.Outcome;
import nas.trial.Parameters;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs trials in this process, each on one of a fixed number of threads. The result of a trial does not depend on their
 * number. Closing it waits for no trial.
 */
public final class LocalEvaluator implements Evaluator, AutoCloseable {
    /** Version of the training code: raised whenever the result of any trial changes. */
    public static final int TRAINING_VERSION = 1;

    /** Name of the training engine. */
    public static final String ENGINE = "dl4j";

    private static final Logger LOG = LoggerFactory.getLogger(LocalEvaluator.class);
    private static final double NANOS = 1e9;

    static {
        FencedExecutioner.install();
    }

    private final Dataset data;
    private final ExecutorService workers;

    /**
     * Starts the workers.
     *
     * @param data what all trials train on
     * @param workers number of threads, at least 1
     * @throws IllegalArgumentException if {@code workers} is below 1
     */
    public LocalEvaluator(Dataset data, int workers) {
        this.data = data;
        this.workers = Executors.newFixedThreadPool(
                workers,
                new ThreadFactoryBuilder()
                        .setNameFormat("worker-%d")
                        .setDaemon(true)
                        .build());
    }

    @Override
    public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
        CompletionService<TrialResult> ended = new ExecutorCompletionService<>(workers);
        List<Future<TrialResult>> futures = requests.stream()
                .map(request -> ended.submit(() -> run(request)))
                .toList();
        try {
            for (int i = 0; i < requests.size(); i++) {
                onResult.accept(next(ended));
            }
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    /** Stops the workers; trials under way are abandoned. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static TrialResult next(CompletionService<TrialResult> ended) {
        try {
            return ended.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a trial", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a trial ended in an error", e.getCause());
        }
    }

    private TrialResult run(TrialRequest request) {
        long began = System.nanoTime();
        try (Dl4jTraining training = new Dl4jTraining(data, request.trial())) {
            Outcome outcome = training.run();
            boolean keeps = request.keepsParameters() && outcome instanceof Outcome.Measured;
            return result(request, outcome, began, keeps ? training.parameters() : null);
        } catch (OutOfMemoryError e) {
            return failed(request, "out of memory", began, e);
        } catch (RuntimeException e) {
            // Whatever the engine throws is this trial's outcome and must not end the search.
            return failed(request, "engine failed: " + e, began, e);
        }
    }

    private static TrialResult failed(TrialRequest request, String reason, long began, Throwable cause) {
        LOG.info("trial of {} failed", request.trial().genome().canonicalText(), cause);
        return result(request, new Outcome.Failed(reason), began, null);
    }

    private static TrialResult result(
            TrialRequest request, Outcome outcome, long began, @Nullable Parameters parameters) {
        double seconds = (System.nanoTime() - began) / NANOS;
        TrialResult.Effort effort =
                new TrialResult.Effort(ENGINE, Thread.currentThread().getName(), seconds);
        return new TrialResult(request.trial(), outcome, effort, parameters);
    }
}
