package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import nas.data.Dataset;
import nas.train.blas.Workspaces;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
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
    private final PausedTrials paused;
    private final Beginning beginning;
    private final Workspaces workspaces = new Workspaces();

    /** Begins a training, or goes on with one; the caller closes it before the workspaces. */
    @FunctionalInterface
    interface Beginning {
        Training begin(Engine engine, Dataset rows, TrainingPlan plan, @Nullable TrainingState state);
    }

    /** Runs every trial from its beginning. */
    EngineRunner(Dataset data, EngineChoice choice) {
        this(data, choice, new PausedTrials(0));
    }

    /** Goes on with trials that were paused, and pauses those that may go on. */
    EngineRunner(Dataset data, EngineChoice choice, PausedTrials paused) {
        this(data, choice, paused, UnaryOperator.identity());
    }

    /** The same with trainings that are begun in another way, which is made of the usual one. */
    EngineRunner(Dataset data, EngineChoice choice, PausedTrials paused, UnaryOperator<Beginning> way) {
        this.data = data;
        this.choice = choice;
        this.paused = paused;
        this.beginning = way.apply(beginning(workspaces));
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
        paused.clear();
        workspaces.close();
    }

    private TrialRun.Ran ran(TrialRequest request, Engine engine, Abandonment abandonment) {
        try {
            Dataset rows = data(request.trial().fold());
            TrialRun run = new TrialRun(rows, request);
            TrialState from = paused.take(request.trial()).orElse(null);
            TrainingState state = from == null ? null : from.training();
            try (Training training = beginning.begin(engine, rows, run.plan(), state)) {
                TrialRun.Ran ran =
                        run.run(training, from == null ? TrialState.Progress.NONE : from.progress(), abandonment);
                pause(request.trial(), training, ran);
                return ran;
            }
        } catch (AbandonedException e) {
            throw e;
        } catch (OutOfMemoryError | RuntimeException e) {
            // Whatever the engine throws is this trial's outcome and must not end the search.
            LOG.info("trial of {} failed", request.trial().genome().canonicalText(), e);
            return new TrialRun.Ran(failure(e), Map.of(), TrialState.Progress.NONE);
        }
    }

    /** A trial that failed never goes on. */
    private void pause(Trial trial, Training training, TrialRun.Ran ran) {
        long least = Float.BYTES * trial.genome().parameters(data.inputs(), data.outputs());
        if (PausedTrials.mayGoOn(trial) && ran.outcome() instanceof Outcome.Measured && paused.hasRoomFor(least)) {
            paused.put(trial, new TrialState(training.state(), ran.progress()));
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

    /** Each fold and block has rows, and maybe inputs, of its own. */
    private Dataset data(Fold fold) {
        return switch (fold.kind()) {
            case VALIDATION, UNDIVIDED, TEST, FULL -> data;
            case PART -> part(fold);
            case BLOCK -> data.block(fold.partition(), fold.number(), fold.count());
        };
    }

    private Dataset part(Fold fold) {
        List<Dataset> folds = data.folds();
        checkArgument(folds.size() == fold.count(), "%s is none of %s folds", fold.word(), folds.size());
        return folds.get(fold.number() - 1);
    }

    /** Begins a training, which the caller closes before the workspaces. */
    static Training begin(Engine engine, Dataset rows, TrainingPlan plan, Workspaces workspaces) {
        return beginning(workspaces).begin(engine, rows, plan, null);
    }

    private static Beginning beginning(Workspaces workspaces) {
        return (engine, rows, plan, state) -> switch (engine) {
            case BLAS -> new BlasTraining(rows, plan, workspaces, state);
            case DL4J -> new Dl4jTraining(rows, plan, state);
        };
    }
}
