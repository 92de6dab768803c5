package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nas.select.RowScores.RowErrors;
import nas.trial.FloatVector;

/** The scores of genomes as plain arrays, genome beside genome, so that sums over rows take little time. */
final class ScoreTable {
    private final List<RowScores> genomes;
    private final double[][] losses;
    private final double[][] errors;
    private final double[] weights;
    private final int[] units;

    /** @throws IllegalArgumentException if the rows of the genomes differ, or errors are missing */
    ScoreTable(List<RowScores> genomes, RowErrors kind) {
        this.genomes = genomes;
        RowLosses first = genomes.get(0).rows();
        for (RowScores scores : genomes) {
            checkArgument(isAlike(scores.rows(), first), "rows must be the same for all genomes");
            checkArgument(
                    kind == RowErrors.UNKNOWN || scores.errors().size() == first.size(),
                    "there must be errors of %s rows, but were %s",
                    first.size(),
                    scores.errors().size());
        }
        this.losses = rows(first.size(), scores -> scores.rows().losses());
        this.errors = rows(kind == RowErrors.UNKNOWN ? 0 : first.size(), RowScores::errors);
        this.weights = weights(first);
        this.units = units(first);
    }

    private static boolean isAlike(RowLosses one, RowLosses other) {
        return one.size() == other.size()
                && Objects.equals(one.weights(), other.weights())
                && Objects.equals(one.groups(), other.groups());
    }

    private double[][] rows(int count, Function<RowScores, FloatVector> vector) {
        double[][] rows = new double[count][genomes.size()];
        for (int genome = 0; genome < genomes.size(); genome++) {
            float[] values = vector.apply(genomes.get(genome)).toArray();
            for (int row = 0; row < count; row++) {
                rows[row][genome] = values[row];
            }
        }
        return rows;
    }

    private static double[] weights(RowLosses rows) {
        FloatVector given = rows.weights();
        double[] weights = new double[rows.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = 1;
        }
        if (given != null) {
            float[] values = given.toArray();
            for (int row = 0; row < weights.length; row++) {
                weights[row] = values[row];
            }
        }
        return weights;
    }

    /** Numbers the groups from 0 on in the order in which they come; without groups each row is its own. */
    private static int[] units(RowLosses rows) {
        ImmutableIntArray groups = rows.groups();
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] units = new int[rows.size()];
        for (int row = 0; row < units.length; row++) {
            int group = groups == null ? row : groups.get(row);
            units[row] = numbers.computeIfAbsent(group, any -> numbers.size());
        }
        return units;
    }

    List<RowScores> genomes() {
        return genomes;
    }

    int rows() {
        return losses.length;
    }

    /** Returns the number of the group of a row, from 0. */
    int unit(int row) {
        return units[row];
    }

    int units() {
        int most = 0;
        for (int unit : units) {
            most = Math.max(most, unit);
        }
        return most + 1;
    }

    double weight(int row) {
        return weights[row];
    }

    double loss(int row, int genome) {
        return losses[row][genome];
    }

    /** Returns the error of a row, 0 where errors are not known. */
    double error(int row, int genome) {
        return errors.length == 0 ? 0 : errors[row][genome];
    }

    /** Adds so many times each genome's weighted loss of a row. */
    void addLosses(int row, double times, double[] sums) {
        add(losses[row], times * weights[row], sums);
    }

    /** Adds so many times each genome's error of a row; nothing where errors are not known. */
    void addErrors(int row, double times, double[] sums) {
        if (errors.length > 0) {
            add(errors[row], times, sums);
        }
    }

    private static void add(double[] values, double times, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += times * values[i];
        }
    }
}
