package nas.bench;

import java.util.ArrayList;
import java.util.List;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.trial.FloatVector;

/** Tables that take no training. */
final class SmallTable {
    /** Linear and up to two layers of 2, 4 or 8 units, relu or tanh: 1 + 6 + 36 networks. */
    static final TabularTask TASK = new TabularTask(
            "small",
            DataDescription.of(new DataSource.BuiltIn("spirals"))
                    .withRows(RowChoice.ALL.withLimit(60))
                    .withSplit(new SplitRule(new Portion.Rows(21), new Portion.Rows(0), 1)),
            new SearchSpace(
                    Ladder.integers(0, 2, Ladder.Scale.LINEAR),
                    new Ladder<>(List.of(2, 4, 8)),
                    new Ladder<>(List.of(Activation.RELU, Activation.TANH)),
                    Ladder.of(0.0),
                    Recipe.DEFAULT),
            30);

    private static final LossTable.Half HALF = new LossTable.Half("none", 1);

    private SmallTable() {}

    /** Returns a table whose losses fall with the epochs towards a loss for each genome and seed. */
    static LossTable of(Losses losses) {
        List<LossTable.Row> rows = new ArrayList<>();
        for (Genome genome : TASK.genomes()) {
            List<FloatVector> curves = new ArrayList<>();
            for (int seed = 0; seed < LossTable.SEEDS; seed++) {
                curves.add(curve(losses.of(genome, seed)));
            }
            rows.add(new LossTable.Row(genome, genome.parameters(2, 2), curves));
        }
        return new LossTable(new LossTable.Ground(TASK.word(), TASK.epochs(), 1, HALF, HALF), rows);
    }

    /** The loss at the end. */
    interface Losses {
        double of(Genome genome, int seed);
    }

    /** Returns a table in which the more units, the lower the losses of all seeds. */
    static LossTable ofUnits() {
        return of((genome, seed) -> {
            int units = genome.architecture().units().stream().mapToInt(u -> u).sum();
            return 0.1 + 0.5 / (1 + units);
        });
    }

    private static FloatVector curve(double end) {
        float[] losses = new float[TASK.epochs()];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] = (float) (end + 0.3 * (losses.length - 1 - epoch) / losses.length);
        }
        return FloatVector.copyOf(losses);
    }
}
