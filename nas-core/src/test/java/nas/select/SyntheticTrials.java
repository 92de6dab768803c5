package nas.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import nas.Seeds;
import nas.space.Genome;
import nas.trial.FloatVector;
import nas.trial.Measures;

/** Trainings whose true mean loss is known. The constant prediction's loss is 2; accuracy is 1 less half the loss. */
final class SyntheticTrials implements BlockTrials {
    static final double CONSTANT_LOSS = 2;

    private final ToDoubleFunction<Genome> truth;
    private final Scatter scatter;
    private final BiPredicate<Genome, Integer> isFailing;
    private final Set<String> asked = new HashSet<>();

    /**
     * How losses vary about the truth.
     *
     * @param row standard deviation of a genome's row loss
     * @param block standard deviation of a genome's mean in a block
     * @param rows rows of a block
     * @param seed what they are drawn from
     */
    record Scatter(double row, double block, int rows, long seed) {
        static final Scatter NONE = new Scatter(0, 0, 4, 0);
    }

    SyntheticTrials(ToDoubleFunction<Genome> truth, Scatter scatter) {
        this(truth, scatter, (genome, block) -> false);
    }

    SyntheticTrials(ToDoubleFunction<Genome> truth, Scatter scatter, BiPredicate<Genome, Integer> isFailing) {
        this.truth = truth;
        this.scatter = scatter;
        this.isFailing = isFailing;
    }

    @Override
    public Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block) {
        Map<Genome, BlockOutcome> outcomes = new HashMap<>();
        for (Genome genome : genomes) {
            if (!asked.add(genome.key() + " " + block)) {
                throw new IllegalStateException(genome + " was trained twice in block " + block);
            }
            if (!isFailing.test(genome, block)) {
                outcomes.put(genome, outcome(genome, block));
            }
        }
        return outcomes;
    }

    /** Returns how many trainings there were. */
    int trained() {
        return asked.size();
    }

    private BlockOutcome outcome(Genome genome, int block) {
        SplittableRandom common = new SplittableRandom(Seeds.derive(scatter.seed(), "rows", block));
        SplittableRandom own = new SplittableRandom(Seeds.derive(scatter.seed(), genome.key(), block));
        double mean = truth.applyAsDouble(genome) + scatter.block() * own.nextGaussian();
        float[] losses = new float[scatter.rows()];
        for (int row = 0; row < losses.length; row++) {
            double difficulty = scatter.row() * common.nextGaussian();
            losses[row] = (float) (mean + difficulty + scatter.row() * own.nextGaussian());
        }
        return block(losses);
    }

    /** Returns the outcome of a block with such losses. */
    static BlockOutcome block(float... losses) {
        return block(new RowLosses(FloatVector.copyOf(losses)));
    }

    static BlockOutcome block(RowLosses rows) {
        return new BlockOutcome(measures(rows.losses().toArray()), rows);
    }

    /** Returns the outcome of a block that is a partition into folds with such losses. */
    static BlockOutcome partition(float[]... folds) {
        List<Measures> measures = new ArrayList<>();
        List<Float> losses = new ArrayList<>();
        for (float[] fold : folds) {
            measures.add(measures(fold));
            for (float loss : fold) {
                losses.add(loss);
            }
        }
        float[] all = new float[losses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = losses.get(i);
        }
        return new BlockOutcome(measures(all), measures, new RowLosses(FloatVector.copyOf(all)));
    }

    private static Measures measures(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        double mean = Math.max(0, sum / losses.length);
        return new Measures(mean, 0, CONSTANT_LOSS, 1 - mean / 2, null, losses.length, Map.of());
    }
}
