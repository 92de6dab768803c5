package nas.train;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nas.Seeds;
import nas.data.Dataset;
import nas.space.Genome;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.train.blas.Workspaces;
import nas.trial.RateCurve;

/**
 * Measures which learning rates suit some data, by short trainings with a rate that grows from step to step (Smith 2017,
 * arXiv 1506.01186, section 3.3). Where Smith lets it grow evenly, here it grows evenly on a log scale, as in Gugger 2018,
 * "How Do You Find A Good Learning Rate"; and the loss is the mean of three trainings from other initial weights. The
 * result is a pure function of data, genome, engine and seed.
 */
public final class RateFinder {
    private static final double LOWEST = 1e-5;
    private static final double HIGHEST = 10;
    private static final int STEPS = 180;

    /** One training alone may be lucky or not. */
    private static final int TRAININGS = 3;

    /** What the mean of the losses before keeps of its weight at each step. */
    private static final double SMOOTHING = 0.95;

    /** Once the smoothed loss is so many times the lowest, nothing is to come but divergence. */
    private static final double DIVERGED = 4;

    private final Dataset data;
    private final Genome genome;
    private final long seed;

    private RateFinder(Dataset data, Genome genome, long seed) {
        this.data = data;
        this.genome = genome;
        this.seed = seed;
    }

    /**
     * Runs a range test on the calling thread: at most 180 steps of three trainings.
     *
     * @param data what is learnt; of folds the first is trained on
     * @param genome what is trained, with rates from 1e-5 to 10 in place of its own and without a schedule
     * @param engine who trains it
     * @param seed what initial weights and the order of rows are derived from
     * @return what was measured; nothing if the loss is no number in the first step already
     * @throws IllegalArgumentException if the engine does not cover the genome
     */
    public static Optional<RateCurve> run(Dataset data, Genome genome, Engine engine, long seed) {
        Recipe rising = genome.recipe()
                .withLearningRate(LOWEST)
                .withSchedule(Schedule.CONSTANT)
                .withPatience(0);
        RateFinder test = new RateFinder(data.ofOneTrial(), new Genome(genome.architecture(), rising), seed);
        try (Workspaces workspaces = new Workspaces()) {
            return test.run(engine, workspaces);
        }
    }

    /** A training's epoch is a step here, so that the loss of each is known. */
    private Optional<RateCurve> run(Engine engine, Workspaces workspaces) {
        int batch = new TrainingPlan(genome, seed, data.split().train().length, STEPS).batchSize();
        TrainingPlan plan = new TrainingPlan(genome, seed, batch, STEPS, HIGHEST / LOWEST);
        try (Closer closer = Closer.create()) {
            List<Course> courses = new ArrayList<>();
            for (int i = 0; i < TRAININGS; i++) {
                TrainingPlan each = plan.withSeed(Seeds.derive(seed, "range test", i));
                Training training = closer.register(EngineRunner.begin(engine, data, each, workspaces));
                courses.add(new Course(training, new Walk(data.split().train(), each.seed())));
            }
            List<RateCurve.Point> points = points(plan, courses);
            return points.isEmpty() ? Optional.empty() : Optional.of(new RateCurve(genome, points));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A training and the rows that it goes through. */
    private record Course(Training training, Walk walk) {
        double step(int rows) {
            return training.advance(walk.next(rows));
        }
    }

    private static List<RateCurve.Point> points(TrainingPlan plan, List<Course> courses) {
        List<RateCurve.Point> points = new ArrayList<>();
        double sum = 0;
        double weight = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double loss = courses.stream()
                    .mapToDouble(course -> course.step(plan.rows()))
                    .average()
                    .orElseThrow();
            sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
            weight = SMOOTHING * weight + (1 - SMOOTHING);
            double smoothed = sum / weight;
            if (!Double.isFinite(smoothed) || smoothed > DIVERGED * lowest) {
                break;
            }
            lowest = Math.min(lowest, smoothed);
            points.add(new RateCurve.Point(plan.learningRate(step), smoothed));
        }
        return points;
    }

    /** Goes through rows again and again, each time in another order. */
    private static final class Walk {
        private final int[] rows;
        private final long seed;
        private int[] order;
        private int passes;
        private int at;

        Walk(int[] rows, long seed) {
            this.rows = rows;
            this.seed = seed;
            this.order = shuffled();
        }

        int[] next(int count) {
            int[] batch = new int[count];
            for (int i = 0; i < count; i++) {
                if (at == order.length) {
                    order = shuffled();
                    at = 0;
                }
                batch[i] = rows[order[at++]];
            }
            return batch;
        }

        private int[] shuffled() {
            return Seeds.permutation(rows.length, Seeds.derive(seed, "range test rows", passes++));
        }
    }
}
