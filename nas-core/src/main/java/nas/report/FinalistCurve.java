package nas.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunHistory;
import nas.select.Finalist;
import nas.space.Genome;
import nas.trial.LearningCurve;
import nas.trial.LearningCurve.Point;
import org.jspecify.annotations.Nullable;

/**
 * How a finalist learnt: after each epoch the mean losses of its trainings in blocks, of those of them that came so far.
 *
 * @param genome the finalist, or the winner of the descent
 * @param trainings over how many trainings the means are
 * @param training on the rows trained on, as they were trained: with dropout and before the epoch's last step
 * @param validation on the rows held out; no number where none was measured
 */
public record FinalistCurve(Genome genome, int trainings, List<Double> training, List<Double> validation) {
    /** Copies the lists. */
    public FinalistCurve {
        training = ImmutableList.copyOf(training);
        validation = ImmutableList.copyOf(validation);
    }

    /** Returns the curves of the finalists of a run, from the smallest to the largest, then that of the winner if it is none. */
    public static List<FinalistCurve> of(RunHistory history) {
        Map<Genome, List<LearningCurve>> curves = history.trials().stream()
                .filter(result ->
                        result.trial().fold().isBlock() && result.measures().isPresent())
                .collect(Collectors.groupingBy(
                        result -> result.trial().genome(),
                        Collectors.mapping(result -> result.outcome().curve(), Collectors.toList())));
        return history.concluded().stream()
                .flatMap(FinalistCurve::genomes)
                .distinct()
                .map(genome -> of(genome, curves.getOrDefault(genome, List.of())))
                .filter(curve -> curve.trainings() > 0)
                .toList();
    }

    private static Stream<Genome> genomes(Concluded concluded) {
        return Stream.concat(
                concluded.race().finalists().stream().map(Finalist::genome),
                Stream.of(concluded.winner().genome()));
    }

    private static FinalistCurve of(Genome genome, List<LearningCurve> curves) {
        return new FinalistCurve(
                genome, curves.size(), means(curves, Point::trainingLoss), means(curves, Point::measuredLoss));
    }

    private static List<Double> means(List<LearningCurve> curves, Function<Point, @Nullable Double> loss) {
        int longest =
                curves.stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
        List<Double> means = new ArrayList<>();
        for (int epoch = 0; epoch < longest; epoch++) {
            int at = epoch;
            means.add(curves.stream()
                    .filter(curve -> curve.points().size() > at)
                    .map(curve -> loss.apply(curve.points().get(at)))
                    .filter(Objects::nonNull)
                    .mapToDouble(value -> value)
                    .average()
                    .orElse(Double.NaN));
        }
        return means;
    }
}
