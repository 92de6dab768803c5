package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
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
import nas.trial.EvaluationStoppedException;
import nas.trial.Evaluator;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs trials in this process, each on one of a fixed number of threads. The result of a trial does not depend on their
 * number, nor on whether others were abandoned before it. A trial with a larger budget than one before it goes on where that
 * one stopped, as long as there is memory to remember it; the result is the same either way. However an evaluation ends, none of its trainings is under way
 * when {@code evaluate} returns or throws.
 */
public final class LocalEvaluator implements Evaluator, AutoCloseable {
    /** Version of the training code: raised whenever the result of any trial changes. */
    public static final int TRAINING_VERSION = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LocalEvaluator.class);
    private static final int MOST_SECONDS_TO_CLOSE = 2;

    static {
        FencedExecutioner.install();
    }

    private final TrialRunner runner;
    private final ExecutorService workers;

    /**
     * Tells trainings that they are abandoned. An interruption might hit JavaCPP while it loads a native library through
     * an interruptible channel, and a library that fails to load once is missing until the process ends.
     */
    private volatile boolean isStopped;

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
        this(new EngineRunner(data, choice, PausedTrials.ofHeap()), workers);
        warnOfThreads();
    }

    /** Starts workers for a runner, which is closed after the last trial. */
    LocalEvaluator(TrialRunner runner, int workers) {
        checkArgument(workers >= 1, "workers must be >= 1, but was %s", workers);
        this.runner = runner;
        this.workers = new Workers(workers, runner::close);
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
        if (isStopped) {
            throw new EvaluationStoppedException();
        }
        try (Evaluation evaluation = new Evaluation()) {
            requests.forEach(evaluation::submit);
            evaluation.handOver(onResult);
        }
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    /** Stops, and waits until the workers have ended, but at most two seconds. */
    @Override
    public void close() {
        stop();
        workers.shutdown();
        if (!Uninterruptibles.awaitTerminationUninterruptibly(workers, MOST_SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
            LOG.warn("a training has not come to the end of its batch");
        }
    }

    /** One set of trials. Used and closed on one thread, which waits then until none of them is under way. */
    private final class Evaluation implements AutoCloseable {
        private final BlockingQueue<Future<TrialResult>> ended = new LinkedBlockingQueue<>();
        private final CompletionService<TrialResult> trials = new ExecutorCompletionService<>(workers, ended);
        private volatile boolean isOver;
        private int outstanding;

        void submit(TrialRequest request) {
            trials.submit(() -> {
                check();
                return runner.run(request, this::check);
            });
            outstanding++;
        }

        void handOver(Consumer<TrialResult> onResult) {
            boolean isComplete = true;
            while (outstanding > 0) {
                Optional<TrialResult> result = next();
                result.ifPresent(onResult);
                isComplete &= result.isPresent();
            }
            if (!isComplete) {
                throw new EvaluationStoppedException();
            }
        }

        @Override
        public void close() {
            isOver = true;
            for (; outstanding > 0; outstanding--) {
                var unused = Uninterruptibles.takeUninterruptibly(ended);
            }
        }

        private void check() {
            if (isStopped || isOver) {
                throw new AbandonedException();
            }
        }

        /** Waits for a trial to end; it has no result if it was abandoned. */
        private Optional<TrialResult> next() {
            try {
                Future<TrialResult> trial = ended.take();
                outstanding--;
                return Optional.of(trial.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a trial", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AbandonedException) {
                    return Optional.empty();
                }
                throw new IllegalStateException("a trial ended in an error", e.getCause());
            }
        }
    }

    /** Threads for so many trials at a time, and what to do when the last of them has ended. */
    private static final class Workers extends ThreadPoolExecutor {
        private final Runnable onEnd;

        /** What comes after the end is run by the thread that brings it: abandoned at once, but not lost. */
        Workers(int size, Runnable onEnd) {
            super(
                    size,
                    size,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    threads(),
                    (trial, workers) -> trial.run());
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
}
