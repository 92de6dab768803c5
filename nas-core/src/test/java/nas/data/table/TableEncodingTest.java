package nas.data.table;

import static nas.data.table.Tables.predicting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.data.ColumnEncoding;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.InputEncoding;
import nas.data.LoadedData;
import nas.data.MissingCells;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.TableProfile;
import nas.data.TableReading;
import org.junit.jupiter.api.Test;

class TableEncodingTest {
    private static final int ROWS = 600;

    @Test
    void texts_become_one_input_a_level() {
        Dataset data = data(row -> List.of("red", "green", "blue").get(row % 3));
        assertThat(data.inputNames()).containsExactly("x=blue", "x=green", "x=red");
        assertThat(row(data, 0)).containsExactly(0, 0, 1);
        assertThat(row(data, 1)).containsExactly(0, 1, 0);
        assertThat(row(data, 2)).containsExactly(1, 0, 0);
    }

    @Test
    void two_texts_become_a_single_input() {
        Dataset data = data(row -> row % 2 == 0 ? "Male" : "Female");
        assertThat(column(data)).isEqualTo(new ColumnEncoding.Flag("x", "Female", "Male"));
        assertThat(row(data, 0)).containsExactly(1);
        assertThat(row(data, 1)).containsExactly(0);
    }

    @Test
    void words_for_yes_become_1() {
        for (String[] pair : new String[][] {{"no", "yes"}, {"True", "False"}, {"F", "T"}, {"n", "Y"}, {"on", "off"}}) {
            TableProfile.Column column = profile(row -> pair[row % 2]);
            assertThat(column.kind()).isEqualTo(ColumnKind.BOOLEAN);
        }
        assertThat(column(data(row -> row % 2 == 0 ? "True" : "False")))
                .isEqualTo(new ColumnEncoding.Flag("x", "False", "True"));
        assertThat(column(data(row -> row % 2 == 0 ? "off" : "on")))
                .isEqualTo(new ColumnEncoding.Flag("x", "off", "on"));
    }

    @Test
    void numbers_that_are_0_or_1_are_inputs_as_they_are() {
        Dataset data = data(row -> row % 5 == 0 ? "1" : "0");
        assertThat(data.features().row(0)[0]).isEqualTo(1);
        assertThat(data.features().row(1)[0]).isEqualTo(0);
        assertThat(profile(row -> row % 5 == 0 ? "1" : "0").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(profile(row -> "" + row % 3).kind()).isEqualTo(ColumnKind.NUMERIC);
        assertThat(profile(row -> row % 7 == 0 ? "0.5" : "" + row % 2).kind()).isEqualTo(ColumnKind.NUMERIC);
    }

    @Test
    void rare_levels_share_an_input() {
        Dataset data = data(row -> row < 4 ? "rare" + row : "often" + row % 3);
        assertThat(data.inputNames()).containsExactly("x=often0", "x=often1", "x=often2", "x=(other)");
        assertThat(row(data, 1)).containsExactly(0, 0, 0, 1);
        assertThat(profile(row -> row < 4 ? "rare" + row : "often" + row % 3).note())
                .matches("\\d levels, \\d of them rare");
    }

    @Test
    void only_the_hundred_most_frequent_levels_have_inputs_of_their_own() {
        String many = IntStream.range(0, 9_000)
                .mapToObj(row -> "level" + row % 200 + "," + row % 2 + "\n")
                .collect(Collectors.joining());
        assertThat(Tables.data("x,y\n" + many, predicting("y")).inputs()).isEqualTo(101);
    }

    @Test
    void missing_texts_are_a_level() {
        Dataset data = data(row -> row % 4 == 0 ? "?" : row % 2 == 0 ? "a" : "b");
        assertThat(data.inputNames()).containsExactly("x=a", "x=b", "x=(missing)");
        assertThat(row(data, 0)).containsExactly(0, 0, 1);
    }

    @Test
    void missing_numbers_become_the_median_of_the_training_rows() {
        IntFunction<String> cells = row -> row % 4 == 0 ? "" : "" + row;
        Dataset data = data(cells);
        double[] present = IntStream.of(data.split().train())
                .filter(row -> row % 4 != 0)
                .asDoubleStream()
                .sorted()
                .toArray();
        double median = (present[(present.length - 1) / 2] + present[present.length / 2]) / 2;
        ColumnEncoding.Numeric number = (ColumnEncoding.Numeric) column(data);
        assertThat(number.fill()).isEqualTo(median);
        assertThat(row(data, 0)).containsExactly(number.standardisation().apply(median));
        assertThat(profile(cells).note()).matches("\\d+ of \\d+ cells missing");
    }

    @Test
    void missing_numbers_are_told_by_an_input_of_their_own_where_that_is_asked_for() {
        MissingCells indicated = new MissingCells(MissingCells.DEFAULT.words(), true);
        Dataset data = Tables.data(
                text(row -> row % 4 == 0 ? "" : "" + row),
                description().withReading(TableReading.DEFAULT.withMissing(indicated)));
        assertThat(data.inputNames()).containsExactly("x", "x=(missing)");
        assertThat(data.features().row(0)[1]).isEqualTo(1);
        assertThat(data.features().row(1)[1]).isEqualTo(0);
    }

    @Test
    void columns_that_say_nothing_are_left_out() {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "5," + row + ",,same,name" + row + "," + row % 2 + "\n")
                .collect(Collectors.joining());
        LoadedData loaded = Tables.load("five,x,empty,word,name,y\n" + rows, description());
        assertThat(loaded.data().inputNames()).containsExactly("x");
        assertThat(loaded.table().orElseThrow().columns())
                .filteredOn(column -> column.role() == TableProfile.Role.UNUSED)
                .extracting(column -> column.name() + ": " + column.note())
                .containsExactly(
                        "five: constant",
                        "empty: every cell is missing",
                        "word: constant",
                        "name: looks like an id: nearly every row has a text of its own");
    }

