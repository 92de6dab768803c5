package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Stats;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nas.report.KendallTau;
import nas.trial.FloatVector;

/**
 * How well the order of networks by their losses after some epochs foretells the order at the end: Kendall's τ-a over networks
 * that were all trained to the end, whatever they promised.
 *
 * @param curves of each seed, of each network, the losses after each epoch; no number where a training has failed
 */
record RungOrder(List<List<FloatVector>> curves) {
    /** @throws IllegalArgumentException if there are fewer than two seeds, or some seed has other networks or epochs */
    RungOrder {
        curves = curves.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
        checkArgument(curves.size() >= 2, "seeds must be >= 2, but were %s", curves.size());
        checkArgument(
                curves.stream().map(List::size).distinct().count() == 1,
                "seeds must have equal numbers of networks, but have %s",
                curves.stream().map(List::size).toList());
        List<Integer> lengths = curves.stream()
                .flatMap(List::stream)
                .map(FloatVector::size)
                .distinct()
                .toList();
        checkArgument(lengths.size() == 1, "curves must have equal numbers of epochs, but have %s", lengths);
    }

    /**
     * Values of τ, one for each seed.
     *
     * @param values in the order of the seeds
     */
    record Taus(List<Double> values) {
        /** Copies the list. */
        Taus {
            values = ImmutableList.copyOf(values);
        }

        @Override
        public String toString() {
            Stats stats = Stats.of(values);
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", stats.mean(), stats.min(), stats.max());
        }
    }

    /** Compares the order after some epochs with that at the end of the same trainings. */
    Taus withOwnEnd(int epochs) {
        return taus(seed -> KendallTau.of(losses(seed, epochs), losses(seed, epochs())));
    }

    /** Compares the order after some epochs with that of the other seeds' mean losses at their ends. */
    Taus withOtherSeeds(int epochs) {
        return taus(seed -> KendallTau.of(losses(seed, epochs), meanOfOthers(seed)));
    }

    private int epochs() {
        return curves.get(0).get(0).size();
    }

    private Taus taus(IntToDoubleFunction tau) {
        return new Taus(
                IntStream.range(0, curves.size()).mapToDouble(tau).boxed().toList());
    }

    private double[] meanOfOthers(int seed) {
        double[] sums = new double[curves.get(seed).size()];
        for (int other = 0; other < curves.size(); other++) {
            double[] ends = losses(other, epochs());
            for (int i = 0; other != seed && i < sums.length; i++) {
                sums[i] += ends[i];
            }
        }
        return DoubleStream.of(sums).map(sum -> sum / (curves.size() - 1)).toArray();
    }

    private double[] losses(int seed, int epochs) {
        return curves.get(seed).stream()
                .mapToDouble(curve -> curve.toArray()[epochs - 1])
                .toArray();
    }
}
