package nas.journal;

import java.util.Optional;
import java.util.function.Function;
import nas.InvalidInputException;
import nas.journal.JournalRecord.TrialEnded;
import nas.space.Genome;
import nas.trial.Outcome;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Another run whose trials answer those of this one, where everything agrees that a trial is a function of. */
public final class ReusableRun {
    private final String name;
    private final RunHistory history;
    private final Sidecars sidecars;
    private final Function<Genome, String> engine;

    private ReusableRun(RunFolder folder, RunHistory history, Function<Genome, String> engine) {
        this.name = folder.name();
        this.history = history;
        this.sidecars = new Sidecars(folder);
        this.engine = engine;
    }

    /**
     * Opens a run.
     *
     * @param fingerprint fingerprint of the data that trials are wanted for
     * @param now what this process computes with
     * @param engine name of the engine that this process trains a genome with
     * @throws InvalidInputException if there is no run, or none of its trials can be what this process would compute
     */
    public static ReusableRun open(
            RunFolder folder, String fingerprint, Provenance now, Function<Genome, String> engine) {
        RunHistory history = JournalReader.read(folder);
        Agreement agreement = new Agreement(history.header(), fingerprint, now);
        agreement.obstacle().or(() -> rounding(agreement, history)).ifPresent(why -> {
            throw new InvalidInputException(folder.path() + ": cannot be reused: " + why);
        });
        return new ReusableRun(folder, history, engine);
    }

    private static Optional<String> rounding(Agreement agreement, RunHistory history) {
        return history.kernels().size() > 1
                ? Optional.of(
                        "its trials were computed with several OpenBLAS cores: " + String.join(", ", history.kernels()))
                : agreement.rounding(history.kernels());
    }

    /** Returns the run's name. */
    public String name() {
        return name;
    }

    /** Returns the result of a trial, if the run has it with all details asked for. */
    public Optional<TrialResult> find(TrialRequest request) {
        return history.find(request.trial())
                .filter(this::isPure)
                .flatMap(ended -> Journal.result(ended, request, sidecars));
    }

    /**
     * What went wrong for want of memory, or in an engine, might go right here. What was measured before there were
     * metrics would leave gaps in this run's result.
     */
    private boolean isPure(TrialEnded ended) {
        TrialResult result = ended.result();
        boolean isComplete =
                result.measures().map(measures -> !measures.metrics().isEmpty()).orElse(true);
        return isComplete
                && engine.apply(result.trial().genome()).equals(result.effort().engine())
                && result.failure()
                        .map(failed -> failed.cause() == Outcome.Cause.NOT_FINITE)
                        .orElse(true);
    }
}
