package nas.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.RecordJson.Entry;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.LearningCurve.Point;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** What the journal {@code format-1.jsonl} says: records of every type, with each word that a field can hold. */
final class GoldenRun {
    static final Genome LINEAR = genome(Recipe.DEFAULT);
    static final Genome NARROW = genome(Recipe.DEFAULT, new HiddenLayer(4, Activation.TANH, 0));
    static final Genome WIDE = genome(
            Recipe.DEFAULT, new HiddenLayer(16, Activation.RELU, 0.2), new HiddenLayer(8, Activation.LEAKY_RELU, 0.5));
    static final Genome TUNED = genome(
            new Recipe(
                    Optimizer.NESTEROV,
                    0.85,
                    0.0031622776601683794,
                    Schedule.ONE_CYCLE,
                    32,
                    Loss.CROSS_ENTROPY,
                    Initialisation.AUTO,
                    new Regularisation(1e-6, 1e-4, 0.01),
                    new Clipping(Clipping.Kind.NORM, 0.5),
                    0),
            new HiddenLayer(11, Activation.ELU, 0.1));

    static final Header HEADER = new Header(
            Instant.parse("2026-11-21T09:30:15.250Z"),
            42,
            "evolution",
            "auto",
            new Aim(0.02, new WinnerRule.Within(0.025)),
            new DataSummary(
                    "iris",
                    "classification",
                    4,
                    3,
                    new DataSummary.Rows(90, 30, 30),
                    "6f1ed002ab5595859014ebf0951522d9f4bd3e6d6a1f1e1b3c7a1b6f6b3d2c1a"),
            provenance("SkylakeX"),
            new Origin(
                    "/home/ada/spaces/größe.yaml",
                    "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                    List.of("/home/ada/runs/iris-1")),
            "{\"name\":\"iris\",\"search\":{\"population\":24,\"seed\":42},\"objective\":{\"max_params\":null}}",
            List.of());

    static final Resumed RESUMED =
            new Resumed(Instant.parse("2026-11-21T10:00:00Z"), provenance("SkylakeX"), 20, false);
    static final Resumed EXTENDED = new Resumed(Instant.parse("2026-11-22T08:00:00Z"), provenance(null), 30, true);

    static final List<TrialEnded> SEARCH_TRIALS = List.of(
            trained(LINEAR, measured(new Measures(0.3125, 0.0415, 1.0986122886681098, 0.9, null), 2)),
            trained(NARROW, failed(Outcome.Cause.NOT_FINITE, "loss is not finite after epoch 1")),
            trained(WIDE, failed(Outcome.Cause.OUT_OF_MEMORY, "out of native memory: größe ∞")),
            new TrialEnded(
                    result(search(TUNED), measured(new Measures(0.125, 0.03, 1.0986, null, 0.25), 2)),
                    Map.of(),
                    "iris-1"));
    static final TrialEnded LATER_TRIAL = trained(
            genome(Recipe.DEFAULT, new HiddenLayer(5, Activation.ELU, 0)),
            failed(Outcome.Cause.ENGINE, "IllegalStateException: dims differ"));
    static final TrialEnded PRUNED =
            trained(NARROW, measured(new Measures(0.25, 1.0E-4, 1.0986122886681098, 0.9333333333333333, null), 1));
    static final TrialEnded FINAL = new TrialEnded(
            result(
                    new Trial(NARROW, new Budget(2), Long.MIN_VALUE, Fold.TEST),
                    new Outcome.Measured(
                            new Measures(0.1875, 0.05, 1.0986122886681098, 0.9666666666666667, null),
                            new LearningCurve(List.of(new Point(0.75, null), new Point(0.5, null))))),
            Map.of(
                    Detail.PARAMETERS, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Detail.ROW_LOSSES, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                    Detail.PREDICTIONS, "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"),
            null);
    static final TrialEnded FULL = new TrialEnded(result(
            new Trial(LINEAR, new Budget(2), -1, Fold.FULL),
            measured(new Measures(0.5, 0, 1.0986122886681098, 1.0, null), 2)));

    static final GenerationEnded FIRST = new GenerationEnded(
            1, List.of(bred(LINEAR, "start"), bred(NARROW, "start"), bred(WIDE, "random"), bred(TUNED, "random")), 0);
    static final GenerationEnded SECOND = new GenerationEnded(
            2,
            List.of(
                    new Bred(
                            LATER_TRIAL.result().trial().genome().key(),
                            List.of(LINEAR.key(), TUNED.key()),
                            List.of("crossover", "mutation", "novelty")),
                    new Bred(LINEAR.key(), List.of(LINEAR.key()), List.of())),
            1);

    /** All records in their order, with the times at which they were written. */
    static final List<Entry> ENTRIES = List.of(
            new Entry(0, HEADER),
            new Entry(0.25, SEARCH_TRIALS.get(0)),
            new Entry(0.5, SEARCH_TRIALS.get(1)),
            new Entry(1.003, SEARCH_TRIALS.get(2)),
            new Entry(1.125, SEARCH_TRIALS.get(3)),
            new Entry(1.126, FIRST),
            new Entry(0.001, RESUMED),
            new Entry(0.75, LATER_TRIAL),
            new Entry(0.75, SECOND),
            new Entry(0.751, new WinnerChosen(TUNED.key(), 2, Stop.TIME)),
            new Entry(60, new RunEnded("the winner's final training failed: größe ∞", 1.877, 59.249)),
            new Entry(0, EXTENDED),
            new Entry(12345.678, PRUNED),
            new Entry(12345.7, new WinnerChosen(LINEAR.key(), 2, Stop.GENERATIONS)),
            new Entry(12346, FULL),
            new Entry(12347, new WinnerChosen(NARROW.key(), 2, Stop.STAGNATION)),
            new Entry(12348, FINAL),
            new Entry(12349, new RunEnded("", 12406.878, 1.5)));

    private GoldenRun() {}

    private static Provenance provenance(@Nullable String blasCore) {
        return new Provenance(
                "0.1.0", "0123456789ab", 3, "Debian 17.0.13", "Linux amd64", "AMD EPYC 9R14", 2, blasCore);
    }

    private static Genome genome(Recipe recipe, HiddenLayer... layers) {
        return new Genome(new Architecture(List.of(layers)), recipe);
    }

    private static Trial search(Genome genome) {
        return new Trial(genome, new Budget(2), 8675309, Fold.VALIDATION);
    }

    private static TrialEnded trained(Genome genome, Outcome outcome) {
        return new TrialEnded(result(search(genome), outcome));
    }

    private static TrialResult result(Trial trial, Outcome outcome) {
        return new TrialResult(trial, outcome, new TrialResult.Effort("blas", "worker-1", 0.125));
    }

    private static Outcome measured(Measures measures, int epochs) {
        List<Point> points = List.of(new Point(1.0123456789012344, 0.875), new Point(0.5, measures.loss()));
        return new Outcome.Measured(measures, new LearningCurve(points.subList(0, epochs)));
    }

    private static Outcome failed(Outcome.Cause cause, String reason) {
        return new Outcome.Failed(cause, reason, new LearningCurve(List.of(new Point(1e10, 2.5E-7))));
    }

    private static Bred bred(Genome genome, String operator) {
        return new Bred(genome.key(), List.of(), List.of(operator));
    }
}
