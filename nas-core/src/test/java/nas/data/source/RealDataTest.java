package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Targets;
import nas.data.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("data")
class RealDataTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void find_the_folder() {
        String root = System.getenv("NAS_TEST_DATA");
        assumeTrue(root != null, "NAS_TEST_DATA is not set: tests on real data are skipped");
        folder = Path.of(String.valueOf(root));
    }

    @ParameterizedTest
    @CsvSource({
        "iris/iris.csv, species, 150, 4, 3, 0",
        "wine/wine.csv, cultivar, 178, 13, 3, 0",
        "breast_cancer/breast_cancer.csv, benign, 569, 30, 2, 114",
    })
    void tables_with_classes(String path, String target, int rows, int inputs, int classes, int test) {
        Dataset data = load(path, target);
        assertThat(data.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(data.rows()).isEqualTo(rows).isEqualTo(data.split().rows());
        assertThat(data.inputs()).isEqualTo(inputs);
        assertThat(data.outputs()).isEqualTo(classes);
        assertThat(data.split().test()).hasSize(test);
    }

    @Test
    void table_with_a_number() {
        Dataset data = load("diabetes/diabetes.csv", "progression");
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.rows()).isEqualTo(442);
        assertThat(data.inputs()).isEqualTo(10);
        assertThat(((Targets.Values) data.targets()).standardisation().mean()).isCloseTo(152, within(5.0));
    }

    @Test
    void missing_cells_are_refused_with_a_way_out() {
        assertThatThrownBy(() -> load("california_housing/housing.csv", "median_house_value"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("california_housing/housing.csv")
                        + ":2:10: ocean_proximity must be a finite number, but was 'NEAR BAY'; to leave the column out "
                        + "write columns: {ocean_proximity: ignore}");
        assertThatThrownBy(() -> load("california_housing/housing.csv", "median_house_value", "ocean_proximity"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("california_housing/housing.csv")
                        + ":292:5: total_bedrooms must be a finite number, but the cell is empty; to leave the column out "
                        + "write columns: {total_bedrooms: ignore}");
    }

    @Test
    void housing_without_its_incomplete_columns() {
        Dataset data =
                load("california_housing/housing.csv", "median_house_value", "ocean_proximity", "total_bedrooms");
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.rows()).isEqualTo(20_640);
        assertThat(data.inputs()).isEqualTo(7);
        assertThat(data.split().test()).hasSize(4_128);
    }

    @ParameterizedTest
    @CsvSource({
        "fashion-mnist, 70ebed52d410580b242498123d5d2c11eb3293b7cf5b9b90cd55faed5314cebb",
        "mnist, e2683bf3182934272a530357110a50eef8d6fd548916ce315b64d7fb8ddfaf41",
    })
    void images(String path, String fingerprint) {
        Dataset data = load(path, null);
        assertThat(data.rows()).isEqualTo(70_000);
        assertThat(data.inputs()).isEqualTo(784);
        assertThat(data.outputs()).isEqualTo(10);
        assertThat(data.split().train()).hasSize(48_000);
        assertThat(data.split().validation()).hasSize(12_000);
        assertThat(data.split().test()).hasSize(10_000).startsWith(60_000);
        assertThat(data.fingerprint()).isEqualTo(fingerprint);
    }

    private static Dataset load(String path, @Nullable String target, String... ignored) {
        DataSource source = SourceLookup.resolve(path, folder, Optional.empty());
        return Datasets.load(Descriptions.of(source, target, ignored));
    }
}
