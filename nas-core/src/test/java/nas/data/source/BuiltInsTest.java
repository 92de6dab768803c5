package nas.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.RowChoice;
import nas.data.Targets;
import nas.data.Task;
import nas.data.fetch.FetchFailedException;
import nas.data.generate.GeneratedSet;
import nas.data.generate.GeneratedTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInsTest {
    @Test
    void names_are_sorted() {
        assertThat(BuiltIns.all())
                .extracting(BuiltInSet::name)
                .containsExactly("fashion-mnist", "friedman1", "iris", "mnist", "moons", "spirals", "xor");
    }

    static List<BuiltInSet> withoutDownloads() {
        return BuiltIns.all().stream()
                .filter(set -> set.origin() != BuiltInSet.Origin.DOWNLOADED)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withoutDownloads")
    void a_set_is_as_described(BuiltInSet set) {
        assertAsDescribed(Datasets.load(named(set.name())), set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fashion-mnist", "mnist"})
    @Tag("data")
    void a_published_set_is_as_described(String name) {
        String root = System.getenv("NAS_TEST_DATA");
        assumeTrue(root != null, "NAS_TEST_DATA is not set: tests on real data are skipped");
        Path folder = Path.of(String.valueOf(root)).resolve(name);
        BuiltInSet described = BuiltIns.all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertAsDescribed(Datasets.load(named(name), asked -> folder), described);
    }

    @Test
    void a_published_set_is_asked_for_by_its_name_and_only_when_it_is_loaded() {
        assertThatThrownBy(() -> Datasets.load(named("mnist"), asked -> {
                    throw new FetchFailedException("asked for " + asked);
                }))
                .isInstanceOf(FetchFailedException.class)
                .hasMessage("asked for mnist");
        assertThatThrownBy(() -> Datasets.load(named("mnist")))
                .isInstanceOf(FetchFailedException.class)
                .hasMessage("mnist must be downloaded, and nobody said where to");
    }

    @Test
    void as_many_rows_are_generated_as_the_description_says() {
        DataDescription few = named("moons").withRows(RowChoice.ALL.withLimit(60));
        assertThat(Datasets.load(few).rows()).isEqualTo(60);
    }

    @Test
    void more_rows_than_can_be_generated_are_refused() {
        DataDescription many = named("xor").withRows(RowChoice.ALL.withLimit(2_000_000));
        assertThatThrownBy(() -> Datasets.load(many))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.rows must be >= 1 and <= 1000000 for xor, but was 2000000");
    }

    @Test
    void another_column_of_a_generated_table_can_be_the_target() {
        Dataset data = Datasets.load(Descriptions.of(new DataSource.BuiltIn("moons"), "x", "moon"));
        assertThat(data.task()).isEqualTo(Task.REGRESSION);
        assertThat(data.inputNames()).containsExactly("y");
    }

    @Test
    void generated_numbers_arrive_exactly() {
        GeneratedTable table = GeneratedSet.FRIEDMAN1.table(600);
        Dataset data = Datasets.load(named("friedman1").withRows(RowChoice.ALL.withLimit(600)));
        Targets.Values values = (Targets.Values) data.targets();
        for (int row = 0; row < 600; row++) {
            assertThat(values.standardised()[row])
                    .isEqualTo(values.standardisation(0).apply(table.column("y")[row]));
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < 10; column++) {
                cells.add(Double.toString(table.columns()[column][row]));
            }
            assertThat(data.features().row(row))
                    .containsExactly(data.preprocessing().encode(cells));
        }
    }

    @Test
    void classes_of_a_generated_table_have_names() {
        assertThat(((Targets.Classes) Datasets.load(named("xor")).targets()).names())
                .containsExactly("different", "same");
    }

    private static void assertAsDescribed(Dataset data, BuiltInSet set) {
        assertThat(data.name()).isEqualTo(set.name());
        assertThat(data.rows()).isEqualTo(set.rows());
        assertThat(data.inputs()).isEqualTo(set.inputs());
        assertThat(data.task()).isEqualTo(set.task());
        assertThat(data.outputs()).isEqualTo(set.outputs());
    }

    private static DataDescription named(String name) {
        return DataDescription.of(new DataSource.BuiltIn(name));
    }
}
