package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Task;
import org.junit.jupiter.api.Test;

class IrisTest {
    private static final DataDescription IRIS = Descriptions.of(new DataSource.BuiltIn("iris"));

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
                .isEqualTo("ff72dad93dc48d2cb0c22b2136ad49b3b06d16a4e02ce1555bb89f235c83551f");
    }

    @Test
    void another_column_can_be_the_target() {
        DataDescription widths = Descriptions.of(new DataSource.BuiltIn("iris"), "petal_width", "species");
        assertThat(Datasets.load(widths).task()).isEqualTo(Task.REGRESSION);
        assertThat(Datasets.load(widths).inputs()).isEqualTo(3);
    }
}
