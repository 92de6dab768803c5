package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.TargetChoice;
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
        assertThat(((Targets.Values) data.targets()).standardisation(0).mean()).isCloseTo(152, within(5.0));
    }

    @Test
    void housing_with_its_missing_cells_and_its_column_of_words() {
        Dataset data = load("california_housing/housing.csv", "median_house_value");
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.rows()).isEqualTo(20_640);
        assertThat(data.inputNames())
                .hasSize(12 + 1)
                .contains("total_bedrooms", "ocean_proximity=NEAR BAY", "ocean_proximity=(other)");
        assertThat(data.split().test()).hasSize(4_128);
    }

    @Test
    void adult_with_its_test_file_whose_labels_end_in_a_dot() {
        DataSource source = SourceLookup.resolve("adult/adult-train.csv", folder, Optional.empty());
        DataSource test = SourceLookup.resolve("adult/adult-test.csv", folder, Optional.empty());
        Dataset data = Datasets.load(DataDescription.of(source)
                .withTestSource(test)
                .withTarget(TargetChoice.of("-1").withSpellings(Map.of("<=50K.", "<=50K", ">50K.", ">50K"))));
        assertThat(data.rows()).isEqualTo(48_842);
        assertThat(data.split().test()).hasSize(16_281).startsWith(32_561);
        assertThat(((Targets.Classes) data.targets()).names()).containsExactly("<=50K", ">50K");
        assertThat(data.inputNames()).contains("c1", "c10=Male", "c2=(missing)", "c14=United-States");
    }

    @ParameterizedTest
    @CsvSource({
        "./fashion-mnist, 70ebed52d410580b242498123d5d2c11eb3293b7cf5b9b90cd55faed5314cebb",
        "./mnist, e2683bf3182934272a530357110a50eef8d6fd548916ce315b64d7fb8ddfaf41",
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
