package nas.report.importance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Quantiles;
import com.google.common.math.Stats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.report.importance.Importance.Effect;
import nas.report.importance.Importance.Marginal;
import nas.report.importance.Importance.Range;

/**
 * Regression trees, each grown from as many observations as there are, drawn with replacement (Breiman 2001, "Random Forests",
 * doi 10.1023/A:1010933404324). Its importances are means over the trees of their shares of variance ({@link TreeVariance}).
 * Equal observations and seeds give equal answers on every platform.
 */
public final class RandomForest {
    private static final int TREES = 64;

    private final Observations observations;
    private final List<TreeVariance> variances = new ArrayList<>();
    private final double[] predicted;
    private final int[] votes;

    /**
     * Grows a forest.
     *
     * @throws IllegalArgumentException if there is no observation or no factor
     */
    public RandomForest(Observations observations, long seed) {
        checkArgument(observations.size() > 0, "observations must be >= 1, but were none");
        checkArgument(!observations.factors().isEmpty(), "factors must be >= 1, but were none");
        this.observations = observations;
        this.predicted = new double[observations.size()];
        this.votes = new int[observations.size()];
        for (int tree = 0; tree < TREES; tree++) {
            grow(new SplittableRandom(Seeds.derive(seed, "importance", tree)));
        }
    }

    private void grow(SplittableRandom random) {
        int[] sample = random.ints(observations.size(), 0, observations.size()).toArray();
        RegressionTree tree = new RegressionTree(observations, sample, random);
        variances.add(new TreeVariance(tree.leaves(), counts()));
        BitSet drawn = new BitSet();
        Arrays.stream(sample).forEach(drawn::set);
        for (int each = drawn.nextClearBit(0); each < observations.size(); each = drawn.nextClearBit(each + 1)) {
            predicted[each] += tree.predict(each);
            votes[each]++;
        }
    }

    /** Returns which factors matter. */
    public Importance importance() {
        return new Importance(observations.size(), fit(), effects(), marginals());
    }

    private int[] counts() {
        return IntStream.range(0, observations.factors().size())
                .map(observations::levels)
                .toArray();
    }

    private double fit() {
        int[] voted = IntStream.range(0, votes.length).filter(i -> votes[i] > 0).toArray();
        if (voted.length < 2) {
            return 0;
        }
        double spread = voted.length
                * Stats.of(Arrays.stream(voted).mapToDouble(observations::response))
                        .populationVariance();
        double missed = Arrays.stream(voted)
                .mapToDouble(i -> observations.response(i) - predicted[i] / votes[i])
                .map(error -> error * error)
                .sum();
        return spread == 0 ? 0 : 1 - missed / spread;
    }

    private List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        int count = observations.factors().size();
        for (int one = 0; one < count; one++) {
            int first = one;
            effects.add(new Effect(List.of(name(first)), share(variance -> variance.alone(first))));
            for (int other = first + 1; other < count; other++) {
                int second = other;
                effects.add(new Effect(
                        List.of(name(first), name(second)), share(variance -> variance.together(first, second))));
            }
        }
        effects.sort(
                Comparator.comparingDouble((Effect effect) -> -effect.share().mean()));
        return effects;
    }

    private String name(int factor) {
        return observations.factors().get(factor).name();
    }

    private Range share(ToDoubleFunction<TreeVariance> part) {
        return range(variance -> variance.total() == 0 ? 0 : part.applyAsDouble(variance) / variance.total());
    }

    private List<Marginal> marginals() {
        return IntStream.range(0, observations.factors().size())
                .mapToObj(factor -> new Marginal(
                        observations.factors().get(factor),
                        IntStream.range(0, observations.levels(factor))
                                .mapToObj(level -> range(variance -> variance.marginal(factor, level)))
                                .toList()))
                .toList();
    }

    private Range range(ToDoubleFunction<TreeVariance> value) {
        double[] values = variances.stream().mapToDouble(value).toArray();
        return new Range(
                Stats.meanOf(values),
                Quantiles.percentiles().index(10).compute(values),
                Quantiles.percentiles().index(90).compute(values));
    }
}
