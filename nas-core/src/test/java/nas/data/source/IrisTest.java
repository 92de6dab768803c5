package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Portion;
import nas.data.Task;
import org.junit.jupiter.api.Test;

class IrisTest {
    private static final DataDescription FOLDED = Descriptions.of(new DataSource.BuiltIn("iris"));
    private static final DataDescription IRIS =
            Descriptions.withSplit(FOLDED, new Portion.Share(0.2), new Portion.Automatic());

    @Test
    void iris_is_built_in() {
        Dataset iris = Datasets.load(IRIS);
        assertThat(iris.name()).isEqualTo("iris");
        assertThat(iris.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(iris.rows()).isEqualTo(150);
        assertThat(iris.outputs()).isEqualTo(3);
        assertThat(iris.inputNames()).containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(iris.split().train()).hasSize(120);
        assertThat(iris.split().validation()).hasSize(30);
        assertThat(iris.split().test()).isEmpty();
    }

    @Test
    void split_is_golden() {
        assertThat(Datasets.load(IRIS).split().validation())
                .containsExactly(
                        3, 11, 14, 17, 20, 28, 31, 35, 41, 47, 52, 56, 59, 63, 66, 74, 76, 85, 90, 95, 121, 122, 126,
                        127, 128, 133, 137, 139, 141, 145);
    }

    @Test
    void fingerprint_is_golden() {
        assertThat(Datasets.load(IRIS).fingerprint())
                .isEqualTo("2ef3a2c795a1f27ad7403798f7c397d46afc091b8957f2bfc481f5ab40628be8");
    }

    @Test
    void nothing_said_means_5_folds_of_which_each_is_fitted_on_its_own_training_rows() {
        Dataset iris = Datasets.load(FOLDED);
        assertThat(iris.split().train()).hasSize(150);
        assertThat(iris.folds()).hasSize(5).allSatisfy(fold -> {
            assertThat(fold.split().train()).hasSize(120);
            assertThat(fold.preprocessing()).isNotEqualTo(iris.preprocessing());
            double sum = 0;
            for (int row : fold.split().train()) {
                sum += fold.features().row(row)[0];
            }
            assertThat(sum / 120).isCloseTo(0, within(1e-6));
        });
    }

    @Test
    void folds_are_golden() {
        Dataset iris = Datasets.load(FOLDED);
        assertThat(iris.folds().get(0).split().validation())
                .containsExactly(
                        9, 15, 17, 24, 31, 37, 39, 42, 46, 48, 67, 68, 78, 79, 84, 88, 90, 93, 96, 97, 105, 108, 109,
                        119, 126, 133, 139, 140, 147, 149);
        assertThat(iris.fingerprint()).isEqualTo("bbfa7d789e3a634776894a158d3483a367e85e2beab05aef6fba9a72c7402ca7");
    }

    @Test
    void another_column_can_be_the_target() {
        DataDescription widths = Descriptions.of(new DataSource.BuiltIn("iris"), "petal_width", "species");
        assertThat(Datasets.load(widths).task()).isEqualTo(Task.REGRESSION);
        assertThat(Datasets.load(widths).inputs()).isEqualTo(3);
    }
}
