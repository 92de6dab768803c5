package nas.bench;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nas.space.Genome;
import nas.trial.FloatVector;
import nas.trial.LossScale;

/**
 * How well the networks of a table really do: by the mean of the two seeds, and on the half of the validation rows, that no
 * strategy sees, after a full training.
 *
 * @param oracle the smallest network within tolerance
 * @param lowest the lowest loss of all
 * @param tolerance by how much more a loss may be: 2 % of what there is to learn
 * @param losses the loss of each network; infinite where a training failed
 */
record Truth(LossTable.Row oracle, double lowest, double tolerance, Map<Genome, Double> losses) {
    /** The share of what there is to learn that a network may give up. */
    static final double SHARE = 0.02;

    private static final Comparator<LossTable.Row> BY_SIZE = Comparator.comparingLong(LossTable.Row::parameters)
            .thenComparing(row -> row.genome().key());

    /** Copies the losses. */
    Truth {
        losses = ImmutableMap.copyOf(losses);
    }

    /** Finds it in a table, of which at least one network must not have failed. */
    static Truth of(LossTable table) {
        ToDoubleFunction<LossTable.Row> loss = row -> (last(row, 1) + last(row, 2)) / 2;
        ImmutableMap.Builder<Genome, Double> losses = ImmutableMap.builder();
        double lowest = Double.POSITIVE_INFINITY;
        for (LossTable.Row row : table.rows()) {
            double mean = loss.applyAsDouble(row);
            losses.put(row.genome(), Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean);
            lowest = mean < lowest ? mean : lowest;
        }
        double limit = lowest + new LossScale(table.ground().judged().constantLoss(), lowest).tolerance(SHARE, 0);
        LossTable.Row oracle = table.rows().stream()
                .filter(row -> loss.applyAsDouble(row) <= limit)
                .min(BY_SIZE)
                .orElseThrow();
        return new Truth(oracle, lowest, limit - lowest, losses.build());
    }

    private static double last(LossTable.Row row, int seed) {
        FloatVector curve = row.curves().get(seed);
        return curve.toArray()[curve.size() - 1];
    }

    /** Tells whether a network is as good as it should be. */
    boolean isWithin(Genome genome) {
        return losses.getOrDefault(genome, Double.POSITIVE_INFINITY) <= lowest + tolerance;
    }

    /** Returns how many networks are. */
    long within() {
        return losses.keySet().stream().filter(this::isWithin).count();
    }
}
