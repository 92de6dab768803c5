package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Sizes;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.data.source.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLoaderTest {
    @TempDir
    Path folder;

    @Test
    void inputs_are_standardised_on_the_training_rows() {
        Dataset data = load(50, row -> row * row + "," + row + ".5");
        double[] train = IntStream.of(data.split().train())
                .mapToDouble(row -> (double) row * row)
                .toArray();
        double mean = Arrays.stream(train).sum() / train.length;
        double variance = Arrays.stream(train).map(x -> (x - mean) * (x - mean)).sum() / train.length;
        assertThat(data.preprocessing().inputs().input(0).mean()).isCloseTo(mean, within(1e-9));
        assertThat(data.preprocessing().inputs().input(0).deviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(data.features()[7]).isEqualTo((float) ((49 - mean) / Math.sqrt(variance)), within(1e-6f));
    }

    @Test
    void preprocessing_repeats_the_encoding() {
        Dataset data = load(50, row -> row * row + "," + row + ".5");
        for (int row = 0; row < data.rows(); row++) {
            assertThat(data.preprocessing().apply(new double[] {(double) row * row}))
                    .containsExactly(data.features()[row]);
        }
    }

    @Test
    void numeric_target_is_standardised_on_the_training_rows() {
        Dataset data = load(50, row -> row + "," + row + ".5");
        Targets.Values values = (Targets.Values) data.targets();
        double mean = IntStream.of(data.split().train())
                .mapToDouble(row -> row + 0.5)
                .average()
                .orElseThrow();
        assertThat(values.standardisation().mean()).isCloseTo(mean, within(1e-9));
        assertThat(values.standardisation().invert(values.standardised()[20])).isCloseTo(20.5, within(1e-5));
        assertThat(data.preprocessing().target()).isEqualTo(new TargetEncoding.Value(values.standardisation()));
    }

    @Test
    void constant_input_becomes_zero() {
        Dataset data = load(20, row -> "0.1," + row + ".5");
        assertThat(data.preprocessing().inputs().input(0)).isEqualTo(new Standardisation(0.1, 1));
        assertThat(data.features()).containsOnly(0);
    }

    @Test
    void large_offsets_keep_their_digits() {
        Dataset data = load(20, row -> 1_600_000_000 + row + "," + row + ".5");
        assertThat(data.preprocessing().inputs().input(0).deviation()).isBetween(5.0, 7.0);
        assertThat(data.features()[1] - data.features()[0]).isCloseTo(0.17f, within(0.03f));
    }

    @Test
    void spread_beyond_double_is_refused() {
        assertThatThrownBy(() -> load(20, row -> row + "e200," + row + ".5"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("table.csv")
                        + ": a must have a finite mean and standard deviation, but its values are too large");
    }

    @Test
    void value_beyond_float_is_refused() {
        int held = load(10, row -> row + "," + row + ".5").split().validation()[0];
        assertThatThrownBy(() -> load(10, row -> (row == held ? "3e40" : "" + row) + "," + row + ".5"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("table.csv")
                        + ": a must be finite in 32 bits when standardised, but 3.0E40 is not");
    }

    @Test
    void more_values_than_an_array_holds_are_refused() {
        assertThat(Sizes.features("t.csv", 2_147_483_639, 1)).isEqualTo(2_147_483_639);
        assertThatThrownBy(() -> Sizes.features("t.csv", 21_474_837, 100))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t.csv must have at most 2147483639 values (rows times inputs), but has at least 21474837 "
                        + "rows of 100 inputs");
    }

    private Dataset load(int rows, IntFunction<String> line) {
        String lines = IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n"));
        return Datasets.load(Descriptions.of(Descriptions.table(folder, "a,y", lines), "y"));
    }
}
