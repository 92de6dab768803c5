package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Portion;
import nas.data.Targets;
import nas.data.Task;
import nas.data.source.Datasets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTargetTest {
    @TempDir
    Path folder;

    @Test
    void texts_are_classes_in_alphabetical_order() {
        Targets.Classes classes = classes(load(9, row -> new String[] {"b", "a", "c"}[row % 3], null));
        assertThat(classes.names()).containsExactly("a", "b", "c");
        assertThat(classes.labels()).startsWith(1, 0, 2, 1);
    }

    @Test
    void few_integers_are_classes_in_numeric_order() {
        Targets.Classes classes = classes(load(9, row -> new String[] {"10", "-1", "9.0"}[row % 3], null));
        assertThat(classes.names()).containsExactly("-1", "9", "10");
        assertThat(classes.labels()).startsWith(2, 0, 1, 2);
    }

    @Test
    void zero_has_no_sign() {
        assertThat(classes(load(9, row -> new String[] {"0", "-0", "1"}[row % 3], null))
                        .names())
                .containsExactly("0", "1");
    }

    @Test
    void twenty_integers_that_repeat_are_classes_and_21_are_numbers() {
        assertThat(load(60, row -> "" + row % 20, null).task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(load(63, row -> "" + row % 21, null).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void integers_that_hardly_repeat_are_numbers() {
        assertThat(load(9, row -> "" + row % 3, null).task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(load(8, row -> "" + row % 3, null).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void fractions_are_numbers() {
        assertThat(load(9, row -> row % 2 + ".5", null).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void description_decides_the_task() {
        assertThat(load(9, row -> "" + row % 3, Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
        assertThat(classes(load(9, row -> row % 2 + ".5", Task.CLASSIFICATION)).names())
                .containsExactly("0.5", "1.5");
    }

    @Test
    void texts_among_few_numbers_make_all_of_them_classes() {
        Targets.Classes classes = classes(load(9, row -> new String[] {"10", "9.0", "x"}[row % 3], null));
        assertThat(classes.names()).containsExactly("10", "9.0", "x");
        assertThat(classes.labels()).startsWith(0, 1, 2, 0);
    }

    @Test
    void text_among_many_numbers_is_refused() {
        refused(
                () -> load(40, row -> row == 33 ? "x" : "" + row, null),
                ":35:2: y must be a number as in other rows, but was 'x'; if that stands for a missing value add it to "
                        + "data.missing; to take all values as classes write task: classification");
    }

    @Test
    void text_among_many_numbers_is_a_class_where_the_description_says_so() {
        DataDescription description = description(60, row -> row == 33 ? "x" : "" + row % 30, Task.CLASSIFICATION);
        assertThat(Datasets.load(Descriptions.withSplit(description, new Portion.Rows(9), new Portion.Automatic()))
                        .outputs())
                .isEqualTo(31);
    }

    @Test
    void text_is_no_number() {
        refused(
                () -> load(9, row -> row < 2 ? "1" : "b" + row, Task.REGRESSION),
                ":4:2: y must be a number for regression, but was 'b2'; if that stands for a missing value add it to "
                        + "data.missing");
    }

    @Test
    void single_class_is_refused() {
        refused(() -> load(9, row -> "a", null), ": y must have at least 2 classes, but is 'a' in every row");
        refused(() -> load(9, row -> "5", null), ": y must have at least 2 classes, but is '5' in every row");
    }

    @Test
    void constant_number_is_refused() {
        refused(() -> load(10, row -> "5.5", null), ": y must vary over the training rows, but is 5.5 in all 8");
    }

    @Test
    void more_classes_than_training_rows_are_refused() {
        assertThatThrownBy(() -> load(10, row -> "c" + row, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.split must leave at least 10 rows (one for each class) for training, but 2 validation "
                                + "rows and 0 test rows leave 8 of 10");
    }

    @Test
    void class_for_nearly_each_row_is_refused() {
        refused(
                () -> load(90, row -> "c" + row, null),
                ": y must have fewer classes, each of them in several rows, but has 90 in 90 rows; is it the column to "
                        + "predict?");
    }

    @Test
    void spellings_of_a_class_are_one() {
        DataDescription description = description(9, row -> new String[] {"no", "No.", "yes"}[row % 3], null);
        Dataset data = Datasets.load(description.withTarget(description.target().withSpellings(Map.of("No.", "no"))));
        assertThat(classes(data).names()).containsExactly("no", "yes");
        assertThat(classes(data).labels()).startsWith(0, 0, 1, 0);
    }

    @Test
    void class_that_only_test_rows_have_is_refused_with_the_remedy() {
        Table table = Tables.read(
                "a,y\n1,no\n2,yes\n3,no\n4,yes\n5,no\n6,yes\n", "a,y\n1,no\n2,yes.\n", Tables.predicting("y"));
        assertThatThrownBy(() -> TableLoader.load("t.csv", table, Tables.predicting("y")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.test: y must be one of the classes of t.csv (no, yes), but was 'yes.' in line 3; say what"
                                + " it stands for with data.target: {column: y, map: {\"yes.\": \"yes\"}}");
    }

    private static Targets.Classes classes(Dataset data) {
        return (Targets.Classes) data.targets();
    }

    private void refused(Runnable load, String message) {
        assertThatThrownBy(load::run)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("table.csv") + message);
    }

    private Dataset load(int rows, IntFunction<String> target, @Nullable Task task) {
        return Datasets.load(description(rows, target, task));
    }

    private DataDescription description(int rows, IntFunction<String> target, @Nullable Task task) {
        String lines = IntStream.range(0, rows)
                .mapToObj(row -> row + "," + target.apply(row))
                .collect(Collectors.joining("\n"));
        DataDescription description = Descriptions.withSplit(
                Descriptions.of(Descriptions.table(folder, "a,y", lines), "y"),
                new Portion.Share(0.2),
                new Portion.Automatic());
        return task == null ? description : Descriptions.withTask(description, task);
    }
}
