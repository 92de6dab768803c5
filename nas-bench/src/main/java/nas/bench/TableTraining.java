package nas.bench;

import java.util.List;
import java.util.function.IntConsumer;
import nas.Seeds;
import nas.data.Dataset;
import nas.train.LocalEvaluator;

/** Trains all genomes of a task. The result depends on nothing but the task. */
final class TableTraining {
    private final TabularTask task;
    private final FullTraining training;
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
        this.training = new FullTraining(task.epochs(), workers, this::tell);
        this.progress = progress;
    }

    private void tell() {
        ended++;
        progress.accept(ended);
    }

    /** Trains them. */
    LossTable table() {
        HalvedData data = task.load();
        FullTraining.Curves first = curves(data.seen(), 0);
        FullTraining.Curves second = curves(data.judged(), 1);
        FullTraining.Curves third = curves(data.judged(), 2);
        List<LossTable.Row> rows = task.genomes().stream()
                .map(genome -> new LossTable.Row(
                        genome,
                        genome.parameters(data.seen().inputs(), data.seen().outputs()),
                        List.of(first.of(genome), second.of(genome), third.of(genome))))
                .toList();
        return new LossTable(
                new LossTable.Ground(
                        task.word(),
                        task.epochs(),
                        LocalEvaluator.TRAINING_VERSION,
                        half(data.seen(), first),
                        half(data.judged(), second)),
                rows);
    }

    /** Returns what all trainings with the first, second or third seed, counted from 0, are seeded with. */
    static long seed(TabularTask task, int number) {
        return Seeds.derive(number, "table", task.word());
    }

    private FullTraining.Curves curves(Dataset data, int seed) {
        return training.of(data, task.genomes(), seed(task, seed));
    }

    private static LossTable.Half half(Dataset data, FullTraining.Curves curves) {
        return new LossTable.Half(data.fingerprint(), curves.constantLoss().orElseThrow());
    }
}