    @Test
    void number_of_the_row_is_told() {
        assertThat(profile(row -> "" + (row + 1)).note()).isEqualTo("looks like a number of the row");
        assertThat(profile(row -> "" + (row * 2)).note()).isEmpty();
    }

    @Test
    void kinds_may_be_declared() {
        Map<String, ColumnKind> categorical = Map.of("x", ColumnKind.CATEGORICAL);
        Dataset data = Tables.data(
                text(row -> "0" + row % 3), description().withReading(TableReading.DEFAULT.withColumns(categorical)));
        assertThat(data.inputNames()).containsExactly("x=00", "x=01", "x=02");
        Map<String, ColumnKind> flag = Map.of("x", ColumnKind.BOOLEAN);
        Dataset flagged = Tables.data(
                text(row -> row % 9 == 0 ? "?" : row % 2 == 0 ? "1" : "2"),
                description().withReading(TableReading.DEFAULT.withColumns(flag)));
        assertThat(column(flagged)).isEqualTo(new ColumnEncoding.Flag("x", "1", "2"));
        assertThat(row(flagged, 0)).containsExactly(0.5f);
    }

    @Test
    void preprocessing_repeats_the_encoding_of_every_row() {
        IntFunction<String> cells = row -> row % 11 == 0 ? "?" : "v" + row % 17;
        Dataset data = data(cells);
        for (int row = 0; row < ROWS; row++) {
            assertThat(data.preprocessing().encode(List.of(cells.apply(row)))).containsExactly(row(data, row));
        }
    }

    @Test
    void other_validation_and_test_rows_leave_the_preprocessing_untouched() {
        IntFunction<String> numbers = row -> row % 6 == 0 ? "" : "" + row * 37 % 101;
        IntFunction<String> texts = row -> row % 5 == 0 ? "NA" : "level" + row % 13;
        Dataset before = pair(numbers, texts);
        boolean[] isTrained = new boolean[ROWS];
        IntStream.of(before.split().train()).forEach(row -> isTrained[row] = true);
        Dataset after = pair(
                row -> isTrained[row] ? numbers.apply(row) : "1e6",
                row -> isTrained[row] ? texts.apply(row) : "new" + row);
        assertThat(after.preprocessing()).isEqualTo(before.preprocessing());
        for (int row : before.split().train()) {
            assertThat(row(after, row)).containsExactly(row(before, row));
        }
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }

    private static Dataset pair(IntFunction<String> numbers, IntFunction<String> texts) {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> numbers.apply(row) + "," + texts.apply(row) + "," + row % 2 + "\n")
                .collect(Collectors.joining());
        return Tables.data("x,t,y\n" + rows, description());
    }

    private static Dataset data(IntFunction<String> cells) {
        return Tables.data(text(cells), description());
    }

    private static TableProfile.Column profile(IntFunction<String> cells) {
        return Tables.load(text(cells), description())
                .table()
                .orElseThrow()
                .columns()
                .get(0);
    }

    private static String text(IntFunction<String> cells) {
        return "x,y\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> cells.apply(row) + "," + row % 2 + "\n")
                        .collect(Collectors.joining());
    }

    private static DataDescription description() {
        return predicting("y").withSplit(new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 1));
    }

    private static ColumnEncoding column(Dataset data) {
        return ((InputEncoding.Columns) data.preprocessing().inputs()).columns().get(0);
    }

    private static float[] row(Dataset data, int row) {
        return data.features().row(row);
    }
}
