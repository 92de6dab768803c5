package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.ColumnEncoding;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.InputEncoding;
import nas.data.Portion;
import nas.data.Sizes;
import nas.data.Standardisation;
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
        Standardisation standardisation = encoding(data).standardisation();
        assertThat(standardisation.mean()).isCloseTo(mean, within(1e-9));
        assertThat(standardisation.deviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(data.features().row(7)[0]).isEqualTo((float) ((49 - mean) / Math.sqrt(variance)), within(1e-6f));
    }

    @Test
    void preprocessing_repeats_the_encoding() {
        Dataset data = load(50, row -> row * row + "," + row + ".5");
        for (int row = 0; row < data.rows(); row++) {
            assertThat(data.preprocessing().encode(List.of("" + row * row)))
                    .containsExactly(data.features().row(row));
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
        assertThat(values.standardisation(0).mean()).isCloseTo(mean, within(1e-9));
        assertThat(values.standardisation(0).invert(values.standardised()[20])).isCloseTo(20.5, within(1e-5));
        assertThat(data.preprocessing().target()).isEqualTo(values.encoding());
    }

    @Test
    void large_offsets_keep_their_digits() {
        Dataset data = load(20, row -> 1_600_000_000 + row + "," + row + ".5");
        assertThat(encoding(data).standardisation().deviation()).isBetween(5.0, 7.0);
        assertThat(data.features().row(1)[0] - data.features().row(0)[0]).isCloseTo(0.17f, within(0.03f));
    }

    @Test
    void spread_beyond_double_is_refused() {
        assertThatThrownBy(() -> load(20, row -> row + "e200," + row + ".5"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("table.csv")
                        + ": a must have a finite mean and standard deviation, but its values are too large");
    }

    @Test
    void value_far_outside_the_training_rows_is_bounded() {
        int held = load(10, row -> row + "," + row + ".5").split().validation()[0];
        Dataset data = load(10, row -> (row == held ? "3e40" : "" + row) + "," + row + ".5");
        assertThat(data.features().row(held)[0]).isEqualTo(10);
        assertThat(encoding(data).most()).isEqualTo(10);
    }

    @Test
    void extreme_training_row_keeps_its_value() {
        int trained = load(200, row -> row + "," + row + ".5").split().train()[7];
        Dataset data = load(200, row -> (row == trained ? "1e9" : "" + row % 3) + "," + row + ".5");
        assertThat(data.features().row(trained)[0])
                .isGreaterThan(10)
                .isEqualTo(encoding(data).most());
    }

    @Test
    void more_values_than_an_array_holds_are_refused() {
        assertThat(Sizes.features("t.csv", 2_147_483_639, 1)).isEqualTo(2_147_483_639);
        assertThatThrownBy(() -> Sizes.features("t.csv", 21_474_837, 100))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("t.csv must have at most 2147483639 values (rows times inputs), but has at least 21474837 "
                        + "rows of 100 inputs");
    }

    private static ColumnEncoding.Numeric encoding(Dataset data) {
        return (ColumnEncoding.Numeric)
                ((InputEncoding.Columns) data.preprocessing().inputs())
                        .columns()
                        .get(0);
    }

    private Dataset load(int rows, IntFunction<String> line) {
        String lines = IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n"));
        DataDescription description = Descriptions.of(Descriptions.table(folder, "a,y", lines), "y");
        return Datasets.load(Descriptions.withSplit(description, new Portion.Share(0.2), new Portion.Automatic()));
    }
}
