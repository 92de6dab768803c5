package nas.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunHistory;
import nas.journal.Rung;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.LossScale;
import nas.trial.TrainedEpochs;
import nas.trial.TrialResult;

/**
 * How the best network of a search became better: after each generation the lowest objective among those measured at the
 * highest rung, all on one scale and with all that was measured of them, also later.
 *
 * @param points one for each generation, from the first after which there is a best one; none where an older version wrote the
 *     generations
 */
public record Progression(List<Point> points) {
    /** Copies the list. */
    public Progression {
        points = ImmutableList.copyOf(points);
    }

    /**
     * The best network after a generation.
     *
     * @param generation number of the generation
     * @param epochs epochs that the search had trained until then
     * @param seconds time that processes had worked on the run until then
     * @param objective its objective
     * @param best the network
     */
    public record Point(int generation, long epochs, double seconds, double objective, Assessed best) {}

    /** Returns how a search went, on this scale and with this price of size. */
    public static Progression of(RunHistory history, LossScale scale, double perDecade) {
        List<Rung> rungs = history.rungs();
        if (rungs.isEmpty()) {
            return new Progression(List.of());
        }
        Rung top = rungs.get(rungs.size() - 1);
        Epochs epochs = new Epochs(history, top.epochs());
        List<Point> points = new ArrayList<>();
        for (GenerationEnded generation : history.generations()) {
            int number = generation.number();
            top.measured().stream()
                    .filter(each -> epochs.firstAtTop(each.genome()) <= number)
                    .min(Comparator.comparingDouble((Assessed each) -> objective(each, scale, perDecade))
                            .thenComparing(Assessed.BY_SIZE))
                    .ifPresent(best -> points.add(new Point(
                            number,
                            epochs.until(number),
                            history.secondsAfter(number),
                            objective(best, scale, perDecade),
                            best)));
        }
        return new Progression(points);
    }

    /** Returns where it stood when the search had trained so many epochs, or empty if no generation had ended. */
    public Optional<Point> at(long epochs) {
        return points.stream().filter(point -> point.epochs() <= epochs).reduce((earlier, later) -> later);
    }

    private static double objective(Assessed assessed, LossScale scale, double perDecade) {
        return scale.objective(assessed.loss(), assessed.parameters(), perDecade);
    }

    /** How long the search had trained after each generation, and when genomes came to the highest rung. */
    private static final class Epochs {
        private final Map<Genome, Integer> firstAtTop = new HashMap<>();
        private final Map<Integer, Long> trained = new HashMap<>();

        Epochs(RunHistory history, int top) {
            TrialPlaces places = new TrialPlaces(history);
            TrainedEpochs epochs = new TrainedEpochs();
            for (TrialResult result : history.trials()) {
                int added = epochs.add(result.trial(), result.epochs());
                places.generation(result.trial()).ifPresent(generation -> {
                    trained.merge(generation, (long) added, Long::sum);
                    if (result.trial().budget().epochs() == top) {
                        firstAtTop.merge(result.trial().genome(), generation, Math::min);
                    }
                });
            }
        }

        int firstAtTop(Genome genome) {
            return firstAtTop.getOrDefault(genome, Integer.MAX_VALUE);
        }

        long until(int generation) {
            return trained.entrySet().stream()
                    .filter(entry -> entry.getKey() <= generation)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
