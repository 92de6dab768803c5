package nas.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import nas.Seeds;
import nas.data.Dataset;
import nas.space.Genome;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Trains all genomes of a task. The result depends on nothing but the task. */
final class TableTraining {
    private final TabularTask task;
    private final int workers;
    private final IntConsumer progress;
    private int ended;

    /**
     * Prepares the trainings.
     *
     * @param workers number of threads
     * @param progress takes the number of trainings that have ended, after each of them
     */
    TableTraining(TabularTask task, int workers, IntConsumer progress) {
        this.task = task;
        this.workers = workers;
        this.progress = progress;
    }

    /** Trains them. */
    LossTable table() {
        HalvedData data = task.load();
        Column first = column(data.seen(), 0);
        Column second = column(data.judged(), 1);
        Column third = column(data.judged(), 2);
        List<LossTable.Row> rows = new ArrayList<>();
        for (Genome genome : task.genomes()) {
            rows.add(new LossTable.Row(
                    genome,
                    genome.parameters(data.seen().inputs(), data.seen().outputs()),
                    List.of(first.curve(genome), second.curve(genome), third.curve(genome))));
        }
        return new LossTable(
                new LossTable.Ground(
                        task.word(),
                        task.epochs(),
                        LocalEvaluator.TRAINING_VERSION,
                        first.half(data.seen()),
                        second.half(data.judged())),
                rows);
    }

    /** Returns what all trainings with the first, second or third seed, counted from 0, are seeded with. */
    static long seed(TabularTask task, int number) {
        return Seeds.derive(number, "table", task.word());
    }

    private Column column(Dataset data, int seed) {
        List<TrialRequest> requests = task.genomes().stream()
                .map(genome -> TrialRequest.of(
                        new Trial(genome, new Budget(task.epochs()), seed(task, seed), Fold.VALIDATION)))
                .toList();
        Map<Genome, TrialResult> results = new HashMap<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, workers)) {
            evaluator.evaluate(requests, result -> {
                results.put(result.trial().genome(), result);
                ended++;
                progress.accept(ended);
            });
        }
        return new Column(results, task.epochs());
    }

    /** All genomes trained with one seed. */
    private record Column(Map<Genome, TrialResult> results, int epochs) {
        /** What stopped without progress keeps its loss; what failed has none from there on. */
        FloatVector curve(Genome genome) {
            TrialResult result = results.get(genome);
            if (result == null) {
                throw new IllegalStateException("a training is missing: " + genome);
            }
            float[] losses = new float[epochs];
            Arrays.fill(
                    losses,
                    result.measures().map(measures -> (float) measures.loss()).orElse(Float.NaN));
            List<LearningCurve.Point> points = result.outcome().curve().points();
            for (int i = 0; i < points.size(); i++) {
                Double loss = points.get(i).measuredLoss();
                losses[i] = loss == null ? Float.NaN : loss.floatValue();
            }
            return FloatVector.copyOf(losses);
        }

        LossTable.Half half(Dataset data) {
            OptionalDouble constant = results.values().stream()
                    .flatMap(result -> result.measures().stream())
                    .mapToDouble(Measures::constantLoss)
                    .findFirst();
            return new LossTable.Half(data.fingerprint(), constant.orElseThrow());
        }
    }
}
