package nas.train;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nas.data.Dataset;
import nas.data.Split;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.EvaluationStoppedException;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Begins real trials to see how long whole ones would take. Each is given up after a while, at a batch or a row, and its
 * time is projected from how far it came by then. As many run at a time as there are workers, since they slow each other.
 */
public final class TrialProbe {
    private static final double NANOS = 1e9;

    /** What a training's first epoch takes besides its steps, for measuring rows, where it did not come to that. */
    private static final double MEASURING = 1.1;

    private final Dataset data;
    private final EngineRunner runner;
    private final Pace pace;
    private volatile boolean isStopped;

    /**
     * Prepares a probe.
     *
     * @param data what trials learn; of folds the first
     * @param choice which engine trains
     * @param pace how much is done
     */
    public TrialProbe(Dataset data, EngineChoice choice, Pace pace) {
        this.data = data;
        this.runner = new EngineRunner(data, choice);
        this.pace = pace;
    }

    /**
     * How much is done.
     *
     * @param workers trials at a time, at least 1
     * @param epochs how long a whole trial trains
     * @param limit after how long a trial is given up
     */
    public record Pace(int workers, int epochs, Duration limit) {}

    /**
     * How long a trial would take.
     *
     * @param genome what it trains
     * @param seconds wall-clock time of the whole trial; meaningless where it failed
     * @param failure why it failed, or {@code null}
     */
    public record Timing(
            Genome genome, double seconds, @Nullable String failure) {
        /** Tells whether the trial failed. */
        public boolean isFailed() {
            return failure != null;
        }
    }

    /** Returns how many steps an epoch of so many rows has. */
    public static int steps(Genome genome, int rows) {
        return new TrainingPlan(genome, 0, rows, 1).stepsPerEpoch();
    }

    /** Makes the probe end soon; to be called from any thread. */
    public void stop() {
        isStopped = true;
    }

    /**
     * Times trials of genomes, in their order. Runs once.
     *
     * @throws EvaluationStoppedException if the probe is stopped
     */
    public List<Timing> run(List<Genome> genomes) {
        ExecutorService workers = Executors.newFixedThreadPool(
                pace.workers(),
                new ThreadFactoryBuilder()
                        .setNameFormat("probe-%d")
                        .setDaemon(true)
                        .build());
        try {
            List<Callable<Timing>> trials = new ArrayList<>();
            genomes.forEach(genome -> trials.add(() -> timing(genome)));
            List<Timing> timings = new ArrayList<>();
            for (Future<Timing> trial : workers.invokeAll(trials)) {
                timings.add(trial.get());
            }
            return timings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a trial", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AbandonedException) {
                throw new EvaluationStoppedException();
            }
            throw new IllegalStateException("a trial ended in an error", e.getCause());
        } finally {
            workers.shutdown();
            runner.close();
        }
    }

    private Timing timing(Genome genome) {
        Fold fold = data.folds().isEmpty()
                ? Fold.VALIDATION
                : Fold.part(1, data.folds().size());
        Trial trial = new Trial(genome, new Budget(pace.epochs()), 0, fold);
        Split split = data.ofOneTrial().split();
        TrainingPlan plan = new TrainingPlan(genome, trial.seed(), split.train().length, pace.epochs());
        Course course = new Course(plan.stepsPerEpoch(), split.validation().length);
        try {
            TrialResult result = runner.run(TrialRequest.of(trial), course);
            String failure = result.failure().map(Outcome.Failed::reason).orElse(null);
            return new Timing(genome, result.effort().seconds(), failure);
        } catch (AbandonedException e) {
            if (isStopped) {
                throw e;
            }
            return new Timing(genome, course.projected(), null);
        }
    }

    /** A trial under way: it asks before each batch and at each row that is measured, so how far it is can be counted. */
    private final class Course implements Abandonment {
        private final int steps;
        private final long asksPerEpoch;
        private final long began = System.nanoTime();
        private long asks;
        private long firstStep;
        private long now;

        /** How many epochs were done when last one ended, and when that was. */
        private long epochs;

        private long epochEnd;

        Course(int steps, int measured) {
            this.steps = steps;
            this.asksPerEpoch = (long) steps + measured;
        }

        @Override
        public void check() {
            now = System.nanoTime();
            if (asks == 0) {
                firstStep = now;
            } else if (asks % asksPerEpoch == 0) {
                epochs = asks / asksPerEpoch;
                epochEnd = now;
            }
            boolean isTold = asks >= 2 && now - began > pace.limit().toNanos();
            if (isStopped || isTold) {
                throw new AbandonedException();
            }
            asks++;
        }

        /** What comes before the first step is done once; the rest in each epoch. */
        double projected() {
            double perEpoch = epochs > 0
                    ? (epochEnd - firstStep) / (double) epochs
                    : MEASURING * (now - firstStep) / Math.min(1, asks / (double) steps);
            return ((firstStep - began) + perEpoch * pace.epochs()) / NANOS;
        }
    }
}
