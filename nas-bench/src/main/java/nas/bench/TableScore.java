package nas.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nas.select.Assessed;
import nas.select.Selection;

/**
 * How well a method's searches did with a budget.
 *
 * @param within how many found a network within tolerance
 * @param small how many found one that is also at most a tenth of a decade, 26 %, larger than the oracle
 * @param asAll how many found, by what a search sees, one as good as who trains all networks of the table would: within the
 *     same tolerance of the best of all, and at most 26 % larger than the answer
 * @param logRatios lower quartile, median and upper quartile of log10(parameters found / oracle's), over the searches that
 *     found any network; empty if none did
 */
record TableScore(Proportion within, Proportion small, Proportion asAll, List<Double> logRatios) {
    private static final double SMALL = 0.1;

    /** Copies the list. */
    TableScore {
        logRatios = ImmutableList.copyOf(logRatios);
    }

    /**
     * Judges what some searches found.
     *
     * @param found one for each search, empty where it trained nothing to the highest rung
     * @param all the selection among all networks of the table by what a search sees
     */
    static TableScore of(List<Optional<Assessed>> found, Truth truth, Selection all) {
        return new TableScore(
                proportion(found, network -> truth.isWithin(network.genome())),
                proportion(found, network -> truth.isWithin(network.genome()) && logRatio(network, truth) <= SMALL),
                proportion(found, network -> isAsAll(network, all)),
                quartiles(found.stream()
                        .flatMap(Optional::stream)
                        .map(network -> logRatio(network, truth))
                        .toList()));
    }

    /** Returns log10 of how many times the oracle's parameters a network has. */
    static double logRatio(Assessed network, Truth truth) {
        return logRatio(network, truth.oracle().parameters());
    }

    private static double logRatio(Assessed network, long parameters) {
        return Math.log10((double) network.parameters() / parameters);
    }

    private static boolean isAsAll(Assessed network, Selection all) {
        return network.loss() - all.reference().loss() <= all.tolerance()
                && logRatio(network, all.winner().parameters()) <= SMALL;
    }

    private static Proportion proportion(List<Optional<Assessed>> found, Predicate<Assessed> isSuccess) {
        long successes = found.stream()
                .filter(each -> each.filter(isSuccess).isPresent())
                .count();
        return new Proportion((int) successes, found.size());
    }

    private static List<Double> quartiles(List<Double> ratios) {
        if (ratios.isEmpty()) {
            return List.of();
        }
        Map<Integer, Double> quartiles = Quantiles.quartiles().indexes(1, 2, 3).compute(ratios);
        return List.copyOf(quartiles.values());
    }
}
