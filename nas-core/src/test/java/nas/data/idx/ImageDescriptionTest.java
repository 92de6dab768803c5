package nas.data.idx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nas.InvalidInputException;
import nas.data.ClassWeighting;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.MissingCells;
import nas.data.RowChoice;
import nas.data.TableFormat;
import nas.data.TableReading;
import nas.data.TargetChoice;
import nas.data.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageDescriptionTest {
    private static final DataSource SOURCE = new DataSource.IdxFolder(Path.of("/images"));
    private static final DataDescription PLAIN = DataDescription.of(SOURCE);

    @Test
    void what_suits_images_is_accepted() {
        TargetChoice target =
                TargetChoice.INFERRED.withTask(Task.CLASSIFICATION).withWeights(new ClassWeighting.Balanced());
        DataDescription description = PLAIN.withTarget(target).withRows(RowChoice.ALL.withLimit(100));
        assertThatCode(() -> ImageDescription.check(SOURCE, description)).doesNotThrowAnyException();
    }

    @Test
    void regression_is_refused() {
        refused(
                PLAIN.withTarget(TargetChoice.INFERRED.withTask(Task.REGRESSION)),
                "data.task must be classification for images, but was regression for /images");
    }

    @Test
    void columns_are_refused() {
        refused(
                PLAIN.withReading(TableReading.DEFAULT.withColumns(Map.of("pixel0", ColumnKind.IGNORE))),
                "data.columns must be left out for images, but names [pixel0] for /images");
    }

    @Test
    void targets_are_refused() {
        refused(
                PLAIN.withTarget(TargetChoice.of("label")),
                "data.target must be left out for images, but names [label] for /images");
        refused(
                PLAIN.withTarget(TargetChoice.INFERRED.withSpellings(Map.of("7.", "7"))),
                "data.target.map must be left out for images, but names [7.] for /images");
    }

    @Test
    void groups_and_times_are_refused() {
        refused(
                PLAIN.withRows(new RowChoice("writer", null, null)),
                "data.group must be left out for images, but was 'writer' for /images");
        refused(
                PLAIN.withRows(new RowChoice(null, "day", null)),
                "data.time must be left out for images, but was 'day' for /images");
    }

    @Test
    void test_file_is_refused() {
        refused(
                PLAIN.withTestSource(new DataSource.CsvFile(Path.of("/test.csv"))),
                "data.test must be left out for images, but was '/test.csv' for /images");
    }

    @Test
    void format_of_a_table_is_refused() {
        refused(format(true, null, null), "data.header must be left out for images, but was 'true' for /images");
        refused(format(null, ';', null), "data.delimiter must be left out for images, but was ';' for /images");
        refused(format(null, null, '"'), "data.quote must be left out for images, but was '\"' for /images");
        TableFormat named = new TableFormat(false, List.of("a", "b\nc"), null, null);
        refused(
                PLAIN.withReading(TableReading.DEFAULT.withFormat(named)),
                "data.header must be left out for images, but names [a, b c] for /images");
    }

    @Test
    void missing_cells_are_refused() {
        refused(
                PLAIN.withReading(TableReading.DEFAULT.withMissing(new MissingCells(Set.of("-"), false))),
                "data.missing must be left out for images, but was given for /images");
    }

    private static DataDescription format(
            @Nullable Boolean header, @Nullable Character delimiter, @Nullable Character quote) {
        TableFormat format = new TableFormat(header, List.of(), delimiter, quote);
        return PLAIN.withReading(TableReading.DEFAULT.withFormat(format));
    }

    private static void refused(DataDescription description, String message) {
        assertThatThrownBy(() -> ImageDescription.check(SOURCE, description))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
