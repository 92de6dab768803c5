package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws rows with replacement, again and again, and knows what genomes do on those inside the bag and outside. */
final class Bootstrap {
    private final ScoreTable table;
    private final SplittableRandom random;
    private final int[] draws;
    private final double[] losses;
    private final double[] errors;

    Bootstrap(ScoreTable table, SplittableRandom random) {
        checkArgument(table.units() >= 2, "rows must belong to at least 2 groups, but all belong to one");
        this.table = table;
        this.random = random;
        this.draws = new int[table.units()];
        this.losses = new double[table.genomes().size()];
        this.errors = new double[table.genomes().size()];
    }

    /** Fills the bag anew, with as many groups as there are; some are left outside. */
    void draw() {
        do {
            Arrays.fill(draws, 0);
            for (int i = 0; i < draws.length; i++) {
                draws[drawn()]++;
            }
        } while (Arrays.stream(draws).allMatch(count -> count > 0));
        sum();
    }

    /** Scales 32 random bits to the number of groups; the JDK's own method may change. */
    private int drawn() {
        return (int) (((random.nextLong() >>> 32) * draws.length) >>> 32);
    }

    private void sum() {
        Arrays.fill(losses, 0);
        Arrays.fill(errors, 0);
        double weight = 0;
        int rows = 0;
        for (int row = 0; row < table.rows(); row++) {
            int times = draws[table.unit(row)];
            if (times > 0) {
                table.addLosses(row, times, losses);
                table.addErrors(row, times, errors);
                weight += times * table.weight(row);
                rows += times;
            }
        }
        for (int genome = 0; genome < losses.length; genome++) {
            losses[genome] /= weight;
            errors[genome] /= rows;
        }
    }

    /** Returns the mean loss of a genome over the rows in the bag. */
    double lossInside(int genome) {
        return losses[genome];
    }

    /** Returns the mean error of a genome over the rows in the bag. */
    double errorInside(int genome) {
        return errors[genome];
    }

    /** Returns the mean loss of a genome over the rows outside. */
    double lossOutside(int genome) {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (draws[table.unit(row)] == 0) {
                sum += table.weight(row) * table.loss(row, genome);
                weight += table.weight(row);
            }
        }
        return sum / weight;
    }

    /** Returns the mean error of a genome over the rows outside. */
    double errorOutside(int genome) {
        double sum = 0;
        int rows = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (draws[table.unit(row)] == 0) {
                sum += table.error(row, genome);
                rows++;
            }
        }
        return sum / rows;
    }
}
