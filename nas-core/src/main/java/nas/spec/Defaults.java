package nas.spec;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import nas.run.EvolutionSettings;
import nas.run.FinalistSettings;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Ladder.Scale;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.space.SearchSpace;

/**
 * What suits data of some shape: the choices where a search space leaves them open. They follow the number of rows that
 * a trial trains on, which bounds both how finely networks can be told apart and what a trial costs.
 *
 * <p>Recipe and steps were measured on tables of 150 to 20,640 rows (15 and 2 splits each): at batches of 16 to 128 rows
 * and Adam's rate 0.01, 1,270 steps bring the linear model to where more steps bring nothing (iris 0.967, wine 0.989 and
 * breast cancer 0.971 of the validation rows right, diabetes 55.1 and California housing without its text column 70,300
 * root mean squared error); small networks are better with 0.01 than with 0.003, and on tables of some hundred rows large
 * ones overfit with more steps.
 */
final class Defaults {
    /** How gradients move the parameters, whatever the data. */
    static final Optimizer OPTIMIZER = Optimizer.ADAM;

    /** Three fifths of 500 rows, below which a table has no test rows. */
    private static final int TINY = 300;

    /** What is trained on of 2,000 rows, below which a table is small. */
    private static final int SMALL = 1_300;

    private static final int MEDIUM = 6_000;

    /** Three fifths of 20,000 rows. */
    private static final int LARGE = 12_000;

    private static final int VERY_LARGE = 120_000;
    private static final int HUGE = 600_000;

    private static final int FEW_INPUTS = 100;

    /** Steps of each rung: a training of Fashion-MNIST has 1, 3 and 9 epochs. */
    private static final List<Integer> RUNG_STEPS = List.of(420, 1_270, 3_800);

    private static final int FINALIST_STEPS = 12_700;

    /**
     * On small data so much of these steps. Validation loss of the linear model, the winner, after some 1,270, 3,800 and
     * 12,700 steps: wine 0.062, 0.063 and 0.102, breast cancer 0.090, 0.122 and 0.218, diabetes 0.515, 0.512 and 0.510, iris
     * 0.15, 0.091 and 0.067. With fewer it loses on iris to networks that a longer training does not need.
     */
    private static final double SMALL_PART = 0.3;

    /** Each finalist's block is a whole partition into folds. */
    private static final int BLOCKS_OF_FOLDS = 3;

    private final DataShape shape;

    Defaults(DataShape shape) {
        this.shape = shape;
    }

    /** Returns the genomes to choose among. */
    SearchSpace space() {
        return new SearchSpace(depths(), units(), activations(), dropouts(), recipe());
    }

    /** What a third hidden layer brings is too little to be told from chance where rows are few. */
    private Ladder<Integer> depths() {
        return Ladder.integers(0, shape.trainingRows() < LARGE ? 2 : 3, Scale.LINEAR);
    }

    private Ladder<Integer> units() {
        return Ladder.integers(leastUnits(), mostUnits(), Scale.LOG);
    }

    /** Two units can tell two classes or one number; more outputs need more. */
    private int leastUnits() {
        return shape.outputs() <= 2 ? 2 : 4;
    }

    private int mostUnits() {
        int rows = shape.trainingRows();
        return rows < TINY ? 32 : rows < SMALL ? 64 : rows < LARGE ? 128 : 256;
    }

    /** Few genomes are measured on small data, so there is less to choose from. */
    private Ladder<Activation> activations() {
        return new Ladder<>(
                isSmall()
                        ? List.of(Activation.RELU, Activation.TANH)
                        : List.of(Activation.RELU, Activation.ELU, Activation.TANH));
    }

    /** A short training on few rows only loses by dropout: the smallest network that learns them does not overfit. */
    private Ladder<Double> dropouts() {
        return new Ladder<>(shape.trainingRows() < LARGE ? List.of(0.0) : List.of(0.0, 0.1, 0.2));
    }

    private Recipe recipe() {
        return new Recipe(OPTIMIZER, learningRate(), batchSize()).withSchedule(Schedule.COSINE);
    }

    /**
     * Adam moves each weight by about the rate, so what a unit receives moves by the rate times its inputs. With the cosine
     * schedule, of networks from the linear one to two layers of 64 units: on Fashion-MNIST and MNIST (784 inputs) nearly all
     * do best with 0.005 of rates from 0.001 to 0.01; on seven tables of 2 to 105 inputs the best goes from 0.001 (breast
     * cancer, where they overfit with more) to 0.03 (California housing), with 0.01 in the middle.
     */
    private double learningRate() {
        return shape.inputs() <= FEW_INPUTS ? 0.01 : 0.005;
    }

    private int batchSize() {
        int rows = shape.trainingRows();
        if (rows < MEDIUM) {
            return rows < TINY ? 16 : rows < SMALL ? 32 : 64;
        }
        return rows < VERY_LARGE ? 128 : rows < HUGE ? 256 : 512;
    }

    /** On small data more than some 150 genomes only find the one that suits the validation rows by chance. */
    EvolutionSettings evolution() {
        return isSmall() ? new EvolutionSettings(12, 12, 5) : EvolutionSettings.DEFAULT;
    }

    /**
     * How long networks are trained.
     *
     * @param rungs epochs of each rung, ascending
     * @param epochs epochs of a finalist, at least those of the highest rung
     * @param blocks how often a finalist is trained at most
     */
    record Budgets(List<Integer> rungs, int epochs, int blocks) {
        /** Shares of a finalist's epochs. */
        private static final List<Double> SHARES = List.of(1 / 30.0, 1 / 10.0, 3 / 10.0);

        /** Returns the epochs of rungs where those of a finalist are given. */
        static List<Integer> rungsBelow(int epochs) {
            return ascending(SHARES.stream().map(share -> share * epochs));
        }

        /** Returns whole epochs, at least 1, without repeats. */
        private static List<Integer> ascending(Stream<Double> epochs) {
            return epochs.map(each -> Math.max(1, (int) Math.round(each)))
                    .distinct()
                    .toList();
        }
    }

    /**
     * Returns for how many epochs networks are trained: in the search for those that make about 420, 1,270 and 3,800 steps,
     * as finalists for those that make about 12,700; on small data 0.3 of these.
     */
    Budgets budgets(int batchSize) {
        double part = isSmall() ? SMALL_PART : 1;
        double stepsPerEpoch = IntMath.divide(shape.trainingRows(), batchSize, RoundingMode.CEILING) / part;
        int epochs = (int) Math.max(1, Math.round(FINALIST_STEPS / stepsPerEpoch));
        return new Budgets(
                Budgets.ascending(RUNG_STEPS.stream().map(steps -> steps / stepsPerEpoch)),
                epochs,
                shape.folds() > 1 ? BLOCKS_OF_FOLDS : FinalistSettings.DEFAULT_BLOCKS);
    }

    private boolean isSmall() {
        return shape.trainingRows() < SMALL || shape.folds() > 1;
    }
}
