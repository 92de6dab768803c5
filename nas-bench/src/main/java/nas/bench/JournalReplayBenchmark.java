package nas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.journal.Provenance;
import nas.journal.RunFolder;
import nas.run.EvolutionSettings;
import nas.run.ObjectiveSettings;
import nas.run.Search;
import nas.run.SearchListener;
import nas.run.SearchSettings;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@code nas resume} does before it trains anything: a journal is read, and the search is run again with every trial
 * answered from it. Each measurement is the first thing that a process does. The first process of all, which is not
 * measured, writes the journal into {@code target}, each record forced to the disk, so that may take minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, warmups = 1, jvmArgsAppend = "-XX:+UseParallelGC") // as ./nas does
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class JournalReplayBenchmark {
    private static final int POPULATION = 100;
    private static final SearchSpace SPACE = new SearchSpace(
            Ladder.integers(0, 3, Ladder.Scale.LINEAR),
            Ladder.integers(4, 256, Ladder.Scale.LOG),
            new Ladder<>(List.of(Activation.RELU, Activation.ELU, Activation.GELU, Activation.TANH)),
            new Ladder<>(List.of(0.0, 0.1, 0.2, 0.3, 0.5)),
            Recipe.DEFAULT);
    private static final Header HEADER = new Header(
            Instant.EPOCH,
            42,
            "evolution",
            "formula",
            new Aim(0.02, new WinnerRule.Within(0.02)),
            new DataSummary("none", "classification", 784, 10, new DataSummary.Rows(48_000, 6_000, 6_000), "none"),
            Provenance.ofThisProcess("bench", "none", 1, null),
            new Origin("none", "none", List.of()),
            "{}",
            List.of());

    /**
     * Genomes that are bred, about as many as are measured: a multiple of 100. The journal has more trials, as survivors
     * are measured again, and finalists and neighbours of the winner are trained in blocks.
     */
    @Param("100000")
    public int genomes = 100_000;

    /** Folder that holds the runs. */
    Path place = Path.of("target");

    private RunFolder folder = new RunFolder(Path.of("unset"));

    /** Writes the journal unless it is there. */
    @Setup
    public void open() throws IOException {
        folder = new RunFolder(place.resolve("replay-" + genomes));
        if (Files.exists(folder.path())) {
            return;
        }
        RunFolder part =
                RunFolder.create(Files.createTempDirectory(place, "part").resolve("run"));
        try (Journal journal = Journal.begin(part, HEADER, Clock.systemUTC())) {
            search(journal, new FormulaEvaluator());
        }
        Files.move(part.path(), folder.path());
    }

    /** Reads the journal and runs the search; returns the number of generations. */
    @Benchmark
    public int replay() {
        FormulaEvaluator evaluator = new FormulaEvaluator();
        try (Journal journal = Journal.resume(folder, Clock.systemUTC())) {
            search(journal, evaluator);
            if (evaluator.evaluated() > 0) {
                throw new IllegalStateException(evaluator.evaluated() + " trials were not in the journal");
            }
            return journal.history().generations().size();
        }
    }

    private void search(Journal journal, FormulaEvaluator evaluator) {
        int generations = genomes / POPULATION;
        SearchSettings settings = new SearchSettings(
                SPACE,
                ObjectiveSettings.DEFAULT,
                new EvolutionSettings(POPULATION, generations, generations),
                HEADER.seed(),
                10);
        Search.Surroundings surroundings = new Search.Surroundings(
                evaluator, List.of(), SearchListener.NONE, winner -> {}, Clock.systemUTC(), null);
        new Search(settings, journal, surroundings).run();
    }
}
