package nas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.LossScale;

/**
 * The exact probability that random search without rungs finds a good network: that of k different genomes the smallest
 * within 2 % of the best of them is a good one, where size and best are what the search sees.
 *
 * <p>Genomes are drawn one after the other, again where one has come up before. A draw takes each kind of genome with the
 * same probability, then each genome of this kind, as a search draws the number of layers first; {@link DrawnKinds} tells
 * how many of each kind that gives. Given these numbers, each set is as likely as any other. The answer is w beside the best
 * r if both are in the set and nothing is that is better than r, or smaller than w and within tolerance of r: a product of
 * hypergeometric probabilities over the kinds, to be added up over all r and all good w.
 */
final class RandomHit {
    private static final double NEGLIGIBLE = 1e-9;

    private final List<Assessed> byLoss;
    private final Predicate<Genome> isGood;
    private final ToIntFunction<Genome> kind;
    private final int[] sizes;
    private final double[] logFactorials;
    private final List<Best> bests = new ArrayList<>();

    /**
     * A genome that may be the best of a set.
     *
     * @param absent what must not be in the set for that
     * @param answers what must be so for the answer to be good
     */
    private record Best(Demand absent, List<Demand> answers) {}

    /** How many genomes of each kind must not be in a set, and how many must. */
    @SuppressWarnings("ArrayRecordComponent") // Never shared.
    private record Demand(int[] absent, int[] present) {}

    /**
     * Prepares the sums.
     *
     * @param all all genomes
     * @param assessed those that have not failed, by what a search sees of them
     * @param isGood tells whether an answer is good
     * @param kind each genome's kind, counted from 0
     */
    RandomHit(List<Genome> all, List<Assessed> assessed, Predicate<Genome> isGood, ToIntFunction<Genome> kind) {
        this.byLoss = assessed.stream().sorted(Assessed.BY_LOSS).toList();
        this.isGood = isGood;
        this.kind = kind;
        this.sizes = new int[1 + all.stream().mapToInt(kind).max().orElseThrow()];
        all.forEach(genome -> sizes[kind.applyAsInt(genome)]++);
        this.logFactorials = new double[all.size() + 1];
        for (int i = 1; i < logFactorials.length; i++) {
            logFactorials[i] = logFactorials[i - 1] + Math.log(i);
        }
        int[] better = new int[sizes.length];
        for (int place = 0; place < byLoss.size(); place++) {
            bests.add(best(place, better.clone()));
            better[kind.applyAsInt(byLoss.get(place).genome())]++;
        }
    }

    private Best best(int place, int[] better) {
        Assessed best = byLoss.get(place);
        LossScale scale = new LossScale(best.measures().constantLoss(), best.loss());
        double limit = scale.tolerance(Truth.SHARE, 0);
        List<Assessed> window = byLoss.subList(place, byLoss.size()).stream()
                .takeWhile(each -> each.loss() - best.loss() <= limit)
                .sorted(Assessed.BY_SIZE)
                .toList();
        int[] absent = better.clone();
        List<Demand> answers = new ArrayList<>();
        for (Assessed answer : window) {
            if (isGood.test(answer.genome())) {
                int[] present = new int[sizes.length];
                present[kind.applyAsInt(best.genome())]++;
                present[kind.applyAsInt(answer.genome())] += answer.equals(best) ? 0 : 1;
                answers.add(new Demand(absent.clone(), present));
            }
            if (answer.equals(best)) {
                break; // in the set and smaller than all that follow
            }
            absent[kind.applyAsInt(answer.genome())]++;
        }
        return new Best(new Demand(better, new int[sizes.length]), answers);
    }

    /**
     * Returns the probability, but for rounding and a millionth.
     *
     * @param genomes k, at least 1 and at most as many as there are
     */
    double probability(int genomes) {
        double sum = 0;
        for (DrawnKinds.Numbers drawn : DrawnKinds.after(genomes, sizes)) {
            if (drawn.probability() > NEGLIGIBLE) {
                sum += drawn.probability() * probability(drawn.counts());
            }
        }
        return sum;
    }

    private double probability(List<Integer> drawn) {
        double sum = 0;
        for (Best best : bests) {
            if (probability(best.absent(), drawn) < NEGLIGIBLE) {
                break;
            }
            for (Demand answer : best.answers()) {
                sum += probability(answer, drawn);
            }
        }
        return sum;
    }

    /** The product over kinds of C(size - absent - present, drawn - present) / C(size, drawn). */
    private double probability(Demand demand, List<Integer> drawn) {
        double log = 0;
        for (int i = 0; i < sizes.length; i++) {
            int present = demand.present[i];
            int free = sizes[i] - demand.absent[i] - present;
            int more = drawn.get(i) - present;
            if (more < 0 || more > free) {
                return 0;
            }
            log += logChoose(free, more) - logChoose(sizes[i], drawn.get(i));
        }
        return Math.exp(log);
    }

    private double logChoose(int of, int count) {
        return logFactorials[of] - logFactorials[count] - logFactorials[of - count];
    }
}
