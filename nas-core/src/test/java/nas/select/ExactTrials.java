package nas.select;

import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nas.space.Genome;
import nas.trial.FloatVector;
import nas.trial.Measures;

/**
 * Trainings without noise whose accuracy need not go with their loss.
 *
 * @param loss the loss of each row; the constant prediction's is 2
 * @param accuracy the share of rows that are right
 * @param rows rows of a block
 */
record ExactTrials(ToDoubleFunction<Genome> loss, ToDoubleFunction<Genome> accuracy, int rows) implements BlockTrials {
    @Override
    public Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block) {
        return Maps.toMap(genomes, this::outcome);
    }

    private BlockOutcome outcome(Genome genome) {
        double mean = loss.applyAsDouble(genome);
        float[] losses = new float[rows];
        Arrays.fill(losses, (float) mean);
        return new BlockOutcome(
                new Measures(
                        mean, 0, SyntheticTrials.CONSTANT_LOSS, accuracy.applyAsDouble(genome), null, rows, Map.of()),
                new RowLosses(FloatVector.copyOf(losses)));
    }
}
