package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Split SPLIT = new Split(new int[] {0, 2}, new int[] {1}, new int[0]);
    private static final Targets.Classes CLASSES = new Targets.Classes(new int[] {0, 1, 1}, List.of("no", "yes"));

    @Test
    void data_in_memory_need_no_preprocessing() {
        float[] features = {1, 2, 3, 4, 5, 6};
        Dataset data = Dataset.of("toy", features, CLASSES, SPLIT);
        assertThat(data.name()).isEqualTo("toy");
        assertThat(data.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.inputs()).isEqualTo(2);
        assertThat(data.outputs()).isEqualTo(2);
        assertThat(data.inputNames()).containsExactly("x0", "x1");
        assertThat(data.preprocessing().encode(List.of("7", "8"))).containsExactly(7, 8);
    }

    @Test
    void arrays_are_shared() {
        float[] features = {1, 2, 3};
        Dataset data = Dataset.of("toy", features, CLASSES, SPLIT);
        assertThat(((Features.Floats) data.features()).values()).isSameAs(features);
        assertThat(data.split()).isSameAs(SPLIT);
        assertThat(data.targets()).isSameAs(CLASSES);
    }

    @Test
    void numbers_have_one_output() {
        Targets.Values values =
                new Targets.Values(new float[] {0, 1, -1}, new TargetEncoding.Output("y", new Standardisation(10, 2)));
        Dataset data = Dataset.of("toy", new float[] {1, 2, 3}, values, SPLIT);
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.outputs()).isEqualTo(1);
        assertThat(data.preprocessing().target())
                .isEqualTo(
                        new TargetEncoding.Values(List.of(new TargetEncoding.Output("y", new Standardisation(10, 2)))));
    }

    @Test
    void several_numbers_are_as_many_outputs() {
        Targets.Values values = new Targets.Values(
                new float[] {0, 1, -1, 2, 3, 4},
                new TargetEncoding.Output("y", Standardisation.NONE),
                new TargetEncoding.Output("z", new Standardisation(10, 2)));
        Dataset data = Dataset.of("toy", new float[] {1, 2, 3}, values, SPLIT);
        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.outputs()).isEqualTo(2);
        assertThat(values.standardisation(1)).isEqualTo(new Standardisation(10, 2));
    }

    @Test
    void values_that_do_not_fill_rows_and_names_that_come_twice_are_refused() {
        TargetEncoding.Output y = new TargetEncoding.Output("y", Standardisation.NONE);
        TargetEncoding.Output z = new TargetEncoding.Output("z", Standardisation.NONE);
        assertThatThrownBy(() -> new Targets.Values(new float[3], y, z))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target values must fill rows of 2, but were 3");
        assertThatThrownBy(() -> new Targets.Values(new float[4], y, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("outputs must be at least one, each with a name of its own, but were ");
        assertThatThrownBy(() -> new Targets.Values(new float[4]))
                .hasMessage("outputs must be at least one, each with a name of its own, but were []");
    }

    @Test
    void weights_that_are_not_one_for_each_class_are_refused() {
        assertThatThrownBy(() -> CLASSES.withWeights(List.of(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must be one for each of 2 classes, finite and > 0, but were [0.5]");
        assertThatThrownBy(() -> CLASSES.withWeights(List.of(2.0, 0.0)))
                .hasMessage("weights must be one for each of 2 classes, finite and > 0, but were [2.0, 0.0]");
        assertThat(CLASSES.withWeights(List.of(1.0, 1.0)).isWeighted()).isFalse();
    }

    @Test
    void features_that_do_not_fill_whole_rows_are_refused() {
        assertThatThrownBy(() -> Dataset.of("toy", new float[] {1, 2, 3, 4}, CLASSES, SPLIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must hold 3 rows of 1 inputs, but were 4 rows");
        assertThatThrownBy(() -> Dataset.of("toy", new float[0], CLASSES, SPLIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs must be >= 1, but were 0");
    }

    @Test
    void preprocessing_of_other_inputs_is_refused() {
        Dataset.Rows rows = new Dataset.Rows(new Features.Floats(new float[] {1, 2, 3}, 1), CLASSES);
        assertThatThrownBy(() -> Dataset.of("toy", rows, SPLIT, Preprocessing.none(2, CLASSES.encoding())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must have the 2 inputs that the preprocessing names, but had 1");
    }

    @Test
    void features_that_are_not_finite_are_refused() {
        assertThatThrownBy(() -> Dataset.of("toy", new float[] {1, Float.NaN, 3}, CLASSES, SPLIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be finite, but one was NaN");
    }

    @Test
    void rows_that_do_not_exist_are_refused() {
        Split split = new Split(new int[] {0}, new int[] {3}, new int[0]);
        assertThatThrownBy(() -> Dataset.of("toy", new float[] {1, 2, 3}, CLASSES, split))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split must name rows below 3, but has row 3");
    }

    @Test
    void preprocessing_of_another_target_is_refused() {
        Preprocessing other = Preprocessing.none(1, new TargetEncoding.Classes(List.of("a", "b")));
        Dataset.Rows rows = new Dataset.Rows(new Features.Floats(new float[] {1, 2, 3}, 1), CLASSES);
        assertThatThrownBy(() -> Dataset.of("toy", rows, SPLIT, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("preprocessing must be about the target Classes[names=[no, yes]], but was "
                        + "Classes[names=[a, b]]");
    }

    @Test
    void labels_without_a_name_are_refused() {
        assertThatThrownBy(() -> new Targets.Classes(new int[] {0, 2}, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be in 0..1, but was 2");
        assertThatThrownBy(() -> new Targets.Classes(new int[] {0}, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classes must be at least 2, but were [a]");
    }

    @Test
    void values_that_are_not_finite_are_refused() {
        assertThatThrownBy(() -> new Targets.Values(
                        new float[] {Float.NaN}, new TargetEncoding.Output("y", Standardisation.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target values must be finite, but one was NaN");
    }

    @Test
    void split_parts_ascend_and_do_not_overlap() {
        assertThatThrownBy(() -> new Split(new int[0], new int[] {1}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train must have at least one row");
        assertThatThrownBy(() -> new Split(new int[] {0, 3, 2}, new int[] {1}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train rows must ascend from 0, but 2 follows 3");
        assertThatThrownBy(() -> new Split(new int[] {0, 2}, new int[] {1}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts must not overlap, but row 2 is in two");
    }
}
