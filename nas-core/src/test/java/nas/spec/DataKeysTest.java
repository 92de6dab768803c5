package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nas.data.ClassWeighting;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.MissingCells;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.data.TableFormat;
import nas.data.TargetChoice;
import nas.data.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeysTest {
    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() throws IOException {
        file = new SpecFile(folder);
        Files.createFile(folder.resolve("t.csv"));
        Files.createFile(folder.resolve("test.csv"));
    }

    @Test
    void what_is_not_said_is_inferred() {
        assertThat(read("")).isEqualTo(DataDescription.of(new DataSource.CsvFile(folder.resolve("t.csv"))));
    }

    @Test
    void targets_are_one_column_or_several() {
        assertThat(read("target: y").target()).isEqualTo(TargetChoice.of("y"));
        assertThat(read("target: -1").target()).isEqualTo(TargetChoice.of("-1"));
        assertThat(read("target: [a, b]").target()).isEqualTo(TargetChoice.of("a", "b"));
        assertThat(read("target: {column: y}").target()).isEqualTo(TargetChoice.of("y"));
        assertThat(read("target: {columns: [a, b]}").target()).isEqualTo(TargetChoice.of("a", "b"));
        assertThat(read("target: \"a\\nb\"").target()).isEqualTo(TargetChoice.of("a\nb"));
    }

    @Test
    void labels_are_texts_and_may_have_other_spellings() {
        TargetChoice target = read("target: {column: y, map: {\"<=50K.\": \"<=50K\", NO: no, 1.0: 1}}")
                .target();
        assertThat(target.columns()).containsExactly("y");
        assertThat(target.spellings()).isEqualTo(Map.of("<=50K.", "<=50K", "NO", "no", "1.0", "1"));
        assertThat(read("target: {map: {a: b}}").target())
                .isEqualTo(TargetChoice.INFERRED.withSpellings(Map.of("a", "b")));
    }

    @Test
    void classes_may_weigh_differently() {
        assertThat(read("weights: balanced").target().weights()).isEqualTo(new ClassWeighting.Balanced());
        assertThat(read("weights: {NO: 2.5, yes: 1}").target().weights())
                .isEqualTo(new ClassWeighting.ByClass(Map.of("NO", 2.5, "yes", 1.0)));
        assertThat(read("weights: {}").target().weights()).isEqualTo(ClassWeighting.EQUAL);
    }

    @Test
    void a_table_has_a_header_or_names_or_neither() {
        assertThat(format("header: true")).isEqualTo(new TableFormat(true, List.of(), null, null));
        assertThat(format("header: false")).isEqualTo(new TableFormat(false, List.of(), null, null));
        assertThat(format("header: auto")).isEqualTo(TableFormat.DETECTED);
        assertThat(format("header: [age, NO, 3]"))
                .isEqualTo(new TableFormat(false, List.of("age", "NO", "3"), null, null));
    }

    @Test
    void delimiter_and_quote_are_characters_or_words() {
        assertThat(format("delimiter: ';'").delimiter()).isEqualTo(';');
        assertThat(format("delimiter: tab").delimiter()).isEqualTo('\t');
        assertThat(format("delimiter: \"\\t\"").delimiter()).isEqualTo('\t');
        assertThat(format("delimiter: space").delimiter()).isEqualTo(' ');
        assertThat(format("delimiter: ' '").delimiter()).isEqualTo(' ');
        assertThat(format("delimiter: '|'").delimiter()).isEqualTo('|');
        assertThat(format("delimiter: \"\\x01\"").delimiter()).isEqualTo('\u0001');
        assertThat(format("delimiter: auto, quote: auto")).isEqualTo(TableFormat.DETECTED);
        assertThat(format("quote: \"'\"").quote()).isEqualTo('\'');
        assertThat(format("quote: '\"'").quote()).isEqualTo('"');
        assertThat(format("quote: none").quote()).isEqualTo(TableFormat.NO_QUOTE);
    }

    @Test
    void columns_have_kinds() {
        assertThat(read("columns: {zip: categorical, id: ignore, n: numeric, b: boolean}")
                        .reading()
                        .columns())
                .isEqualTo(Map.of(
                        "zip", ColumnKind.CATEGORICAL,
                        "id", ColumnKind.IGNORE,
                        "n", ColumnKind.NUMERIC,
                        "b", ColumnKind.BOOLEAN));
    }

    @Test
    void missing_cells_are_texts() {
        assertThat(missing("missing: ['', NA, -999, null, ~, ' ? ']"))
                .isEqualTo(new MissingCells(Set.of("", "NA", "-999", "null", "~", "?"), false));
        assertThat(missing("missing: NO")).isEqualTo(new MissingCells(Set.of("NO"), false));
        assertThat(missing("missing: []")).isEqualTo(new MissingCells(Set.of(), false));
        assertThat(missing("missing: {values: [x], indicator: true}")).isEqualTo(new MissingCells(Set.of("x"), true));
        assertThat(missing("missing: {values: x}")).isEqualTo(new MissingCells(Set.of("x"), false));
        assertThat(missing("missing: {indicator: true}"))
                .isEqualTo(new MissingCells(MissingCells.DEFAULT.words(), true));
    }

    @Test
    void rows_may_belong_together_come_first_or_be_few() {
        assertThat(read("group: subject, time: NO, rows: 10_000").rows())
                .isEqualTo(new RowChoice("subject", "NO", 10_000));
    }

    @Test
    void split_may_have_folds() {
        Portion automatic = new Portion.Automatic();
        assertThat(read("split: {folds: 5, test: 20%, seed: 3}").split())
                .isEqualTo(new SplitRule(automatic, new Portion.Share(0.2), 5, 3));
        assertThat(read("split: {folds: 5, validation: auto}").split().folds()).isEqualTo(5);
        assertThat(read("split: {folds: auto}").split()).isEqualTo(SplitRule.DEFAULT);
        assertThat(read("split: {folds: 1, validation: 30}").split())
                .isEqualTo(new SplitRule(new Portion.Rows(30), automatic, 1, 1));
    }

    @Test
    void test_rows_lie_beside_the_file() {
        assertThat(read("test: test.csv").officialTest()).contains(new DataSource.CsvFile(folder.resolve("test.csv")));
    }

    @Test
    void test_rows_are_looked_up_in_the_folder_of_the_data() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.createFile(tables.resolve("t.csv"));
        Files.createFile(tables.resolve("test.csv"));
        DataDescription data = file.read("data: {source: t.csv, test: test.csv}", Overrides.NONE.withData(tables))
                .data();
        assertThat(data.source()).isEqualTo(new DataSource.CsvFile(tables.resolve("t.csv")));
        assertThat(data.officialTest()).contains(new DataSource.CsvFile(tables.resolve("test.csv")));
        String moved = "data: {source: /elsewhere/t.csv, test: /elsewhere/test.csv}";
        assertThat(file.read(moved, Overrides.NONE.withData(tables)).data()).isEqualTo(data);
    }

    @Test
    void another_table_keeps_the_test_rows() throws IOException {
        Path other = Files.createFile(folder.resolve("other.csv"));
        DataDescription data = file.read("data: {source: t.csv, test: test.csv}", Overrides.NONE.withData(other))
                .data();
        assertThat(data.source()).isEqualTo(new DataSource.CsvFile(other));
        assertThat(data.officialTest()).contains(new DataSource.CsvFile(folder.resolve("test.csv")));
    }

    @Test
    void a_task_may_be_said_of_several_targets() {
        assertThat(read("target: [a, b], task: regression").target())
                .isEqualTo(TargetChoice.of("a", "b").withTask(Task.REGRESSION));
    }

    private TableFormat format(String keys) {
        return read(keys).reading().format();
    }

    private MissingCells missing(String keys) {
        return read(keys).reading().missing();
    }

    private DataDescription read(String keys) {
        return file.read("data: {source: t.csv, " + keys + "}").data();
    }
}
