package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeysErrorsTest {
    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() throws IOException {
        file = new SpecFile(folder);
        Files.createFile(folder.resolve("t.csv"));
    }

    @Test
    void targets_are_columns() {
        assertRefused("target: []", "2:11: data.target is an empty list: it needs at least one value");
        assertRefused("target: [a, a]", "2:15: data.target has a twice");
        assertRefused("target: [a, [b]]", "2:15: data.target must be text, but was a list");
        assertRefused("target: ", "2:10: data.target must be text, but was empty");
        assertRefused("target: ' '", "2:11: data.target must be a name, but was the text \" \"");
        assertRefused(
                "target: {colum: a}",
                "2:12: unknown key data.target.colum (allowed: column, columns, map); did you mean 'column'?");
        assertRefused("target: {columns: a}", "2:21: data.target.columns must be a list of columns, but was a");
        assertRefused(
                "target: {column: a, columns: [b, c]}", "2:32: data.target.columns must be left out beside column");
    }

    @Test
    void only_classes_have_spellings_and_weights() {
        String spellings = "data.target.map is about classes and must be left out ";
        assertRefused(
                "target: {column: y, map: {a: b}}\n  task: regression",
                "2:28: " + spellings + "where the task is regression, but was a mapping");
        assertRefused(
                "target: {columns: [x, y], map: {a: b}}",
                "2:34: " + spellings + "where there are several targets, but was a mapping");
        assertRefused(
                "target: {column: y, map: 3}", "2:28: data.target.map must be a mapping such as {'1': yes}, but was 3");
        assertRefused("target: {column: y, map: {a: [b]}}", "2:32: data.target.map.a must be text, but was a list");
        String weights = "data.weights is about classes and must be left out ";
        assertRefused(
                "task: regression\n  weights: balanced",
                "3:12: " + weights + "where the task is regression, but was balanced");
        assertRefused(
                "target: [x, y]\n  weights: {a: 1}",
                "3:12: " + weights + "where there are several targets, but was a mapping");
    }

    @Test
    void several_targets_are_numbers() {
        assertRefused(
                "target: [x, y]\n  task: classification",
                "3:9: data.task must be regression for several targets, but was classification");
    }

    @Test
    void weights_are_positive_numbers() {
        String rule = "data.weights must be balanced, or a weight for each class such as {yes: 2.5}, but was ";
        assertRefused("weights: ballanced", "2:12: " + rule + "ballanced; did you mean 'balanced'?");
        assertRefused("weights: [1, 2]", "2:12: " + rule + "a list");
        assertRefused("weights: 2", "2:12: " + rule + "2");
        assertRefused("weights: {yes: 0}", "2:18: data.weights.yes must be > 0, but was 0");
        assertRefused("weights: {yes: 1e999}", "2:18: data.weights.yes must be a finite number, but was 1e999");
        assertRefused("weights: {yes: much}", "2:18: data.weights.yes must be a number, but was much");
    }

    @Test
    void headers_are_said_or_named() {
        String rule = "data.header must be true, false, auto or a list of column names, but was ";
        assertRefused("header: yes", "2:11: " + rule + "yes; did you mean 'true'?");
        assertRefused("header: {a: b}", "2:11: " + rule + "a mapping");
        assertRefused("header: [a, b, a]", "2:18: data.header has a twice");
        assertRefused("header: []", "2:11: data.header is an empty list: it needs at least one value");
        assertRefused("header: [a, '']", "2:15: data.header must be a name, but was the text \"\"");
    }

    @Test
    void delimiter_and_quote_are_single_and_differ() {
        String delimiter = "data.delimiter must be one character, tab, space or auto, but was ";
        assertRefused("delimiter: ', '", "2:14: " + delimiter + "the text \", \"");
        assertRefused("delimiter: tap", "2:14: " + delimiter + "tap; did you mean 'tab'?");
        assertRefused("delimiter: \"\\n\"", "2:14: " + delimiter + "the text \"\uFFFD\"");
        assertRefused("delimiter: ", "2:13: " + delimiter + "empty");
        assertRefused("quote: ''", "2:10: data.quote must be one character, none or auto, but was the text \"\"");
        assertRefused(
                "delimiter: '|'\n  quote: '|'", "3:10: data.quote must differ from data.delimiter, but both were '|'");
    }

    @Test
    void missing_cells_are_texts() {
        String rule = "data.missing must be a text, a list of texts or a mapping, but was ";
        assertRefused("missing: ", "2:11: " + rule + "empty");
        assertRefused("missing: [[a]]", "2:13: " + rule + "a list");
        assertRefused("missing: {indicator: 7}", "2:24: data.missing.indicator must be one of true, false, but was 7");
        assertRefused("missing: {words: [a]}", "2:13: unknown key data.missing.words (allowed: values, indicator)");
    }

    @Test
    void columns_have_one_use() {
        assertRefused(
                "target: [x, y]\n  columns: {y: ignore}", "3:16: data.columns.y is the target and must not be ignored");
        assertRefused("target: y\n  group: y", "3:10: data.group must be another column than the target, but was y");
        assertRefused(
                "target: {columns: [x, y]}\n  time: x",
                "3:9: data.time must be another column than the target, but was x");
        assertRefused("group: s\n  time: s", "3:9: data.time must be another column than the group column, but was s");
    }

    @Test
    void rows_are_counted() {
        assertRefused("rows: 0", "2:9: data.rows must be >= 1, but was 0");
        assertRefused("rows: 10%", "2:9: data.rows must be an integer, but was 10%");
    }

    @Test
    void folds_say_where_networks_are_compared() {
        assertRefused(
                "split: {validation: 20%, folds: 5}",
                "2:23: data.split.validation must be auto where there are 5 folds, but was 20%");
        assertRefused("split: {folds: 0}", "2:18: data.split.folds must be >= 1, but was 0");
        assertRefused(
                "split: {folds: many}", "2:18: data.split.folds must be a number of folds, or auto, but was many");
    }

    @Test
    void test_rows_must_be_there_and_go_with_a_table() {
        assertRefused(
                "test: none.csv",
                "2:9: data.test must be a CSV file, but was 'none.csv' and none.csv does not exist;"
                        + " say in which folder it lies with --data FOLDER");
        assertThat(file.refusal("data: {source: iris, test: t.csv}"))
                .isEqualTo("x.yaml:1:28: data.test must be left out where data.source is no table, but was t.csv");
    }

    private void assertRefused(String keys, String message) {
        assertThat(file.refusal("data:\n  " + keys + "\n  source: t.csv\n")).isEqualTo("x.yaml:" + message);
    }
}
