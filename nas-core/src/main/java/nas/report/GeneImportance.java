package nas.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nas.journal.RunHistory;
import nas.journal.Rung;
import nas.report.importance.Importance;
import nas.report.importance.Observations;
import nas.report.importance.Observations.Observation;
import nas.report.importance.RandomForest;
import nas.select.Assessed;

/**
 * Which choices made the loss high or low, among the genomes of one rung: the highest at which at least {@link
 * Importance#LEAST_OBSERVATIONS} were measured. A network that is worse than the constant prediction counts as that, lest a few
 * that went astray are all that matters.
 *
 * @param rung the rung; the one with the most genomes where none has enough
 * @param genes the choices in which its genomes differ
 * @param found what matters; empty where there are too few genomes, or all are alike
 */
public record GeneImportance(Rung rung, Genes genes, Optional<Importance> found) {
    private static final int MOST_OBSERVATIONS = 2_000;

    /** Returns the importance of the genes of a run, or empty where nothing was measured yet. */
    public static Optional<GeneImportance> of(RunHistory history) {
        return history.rungs().stream()
                .reduce((lower, higher) -> isBetter(size(higher), size(lower)) ? higher : lower)
                .map(rung -> of(rung, history.header().seed()));
    }

    private static int size(Rung rung) {
        return rung.measured().size();
    }

    private static boolean isBetter(int higher, int lower) {
        return higher >= Importance.LEAST_OBSERVATIONS || (lower < Importance.LEAST_OBSERVATIONS && higher > lower);
    }

    private static GeneImportance of(Rung rung, long seed) {
        Genes genes = Genes.of(rung.measured().stream().map(Assessed::genome).toList());
        boolean isEnough =
                size(rung) >= Importance.LEAST_OBSERVATIONS && !genes.factors().isEmpty();
        return new GeneImportance(
                rung,
                genes,
                isEnough
                        ? Optional.of(new RandomForest(observations(genes, rung.measured()), seed).importance())
                        : Optional.empty());
    }

    /** More say hardly more, and cost time after every search: an even sample is taken of them, in their order. */
    private static Observations observations(Genes genes, List<Assessed> all) {
        int step = (all.size() + MOST_OBSERVATIONS - 1) / MOST_OBSERVATIONS;
        List<Assessed> measured = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        return new Observations(
                genes.factors(),
                measured.stream()
                        .map(each -> new Observation(genes.levels(each.genome()), response(each)))
                        .toList());
    }

    private static double response(Assessed assessed) {
        return Math.min(assessed.loss(), assessed.measures().constantLoss());
    }
}
