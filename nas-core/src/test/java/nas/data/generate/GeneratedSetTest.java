package nas.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.List;
import nas.InvalidInputException;
import nas.data.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSetTest {
    private static final int ROWS = 4000;

    @ParameterizedTest
    @CsvSource({
        "FRIEDMAN1, friedman1, 10, REGRESSION, y",
        "MOONS, moons, 2, CLASSIFICATION, moon",
        "SPIRALS, spirals, 2, CLASSIFICATION, spiral",
        "XOR, xor, 4, CLASSIFICATION, signs",
    })
    void shape_is_as_described(GeneratedSet set, String word, int inputs, Task task, String target) {
        assertThat(GeneratedSet.of(word)).contains(set);
        assertThat(set.word()).isEqualTo(word);
        assertThat(set.inputs()).isEqualTo(inputs);
        assertThat(set.task()).isEqualTo(task);
        GeneratedTable table = set.table(5);
        assertThat(table.rows()).isEqualTo(5);
        assertThat(table.names()).hasSize(inputs + 1).endsWith(target);
        assertThat(table.target()).isEqualTo(target);
        assertThat(table.columns()).hasDimensions(inputs + 1, 5);
    }

    @Test
    void unknown_names_are_none() {
        assertThat(GeneratedSet.of("SPIRALS")).isEmpty();
        assertThat(GeneratedSet.of("iris")).isEmpty();
    }

    /** The numbers are part of what a run depends on: a change of these means another data set. */
    @ParameterizedTest
    @CsvSource({
        "FRIEDMAN1, 89c11c345fe9af27",
        "MOONS, de0db9b8d3a12d4b",
        "SPIRALS, 1c4369cf2db651cd",
        "XOR, 55449c8972f116f7",
    })
    void numbers_are_golden(GeneratedSet set, String checksum) {
        assertThat(checksum(set.table(GeneratedSet.DEFAULT_ROWS))).isEqualTo(checksum);
    }

    @ParameterizedTest
    @EnumSource
    void a_smaller_table_is_the_beginning_of_a_larger_one(GeneratedSet set) {
        double[][] small = set.table(101).columns();
        double[][] large = set.table(5000).columns();
        for (int column = 0; column < small.length; column++) {
            assertThat(Arrays.copyOf(large[column], 101)).isEqualTo(small[column]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_numbers_are_finite_and_hardly_any_is_there_twice(GeneratedSet set) {
        GeneratedTable table = set.table(ROWS);
        for (int input = 0; input < set.inputs(); input++) {
            assertThat(Arrays.stream(table.columns()[input]).distinct().count()).isGreaterThan(ROWS - 3);
            assertThat(Arrays.stream(table.columns()[input]).allMatch(Double::isFinite))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FRIEDMAN1")
    void classes_are_equally_many(GeneratedSet set) {
        double[] classes = set.table(ROWS).column(set.table(1).target());
        assertThat(Arrays.stream(classes).filter(each -> each == 0).count()).isEqualTo(ROWS / 2);
        assertThat(Arrays.stream(classes).filter(each -> each == 1).count()).isEqualTo(ROWS / 2);
        assertThat(set.classNames()).hasSize(2);
    }

    @Test
    void largest_size_is_a_million_rows() {
        assertThat(GeneratedSet.MOONS.table(1_000_000).rows()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void other_sizes_are_refused(int rows) {
        assertThatThrownBy(() -> GeneratedSet.SPIRALS.table(rows))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.rows must be >= 1 and <= 1000000 for spirals, but was " + rows);
    }

    @Test
    void spirals_cannot_be_told_apart_by_their_middles_but_by_their_neighbours() {
        GeneratedTable spirals = GeneratedSet.SPIRALS.table(ROWS);
        assertThat(nearestMeanAccuracy(spirals)).isBetween(0.4, 0.65);
        assertThat(nearestNeighbourAccuracy(spirals)).isGreaterThan(0.98);
    }

    @Test
    void spirals_run_from_the_middle_to_radius_1_and_one_is_the_other_turned_by_half_a_turn() {
        GeneratedTable spirals = GeneratedSet.SPIRALS.table(ROWS);
        for (int row = 0; row < ROWS; row++) {
            double x = spirals.columns()[0][row];
            double y = spirals.columns()[1][row];
            double sign = spirals.columns()[2][row] == 0 ? 1 : -1;
            double radius = Math.hypot(x, y);
            double turns = (radius * 4 * Math.PI - Math.atan2(sign * y, sign * x)) / (2 * Math.PI);
            assertThat(radius).isBetween(0.0, 1.15);
            assertThat(Math.abs(turns - Math.rint(turns)) * 0.5).isLessThan(0.25);
        }
    }

    @Test
    void moons_can_mostly_be_told_apart_by_a_line_and_nearly_all_by_neighbours() {
        GeneratedTable moons = GeneratedSet.MOONS.table(ROWS);
        assertThat(nearestMeanAccuracy(moons)).isBetween(0.75, 0.9);
        assertThat(nearestNeighbourAccuracy(moons)).isGreaterThan(0.93);
    }

    @Test
    void xor_s_single_inputs_say_nothing_and_two_signs_say_all_but_the_noise() {
        GeneratedTable xor = GeneratedSet.XOR.table(ROWS);
        assertThat(nearestMeanAccuracy(xor)).isBetween(0.4, 0.6);
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            boolean isSame = (xor.columns()[0][row] > 0) == (xor.columns()[1][row] > 0);
            right += isSame == (xor.columns()[4][row] == 0) ? 1 : 0;
        }
        assertThat((double) right / ROWS).isCloseTo(0.988, within(0.006));
    }

    @Test
    void friedman_s_formula_leaves_noise_of_deviation_1() {
        double[][] columns = GeneratedSet.FRIEDMAN1.table(20_000).columns();
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 20_000; row++) {
            double formula = 10 * Math.sin(Math.PI * columns[0][row] * columns[1][row])
                    + 20 * (columns[2][row] - 0.5) * (columns[2][row] - 0.5)
                    + 10 * columns[3][row]
                    + 5 * columns[4][row];
            double noise = columns[10][row] - formula;
            sum += noise;
            squares += noise * noise;
        }
        assertThat(sum / 20_000).isCloseTo(0, within(0.03));
        assertThat(squares / 20_000).isCloseTo(1, within(0.04));
    }

    @Test
    void friedman_s_inputs_fill_the_unit_interval_evenly() {
        GeneratedTable table = GeneratedSet.FRIEDMAN1.table(20_000);
        for (int input = 0; input < 10; input++) {
            double[] column = table.columns()[input];
            assertThat(Arrays.stream(column).min().orElseThrow()).isBetween(0.0, 0.001);
            assertThat(Arrays.stream(column).max().orElseThrow()).isBetween(0.999, 1.0);
            assertThat(Arrays.stream(column).average().orElseThrow()).isCloseTo(0.5, within(0.01));
        }
    }

    @Test
    void a_table_whose_names_do_not_fit_is_refused() {
        double[][] columns = {{1}, {2}};
        assertThatThrownBy(() -> new GeneratedTable(List.of("a"), columns, "a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must be as many as columns, but were 1 and 2");
        assertThatThrownBy(() -> new GeneratedTable(List.of("a", "b"), columns, "c", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be one of [a, b], but was c");
    }

    private static String checksum(GeneratedTable table) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (double[] column : table.columns()) {
            for (double cell : column) {
                hasher.putDouble(cell);
            }
        }
        return hasher.hash().toString().substring(0, 16);
    }

    /** The share of rows that are nearer to the middle of their own class than to that of the other one. */
    private static double nearestMeanAccuracy(GeneratedTable table) {
        int inputs = table.names().size() - 1;
        double[] classes = table.column(table.target());
        double[][] means = new double[2][inputs];
        for (int row = 0; row < table.rows(); row++) {
            for (int input = 0; input < inputs; input++) {
                means[(int) classes[row]][input] += table.columns()[input][row] * 2 / table.rows();
            }
        }
        int right = 0;
        for (int row = 0; row < table.rows(); row++) {
            double difference = 0;
            for (int input = 0; input < inputs; input++) {
                double cell = table.columns()[input][row];
                difference += square(cell - means[0][input]) - square(cell - means[1][input]);
            }
            right += (difference > 0 ? 1 : 0) == classes[row] ? 1 : 0;
        }
        return (double) right / table.rows();
    }

    private static double nearestNeighbourAccuracy(GeneratedTable table) {
        double[] x = table.columns()[0];
        double[] y = table.columns()[1];
        double[] classes = table.column(table.target());
        int right = 0;
        for (int row = 0; row < table.rows(); row++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int other = 0; other < table.rows(); other++) {
                double distance = square(x[row] - x[other]) + square(y[row] - y[other]);
                if (other != row && distance < least) {
                    least = distance;
                    nearest = other;
                }
            }
            right += classes[nearest] == classes[row] ? 1 : 0;
        }
        return (double) right / table.rows();
    }

    private static double square(double number) {
        return number * number;
    }
}
