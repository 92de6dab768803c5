package nas.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.journal.RunHistory;
import nas.journal.Rung;
import nas.select.Assessed;
import nas.space.Genome;

/**
 * How well the order of genomes at one rung foretold that at the highest one: Kendall's τ over those measured at both. They
 * were good enough to go on, so among all genomes it would be higher.
 *
 * @param epochs epochs of the lower rung
 * @param highest epochs of the highest rung
 * @param genomes how many were measured at both, at least 3
 * @param tau from −1, the opposite order, to 1, the same
 */
public record RungAgreement(int epochs, int highest, int genomes, double tau) {
    private static final int LEAST_GENOMES = 3;

    /** Returns how each lower rung of a run agrees with the highest; none for those with hardly a genome at both. */
    public static List<RungAgreement> of(RunHistory history) {
        List<Rung> rungs = history.rungs();
        if (rungs.isEmpty()) {
            return List.of();
        }
        Rung highest = rungs.get(rungs.size() - 1);
        Map<Genome, Double> ends = losses(highest);
        return rungs.subList(0, rungs.size() - 1).stream()
                .flatMap(rung -> of(rung, highest.epochs(), ends).stream())
                .toList();
    }

    private static Optional<RungAgreement> of(Rung rung, int highest, Map<Genome, Double> ends) {
        List<Assessed> both = rung.measured().stream()
                .filter(each -> ends.containsKey(each.genome()))
                .toList();
        return both.size() < LEAST_GENOMES
                ? Optional.empty()
                : Optional.of(new RungAgreement(rung.epochs(), highest, both.size(), tau(both, ends)));
    }

    private static Map<Genome, Double> losses(Rung rung) {
        Map<Genome, Double> losses = new HashMap<>();
        rung.measured().forEach(each -> losses.put(each.genome(), each.loss()));
        return losses;
    }

    private static double tau(List<Assessed> both, Map<Genome, Double> ends) {
        return KendallTau.of(
                both.stream().mapToDouble(Assessed::loss).toArray(),
                both.stream()
                        .mapToDouble(each -> ends.getOrDefault(each.genome(), Double.NaN))
                        .toArray());
    }
}
