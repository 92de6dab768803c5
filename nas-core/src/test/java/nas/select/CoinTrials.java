package nas.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nas.Seeds;
import nas.space.Genome;
import nas.trial.FloatVector;
import nas.trial.Measures;

/**
 * Trainings whose rows are right or wrong by chance, each for itself, so that accuracies are truly binomial. A wrong
 * row costs 1, which is also the constant prediction's loss.
 *
 * @param accuracy probability that a row is right
 * @param rows rows of a block
 * @param seed what they are drawn from
 */
record CoinTrials(double accuracy, int rows, long seed) implements BlockTrials {
    @Override
    public Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block) {
        Map<Genome, BlockOutcome> outcomes = new HashMap<>();
        genomes.forEach(genome -> outcomes.put(genome, outcome(genome, block)));
        return outcomes;
    }

    private BlockOutcome outcome(Genome genome, int block) {
        SplittableRandom random = new SplittableRandom(Seeds.derive(seed, genome.key(), block));
        float[] wrong = new float[rows];
        int sum = 0;
        for (int row = 0; row < rows; row++) {
            int error = random.nextDouble() < accuracy ? 0 : 1;
            wrong[row] = error;
            sum += error;
        }
        double loss = (double) sum / rows;
        return new BlockOutcome(
                new Measures(loss, 0, 1, 1 - loss, null, rows, Map.of()), new RowLosses(FloatVector.copyOf(wrong)));
    }
}
