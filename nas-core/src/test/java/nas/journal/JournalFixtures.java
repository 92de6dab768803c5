package nas.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.RateCurve;
import nas.trial.Trial;
import nas.trial.TrialResult;

/** Records as a search writes them. */
public final class JournalFixtures {
    /** A classification of 4 inputs into 3 classes with test rows. */
    public static final Header HEADER = header(20);

    private JournalFixtures() {}

    /** Returns a header of a run with so many test rows. */
    public static Header header(int testRows) {
        return header(testRows, 0);
    }

    /** Returns a header of a run with so many test rows and folds. */
    public static Header header(int testRows, int folds) {
        return header(
                new DataSummary("iris", "classification", 4, 3, new DataSummary.Rows(100, 30, testRows), "abc", folds));
    }

    /** Returns a header of a run about these data. */
    public static Header header(DataSummary data) {
        return header(data, List.of());
    }

    /** Returns a header of a run with 20 test rows whose winner is chosen by this rule. */
    public static Header header(WinnerRule rule) {
        return header(HEADER.data(), rule);
    }

    static Header header(DataSummary data, WinnerRule rule) {
        return header(data, rule, List.of());
    }

    static Header header(DataSummary data, List<RateCurve> rangeTests) {
        return header(data, new WinnerRule.Within(0.02), rangeTests);
    }

    private static Header header(DataSummary data, WinnerRule rule, List<RateCurve> rangeTests) {
        return new Header(
                Instant.parse("2026-01-02T03:04:05Z"),
                Long.MIN_VALUE,
                "evolution",
                "dl4j",
                new Aim(0.02, rule),
                data,
                provenance("SkylakeX"),
                new Origin("/spaces/iris.yaml", "5678", List.of()),
                "{\"name\":\"iris\"}",
                rangeTests);
    }

    /** Returns what a run was computed with. */
    public static Provenance provenance(String blasCore) {
        return new Provenance("0.1.0", "1234", 1, "Debian 17", "Linux amd64", "Xeon", 2, blasCore);
    }

    /** Returns a generation in which genomes of one layer were bred. */
    public static GenerationEnded generation(int number, int duplicates, Integer... units) {
        return new GenerationEnded(
                number,
                Stream.of(units)
                        .map(width -> new Bred(genome(width).key(), List.of(), List.of("random")))
                        .toList(),
                duplicates);
    }

    /** Returns the text of a golden file, which must never change. */
    static String golden(String name) throws IOException {
        try (InputStream golden = JournalFixtures.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Writes a whole journal into the folder of a new run. */
    static RunFolder written(Path parent, Header header, List<? extends JournalRecord> records) {
        RunFolder folder = RunFolder.create(parent.resolve("run"));
        try (Journal journal = begin(folder, header)) {
            records.forEach(journal::append);
        }
        return folder;
    }

    /** Begins a journal with a clock that stands still. */
    public static Journal begin(RunFolder folder, Header header) {
        return Journal.begin(folder, header, () -> Instant.EPOCH);
    }

    /** Returns a genome of one layer. */
    public static Genome genome(int units) {
        return new Genome(new Architecture(List.of(new HiddenLayer(units, Activation.ELU, 0.1))), Recipe.DEFAULT);
    }

    /** Returns a trial that was measured. */
    public static TrialResult measured(int units, Fold fold, long seed, double loss) {
        Outcome outcome = new Outcome.Measured(
                new Measures(loss, 0, 1.0986, 0.9, null),
                new LearningCurve(List.of(new LearningCurve.Point(1.5, 1.25), new LearningCurve.Point(0.1, null))));
        return new TrialResult(trial(units, fold, seed), outcome, new TrialResult.Effort("dl4j", "worker-0", 0.25));
    }

    /** Returns a trial that failed. */
    public static TrialResult failed(int units) {
        return failed(units, Outcome.Cause.NOT_FINITE);
    }

    /** Returns a trial that failed for a reason. */
    public static TrialResult failed(int units, Outcome.Cause cause) {
        return new TrialResult(
                trial(units, Fold.VALIDATION, 1),
                new Outcome.Failed(
                        cause,
                        "it went wrong in epoch 2",
                        new LearningCurve(List.of(new LearningCurve.Point(1.5, 1.25)))),
                new TrialResult.Effort("dl4j", "worker-1", 0.5));
    }

    /** Returns a trial of a genome of one layer. */
    public static Trial trial(int units, Fold fold, long seed) {
        return new Trial(genome(units), new Budget(2), seed, fold);
    }
}
