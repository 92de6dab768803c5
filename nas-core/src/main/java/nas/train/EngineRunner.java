package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nas.data.Dataset;
import nas.train.blas.Workspaces;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs trials with the training engines. */
final class EngineRunner implements TrialRunner {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRunner.class);

    /** How the message begins with which ND4J says, in a plain {@code RuntimeException}, that memory is used up. */
    private static final String ND4J_OUT_OF_MEMORY = "Allocation failed: ";

    private static final double NANOS = 1e9;

    private final Dataset data;
    private final EngineChoice choice;
    private final Workspaces workspaces = new Workspaces();

    EngineRunner(Dataset data, EngineChoice choice) {
        this.data = data;
        this.choice = choice;
    }

    @Override
    public TrialResult run(TrialRequest request, Abandonment abandonment) {
        Engine engine = choice.engine(request.trial().genome());
        Stopwatch watch = Stopwatch.createStarted();
        TrialRun.Ran ran = ran(request, engine, abandonment);
        double seconds = watch.elapsed(TimeUnit.NANOSECONDS) / NANOS;
        TrialResult.Effort effort =
                new TrialResult.Effort(engine.word(), Thread.currentThread().getName(), seconds);
        return new TrialResult(request.trial(), ran.outcome(), effort, ran.details());
    }

    @Override
    public void close() {
        workspaces.close();
    }

    private TrialRun.Ran ran(TrialRequest request, Engine engine, Abandonment abandonment) {
        try {
            Dataset rows = data(request.trial().fold());
            TrialRun run = new TrialRun(rows, request);
            try (Training training = begin(engine, rows, run.plan(), workspaces)) {
                return run.run(training, abandonment);
            }
        } catch (AbandonedException e) {
            throw e;
        } catch (OutOfMemoryError | RuntimeException e) {
            // Whatever the engine throws is this trial's outcome and must not end the search.
            LOG.info("trial of {} failed", request.trial().genome().canonicalText(), e);
            return new TrialRun.Ran(failure(e), Map.of());
        }
    }

    /** JavaCPP throws an error when native memory is used up, ND4J an exception. */
    static Outcome.Failed failure(Throwable e) {
        boolean isMemory = Throwables.getCausalChain(e).stream()
                .anyMatch(cause -> cause instanceof OutOfMemoryError
                        || String.valueOf(cause.getMessage()).startsWith(ND4J_OUT_OF_MEMORY));
        return isMemory
                ? new Outcome.Failed(Outcome.Cause.OUT_OF_MEMORY, "out of memory")
                : new Outcome.Failed(Outcome.Cause.ENGINE, "engine failed: " + e);
    }

    /** Each fold has inputs of its own. */
    private Dataset data(Fold fold) {
        if (fold.kind() != Fold.Kind.PART) {
            return data;
        }
        List<Dataset> folds = data.folds();
        checkArgument(folds.size() == fold.count(), "%s is none of %s folds", fold.word(), folds.size());
        return folds.get(fold.number() - 1);
    }

    /** Begins a training, which the caller closes before the workspaces. */
    static Training begin(Engine engine, Dataset rows, TrainingPlan plan, Workspaces workspaces) {
        return switch (engine) {
            case BLAS -> new BlasTraining(rows, plan, workspaces, null);
            case DL4J -> new Dl4jTraining(rows, plan, null);
        };
    }
}
