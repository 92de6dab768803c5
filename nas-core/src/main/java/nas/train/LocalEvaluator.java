package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nas.data.Dataset;
import nas.train.blas.Workspaces;
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
    public static final int TRAINING_VERSION = 2;

    private static final Logger LOG = LoggerFactory.getLogger(LocalEvaluator.class);

    /** How the message begins with which ND4J says, in a plain {@code RuntimeException}, that memory is used up. */
    private static final String ND4J_OUT_OF_MEMORY = "Allocation failed: ";

    private static final double NANOS = 1e9;

    static {
        FencedExecutioner.install();
    }

    private final Dataset data;
    private final EngineChoice choice;
    private final Workspaces workspaces = new Workspaces();
    private final ExecutorService workers;

    /**
     * Starts workers that train each genome with the fastest engine that covers it.
     *
     * @param data what all trials train on
     * @param workers number of threads, at least 1
     * @throws IllegalArgumentException if {@code workers} is below 1
     */
    public LocalEvaluator(Dataset data, int workers) {
        this(data, workers, EngineChoice.AUTO);
    }

    /**
     * Starts the workers.
     *
     * @param data what all trials train on
     * @param workers number of threads, at least 1
     * @param choice which engine trains; a genome that it does not cover is a failed trial
     * @throws IllegalArgumentException if {@code workers} is below 1
     */
    public LocalEvaluator(Dataset data, int workers, EngineChoice choice) {
        checkArgument(workers >= 1, "workers must be >= 1, but was %s", workers);
        warnOfThreads();
        this.data = data;
        this.choice = choice;
        this.workers = new Workers(workers, workspaces::close);
    }

    /** A product that is split among threads takes longer, and rounds differently for other numbers of processors. */
    private static void warnOfThreads() {
        boolean isSingle =
                Stream.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS").allMatch(name -> "1".equals(System.getenv(name)));
        if (!isSingle) {
            LOG.warn("OMP_NUM_THREADS and OPENBLAS_NUM_THREADS must be 1, or training is several times slower");
        }
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

    /** Threads for so many trials at a time, and what to do when the last of them has ended. */
    private static final class Workers extends ThreadPoolExecutor {
        private final Runnable onEnd;

        Workers(int size, Runnable onEnd) {
            super(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads());
            this.onEnd = onEnd;
        }

        private static ThreadFactory threads() {
            return new ThreadFactoryBuilder()
                    .setNameFormat("worker-%d")
                    .setDaemon(true)
                    .build();
        }

        @Override
        protected void terminated() {
            onEnd.run();
        }
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
        Engine engine = choice.engine(request.trial().genome());
        Stopwatch watch = Stopwatch.createStarted();
        Ran ran = ran(request, engine);
        double seconds = watch.elapsed(TimeUnit.NANOSECONDS) / NANOS;
        TrialResult.Effort effort =
                new TrialResult.Effort(engine.word(), Thread.currentThread().getName(), seconds);
        return new TrialResult(request.trial(), ran.outcome(), effort, ran.parameters());
    }

    /** What came out of a training. */
    private record Ran(Outcome outcome, @Nullable Parameters parameters) {}

    private Ran ran(TrialRequest request, Engine engine) {
        try {
            TrialRun run = new TrialRun(data, request.trial());
            try (Training training = begin(engine, run.plan())) {
                Outcome outcome = run.run(training);
                boolean keeps = request.keepsParameters() && outcome instanceof Outcome.Measured;
                return new Ran(outcome, keeps ? training.parameters() : null);
            }
        } catch (OutOfMemoryError | RuntimeException e) {
            // Whatever the engine throws is this trial's outcome and must not end the search.
            LOG.info("trial of {} failed", request.trial().genome().canonicalText(), e);
            return new Ran(new Outcome.Failed(reason(e)), null);
        }
    }

    /** JavaCPP throws an error when native memory is used up, ND4J an exception. */
    static String reason(Throwable e) {
        boolean isMemory = Throwables.getCausalChain(e).stream()
                .anyMatch(cause -> cause instanceof OutOfMemoryError
                        || String.valueOf(cause.getMessage()).startsWith(ND4J_OUT_OF_MEMORY));
        return isMemory ? "out of memory" : "engine failed: " + e;
    }

    private Training begin(Engine engine, TrainingPlan plan) {
        return switch (engine) {
            case BLAS -> new BlasTraining(data, plan, workspaces, null);
            case DL4J -> new Dl4jTraining(data, plan, null);
        };
    }
}
