package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.List;
import nas.Seeds;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.data.TargetChoice;
import nas.data.source.Datasets;
import nas.run.RungSettings;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.DropoutChoice;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.Schedule;
import nas.space.SearchSpace;
import nas.space.WidthSpace;

/**
 * A small task, all networks of whose space can be trained.
 *
 * @param word name of the task and of its file
 * @param data the rows, half of which train
 * @param space architectures, with one recipe
 * @param epochs epochs of a full training, and of its schedule; a multiple of 30
 */
record TabularTask(String word, DataDescription data, SearchSpace space, int epochs) {
    private static final int RUNG_SHARES = 30;
    private static final int EPOCHS = 300;
    private static final long SPLIT_SEED = 1;
    private static final Ladder<Activation> ACTIVATIONS = new Ladder<>(List.of(Activation.RELU, Activation.TANH));

    /** @throws IllegalArgumentException if {@code epochs} is no positive multiple of 30 */
    TabularTask {
        checkArgument(
                epochs > 0 && epochs % RUNG_SHARES == 0,
                "epochs must be a positive multiple of %s, but were %s",
                RUNG_SHARES,
                epochs);
    }

    /** Two spirals: 1,000 training rows, one to three layers of one activation, 300 epochs of 32 steps. */
    static TabularTask spirals() {
        ArchitectureSpace architectures = new ArchitectureSpace(
                Ladder.integers(1, 3, Ladder.Scale.LINEAR),
                new WidthSpace(new Ladder<>(List.of(3, 4, 6, 8, 11, 16, 23, 32))),
                ACTIVATIONS,
                true,
                Ladder.of(0.0),
                Ladder.of(DropoutChoice.AUTO),
                Ladder.of(false));
        return new TabularTask(
                "spirals",
                halfTrained(DataDescription.of(new DataSource.BuiltIn("spirals")), 2_000),
                space(architectures, 0.01, 32),
                EPOCHS);
    }

    /**
     * California housing: 2,000 training rows of the 20,640 districts, up to two layers, each of its own activation, 300
     * epochs of 32 steps.
     *
     * @param folder where {@code california_housing/housing.csv} lies
     */
    static TabularTask housing(Path folder) {
        DataSource source = new DataSource.CsvFile(folder.resolve("california_housing/housing.csv"));
        ArchitectureSpace architectures = new ArchitectureSpace(
                Ladder.integers(0, 2, Ladder.Scale.LINEAR),
                Ladder.integers(2, 45, Ladder.Scale.LOG),
                ACTIVATIONS,
                Ladder.of(0.0));
        return new TabularTask(
                "housing",
                halfTrained(DataDescription.of(source), 4_000).withTarget(TargetChoice.of("median_house_value")),
                space(architectures, 0.005, 64),
                EPOCHS);
    }

    /** Returns all tasks by their words; real data are looked for in a folder. */
    static ImmutableMap<String, TabularTask> all(Path folder) {
        return Maps.uniqueIndex(List.of(spirals(), housing(folder)), TabularTask::word);
    }

    private static DataDescription halfTrained(DataDescription data, int rows) {
        return data.withRows(RowChoice.ALL.withLimit(rows))
                .withSplit(new SplitRule(new Portion.Rows(rows / 2), new Portion.Rows(0), SPLIT_SEED));
    }

    private static SearchSpace space(ArchitectureSpace architectures, double learningRate, int batchSize) {
        Recipe recipe = new Recipe(Optimizer.ADAM, learningRate, batchSize).withSchedule(Schedule.COSINE);
        return new SearchSpace(architectures, RecipeSpace.of(recipe));
    }

    /** Loads the rows and halves those for validation. */
    HalvedData load() {
        return HalvedData.of(Datasets.load(data), Seeds.derive(SPLIT_SEED, "halves"));
    }

    /** Returns all genomes, in a fixed order. */
    List<Genome> genomes() {
        return SpaceListing.of(space);
    }

    /** Returns the rungs of the product: 1/30, 1/10 and 3/10 of the schedule, of which 1/2 and 1/3 go on. */
    RungSettings rungs() {
        return new RungSettings(List.of(epochs / 30, epochs / 10, epochs * 3 / 10), List.of(0.5, 1.0 / 3));
    }

    /** Returns the highest rung alone. */
    RungSettings noRungs() {
        return RungSettings.of(epochs * 3 / 10);
    }
}
