package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchSpecErrorsTest {
    private static final String IRIS = "data: {source: iris}\n";
    private static final String SPACE = "space: {layers: 1, units: 4}\n";
    private static final String OPTIMIZERS = "one of sgd, nesterov, adam, nadam, rmsprop, adamax";

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void unknown_keys_are_named_with_the_nearest_and_the_allowed_ones() {
        assertRefused(
                "spase: {}\n" + IRIS + SPACE,
                "1:1: unknown key spase (allowed: name, data, space, training, objective, search, finalists, start);"
                        + " did you mean 'space'?");
        assertRefused(
                IRIS + "space:\n  layers: 1\n  Units: 4\n  units: 4\n",
                "4:3: unknown key space.Units "
                        + "(allowed: layers, units, shape, activation, dropout, dropout_kind, batch_norm); did you mean 'units'?");
        assertRefused(
                SPACE + "data: {source: iris, banana: 1}",
                "2:22: unknown key data.banana (allowed: source, test, header, delimiter, quote,"
                        + " target, task, columns, missing, weights, group, time, rows, split)");
        assertRefused(
                IRIS + "space: {layers: 1, units: {min: 1, max: 2, step: 1}}",
                "2:44: unknown key space.units.step (allowed: min, max, scale, steps); did you mean 'steps'?");
        assertRefused(
                IRIS + SPACE + "search: {rungs: {zzz: 1}}",
                "3:18: unknown key search.rungs.zzz (allowed: epochs, keep)");
        assertRefused(
                "<<: {a: 1}\n" + IRIS + SPACE,
                "1:1: unknown key <<" + " (allowed: name, data, space, training, objective, search, finalists, start)");
    }

    @Test
    void required_keys_are_missed_where_they_should_be() {
        assertRefused(SPACE, "1:1: data.source is required");
        assertRefused("\n" + SPACE + "data:\n  target: x\n", "3:1: data.source is required");
        assertRefused(IRIS + "space:\n  layers: 1\n  units:\n    min: 1\n", "4:3: space.units.max is required");
        assertRefused(
                IRIS + "space: {layers: {}, units: 4}",
                "2:9: space.layers.min is required\nx.yaml:2:9: space.layers.max is required");
    }

    @Test
    void wrong_kinds_are_named_in_words() {
        assertRefused("data: iris\n" + SPACE, "1:7: data must be a mapping such as {source: …}, but was iris");
        assertRefused(IRIS + "space: [1]", "2:8: space must be a mapping such as {layers: …}, but was a list");
        assertRefused(IRIS + SPACE + "search:\n", "3:8: search must be a mapping such as {strategy: …}, but was empty");
        assertRefused(SPACE + "data: {source: [iris]}", "2:16: data.source must be text, but was a list");
        assertRefused(SPACE + "data: {source: }", "2:15: data.source must be text, but was empty");
        assertRefused(
                IRIS + SPACE + "training: {learning_rate: {min: 1}}", "3:12: training.learning_rate.max is required");
        assertRefused(
                IRIS + SPACE + "training: {optimizer: {adam: 1}}",
                "3:23: training.optimizer must be a list of words or " + OPTIMIZERS + ", but was a mapping");
        assertRefused(
                IRIS + SPACE + "objective: {penalty: 2%}",
                "3:22: objective.penalty must be a mapping such as {per_decade: …}, but was 2%");
    }

    @Test
    void nothing_is_no_value() {
        String rule = " must be an integer, a list or a range, but was empty";
        assertRefused(IRIS + "space:\n  layers: 1\n  units:\n", "4:9: space.units" + rule);
        assertRefused(IRIS + "space: {layers: ~, units: 4}", "2:17: space.layers" + rule);
        assertRefused(IRIS + SPACE + "search: {seed: null}", "3:16: search.seed must be an integer, but was empty");
    }

    @Test
    void quoted_numbers_are_text() {
        assertRefused(
                IRIS + "space: {layers: 1, units: \"3\"}",
                "2:27: space.units must be an integer, a list or a range, but was the text \"3\"; leave out the quotes");
        assertRefused(
                IRIS + "space: {layers: [1, '2'], units: 3}",
                "2:21: space.layers must be an integer, but was the text \"2\"; leave out the quotes");
        assertRefused(
                IRIS + SPACE + "training: {learning_rate: '0.1'}",
                "3:27: training.learning_rate must be a number, a list, a range or auto, but was the text \"0.1\"; leave out the quotes");
    }

    @Test
    void integers_have_one_way_of_writing() {
        for (String text : new String[] {"0x1F", "010", "0o7", "1.5", "1__0", "_1", "yes", ".inf", "10%"}) {
            assertRefused(
                    IRIS + SPACE + "search: {population: " + text + "}",
                    "3:22: search.population must be an integer, but was " + text);
        }
    }

    @Test
    void reals_are_finite_and_decimal() {
        for (String text : new String[] {".nan", "NaN", ".inf", "-.Inf", "0x1p3", "1e", "1d", "00.1", "5%"}) {
            assertRefused(
                    IRIS + SPACE + "training: {learning_rate: " + text + "}",
                    "3:27: training.learning_rate must be a number, a list, a range or auto, but was " + text);
        }
        assertRefused(
                IRIS + SPACE + "training: {learning_rate: 1e999}",
                "3:27: training.learning_rate must be a finite number, but was 1e999");
        assertRefused(
                IRIS + SPACE + "training: {learning_rate: 1e-999}",
                "3:27: training.learning_rate must be > 0, but was 1e-999");
    }

    @Test
    void integers_are_bounded() {
        assertRefused(IRIS + "space:\n  layers: 1\n  units: 0\n", "4:10: space.units must be >= 1, but was 0");
        assertRefused(
                IRIS + "space:\n  layers: 1\n  units:\n    min: 0\n    max: 8\n",
                "5:10: space.units.min must be >= 1, but was 0");
        assertRefused(
                IRIS + "space: {layers: 1, units: [4, 65_537]}", "2:31: space.units must be <= 65536, but was 65_537");
        assertRefused(IRIS + "space: {layers: 17, units: 4}", "2:17: space.layers must be <= 16, but was 17");
        assertRefused(IRIS + "space: {layers: -1, units: 4}", "2:17: space.layers must be >= 0, but was -1");
        assertRefused(IRIS + SPACE + "search: {population: 1}", "3:22: search.population must be >= 2, but was 1");
        assertRefused(IRIS + SPACE + "search: {generations: 0}", "3:23: search.generations must be >= 1, but was 0");
        assertRefused(IRIS + SPACE + "search: {stagnation: 0}", "3:22: search.stagnation must be >= 1, but was 0");
        assertRefused(
                IRIS + SPACE + "search: {rungs: {epochs: [0]}}", "3:27: search.rungs.epochs must be >= 1, but was 0");
        assertRefused(
                IRIS + SPACE + "objective: {max_params: 0}", "3:25: objective.max_params must be >= 1, but was 0");
        assertRefused(
                IRIS + SPACE + "training: {batch_size: 1000001}",
                "3:24: training.batch_size must be <= 1000000, but was 1000001");
    }

    @Test
    void integers_that_overflow_are_refused() {
        assertRefused(
                IRIS + "space: {layers: 1, units: 99999999999999999999}",
                "2:27: space.units must be <= 65536, but was 99999999999999999999");
        assertRefused(
                IRIS + SPACE + "search: {seed: 9223372036854775808}",
                "3:16: search.seed must be <= 9223372036854775807, but was 9223372036854775808");
        assertRefused(
                IRIS + SPACE + "search: {seed: -9223372036854775809}",
                "3:16: search.seed must be >= -9223372036854775808, but was -9223372036854775809");
        assertRefused(
                IRIS + SPACE + "search: {population: 2147483648}",
                "3:22: search.population must be <= 10000, but was 2147483648");
        assertRefused(
                IRIS + SPACE + "search: {seed: " + "1".repeat(200) + "}",
                "3:16: search.seed must be an integer, but was " + "1".repeat(60) + "…");
    }

    @Test
    void shares_are_proper() {
        String choose = IRIS + SPACE + "objective: {choose: {within: ";
        assertRefused(choose + "0%}}", "3:30: objective.choose.within must be > 0%, but was 0%");
        assertRefused(choose + "200%}}", "3:30: objective.choose.within must be < 100%, but was 200%");
        assertRefused(choose + "1}}", "3:30: objective.choose.within must be < 1, but was 1");
        assertRefused(
                choose + "two}}",
                "3:30: objective.choose.within must be a share such as 2% or 0.02, or one-standard-error, but was two");
        assertRefused(
                IRIS + SPACE + "objective: {penalty: {per_decade: -1%}}",
                "3:35: objective.penalty.per_decade must be > 0%, but was -1%");
        assertRefused(IRIS + "space: {layers: 1, units: 4, dropout: 1}", "2:39: space.dropout must be < 1, but was 1");
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, dropout: [0.1, -0.1]}",
                "2:45: space.dropout must be >= 0, but was -0.1");
    }

    @Test
    void words_are_suggested() {
        String words =
                "one of identity, sigmoid, tanh, relu, leaky_relu, prelu, elu, selu, gelu, swish, softplus, rrelu";
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, activation: [tanh, rellu]}",
                "2:49: space.activation must be " + words + ", but was rellu; did you mean 'relu'?");
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, activation: {min: 1}}",
                "2:42: space.activation must be a list of words or " + words + ", but was a mapping");
        assertRefused(
                IRIS + SPACE + "training: {optimizer: adma}",
                "3:23: training.optimizer must be " + OPTIMIZERS + ", but was adma; did you mean 'adam'?");
        assertRefused(
                IRIS + SPACE + "search: {strategy: tpe}",
                "3:20: search.strategy must be one of evolution, random, grid, halving, but was tpe");
        assertRefused(
                SPACE + "data: {source: iris, task: regresion}",
                "2:28: data.task must be one of classification, regression, but was regresion;"
                        + " did you mean 'regression'?");
        assertRefused(
                SPACE + "data: {source: iris, columns: {id: ignored}}",
                "2:36: data.columns.id must be one of numeric, categorical, boolean, ignore, but was ignored;"
                        + " did you mean 'ignore'?");
    }

    @Test
    void ranges_must_not_be_empty() {
        assertRefused(
                IRIS + "space: {layers: 1, units: []}",
                "2:27: space.units is an empty range: a list needs at least one value");
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, activation: []}",
                "2:42: space.activation is an empty range: a list needs at least one value");
        assertRefused(
                IRIS + "space: {layers: 1, units: {min: 8, max: 4}}",
                "2:27: space.units is an empty range: min 8 > max 4");
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, dropout: {min: 50%, max: 0.1}}",
                "2:39: space.dropout is an empty range: min 0.5 > max 0.1");
    }

    @Test
    void ranges_must_be_possible() {
        assertRefused(
                IRIS + "space: {layers: {min: 0, max: 4, scale: log}, units: 4}",
                "2:23: space.layers.min must be > 0 on a log scale, but was 0");
        assertRefused(
                IRIS + "space: {layers: 1, units: {min: 1, max: 4, scale: loq}}",
                "2:51: space.units.scale must be one of linear, log, but was loq; did you mean 'log'?");
        assertRefused(
                IRIS + "space: {layers: 1, units: {min: 1, max: 4, steps: 1}}",
                "2:51: space.units.steps must be >= 2, but was 1");
        assertRefused(
                IRIS + "space: {layers: 1, units: {min: 1, max: 4, steps: 1001}}",
                "2:51: space.units.steps must be <= 1000, but was 1001");
        String reals = "2:39: space.dropout has min and max too close together, or too far apart, for 13 values";
        assertRefused(IRIS + "space: {layers: 1, units: 4, dropout: {min: 0.1, max: 0.10000000000000002}}", reals);
        assertRefused(IRIS + "space: {layers: 1, units: 4, dropout: {min: 1e-320, max: 0.5, scale: log}}", reals);
    }

    @Test
    void values_must_not_stand_twice() {
        assertRefused(IRIS + "space: {layers: 1, units: [8, 4, 8]}", "2:34: space.units has 8 twice");
        assertRefused(
                IRIS + "space: {layers: 1, units: 4, activation: [relu, relu]}",
                "2:49: space.activation has relu twice");
        assertRefused(IRIS + "space: {layers: 1, units: 4, dropout: [0.1, 10%]}", "2:45: space.dropout has 10% twice");
    }

    @Test
    void portions_must_be_possible() {
        String validation = "data.split.validation must be a number of rows, a share such as 20%, or auto, but was ";
        String test = "data.split.test must be a number of rows, a share such as 20%, official or auto, but was ";
        assertSplitRefused("{validation: official}", "2:42: " + validation + "official");
        assertSplitRefused("{validation: }", "2:41: " + validation + "empty");
        assertSplitRefused("{validation: '30'}", "2:42: " + validation + "the text \"30\"");
        assertSplitRefused("{validation: 0}", "2:42: data.split.validation must be >= 1, but was 0");
        assertSplitRefused("{validation: 1.0}", "2:42: data.split.validation must be < 1, but was 1.0");
        assertSplitRefused("{test: offical}", "2:36: " + test + "offical; did you mean 'official'?");
        assertSplitRefused("{test: -5}", "2:36: data.split.test must be >= 0, but was -5");
        assertSplitRefused("{test: [1]}", "2:36: " + test + "a list");
        assertSplitRefused(
                "{validation: 60%, test: 0.4}",
                "2:53: data.split.test must be so small that rows to train on are left beside validation, but was 0.4");
    }

    @Test
    void name_must_be_fit_for_a_folder() {
        String rule = "1:7: name must be at most 100 letters, digits, '-', '_' and single '.',"
                + " not beginning with '-' or '.', but was ";
        assertNameRefused("../x", rule + "../x");
        assertNameRefused("a..b", rule + "a..b");
        assertNameRefused(".a", rule + ".a");
        assertNameRefused("-a", rule + "-a");
        assertNameRefused("a b", rule + "a b");
        assertNameRefused("a/b", rule + "a/b");
        assertNameRefused("\u00E4", rule + "\u00E4");
        assertNameRefused("a".repeat(101), rule + "a".repeat(60) + "…");
        assertNameRefused("\"a\\nb\"", "1:7: name must be one line of text, but was the text \"a\uFFFDb\"");
        assertNameRefused("''", "1:7: name must be one line of text, but was the text \"\"");
    }

    @Test
    void epochs_are_numbers_that_ascend() {
        assertRefused(
                IRIS + SPACE + "search: {rungs: {epochs: []}}",
                "3:26: search.rungs.epochs is an empty list: it needs at least one value");
        assertRefused(
                IRIS + SPACE + "search: {rungs: {epochs: {a: 1}}}",
                "3:26: search.rungs.epochs must be an integer or a list of integers, but was a mapping");
        assertRefused(
                IRIS + SPACE + "search: {rungs: {epochs: [1, 9, 3]}}",
                "3:33: search.rungs.epochs must ascend, but has 3 behind 9");
    }

    @Test
    void target_must_not_be_ignored() {
        assertRefused(
                SPACE + "data:\n  source: iris\n  columns: {y: ignore}\n  target: y\n",
                "4:16: data.columns.y is the target and must not be ignored");
    }

    @Test
    void missing_data_are_told_of_where_they_are_named() {
        assertRefused(
                SPACE + "data:\n  source: none.csv\n",
                "3:11: data.source must be a built-in name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor), a"
                        + " CSV file or a folder with IDX files, but was 'none.csv' and none.csv does not exist; say where it lies with --data PATH");
    }

    @Test
    void all_problems_of_a_file_are_told_from_its_top() {
        assertThat(file.refusal("search: {seed: x}\nspace: {layers: 99}\ndata: {}\nname: '/'\n"))
                .startsWith("""
                        x.yaml:1:16: search.seed must be an integer, but was x
                        x.yaml:2:17: space.layers must be <= 16, but was 99
                        x.yaml:3:1: data.source is required
                        x.yaml:4:7: name must\
                        """)
                .hasLineCount(4);
    }

    @Test
    void at_most_twenty_problems_are_told() {
        String keys = IntStream.range(0, 25).mapToObj(i -> "zzz" + i + ": 1\n").collect(Collectors.joining());
        assertThat(file.refusal(IRIS + SPACE + keys)).hasLineCount(21).endsWith("\n... and 5 more");
    }

    @Test
    void duplicate_keys_are_told_among_all_other_problems() {
        String yaml = "search: {seed: x, seed: y}\nspace: {layers: 99}\nname: a\nname: /\n";
        assertThat(file.refusal(IRIS + yaml)).isEqualTo("""
                        x.yaml:2:16: search.seed must be an integer, but was x
                        x.yaml:2:19: duplicate key search.seed, first in line 2
                        x.yaml:3:17: space.layers must be <= 16, but was 99
                        x.yaml:5:1: duplicate key name, first in line 4\
                        """);
    }

    @Test
    void at_most_twenty_duplicate_keys_are_told() {
        assertThat(file.refusal(IRIS + SPACE + "name: a\n".repeat(26)))
                .hasLineCount(21)
                .endsWith("\n... and 5 more");
    }

    @Test
    void a_wrong_scale_leaves_the_ends_of_its_range_alone() {
        assertRefused(
                IRIS + "space: {layers: 1, units: {scale: loq, min: x, max: 4}}",
                "2:35: space.units.scale must be one of linear, log, but was loq; did you mean 'log'?\n"
                        + "x.yaml:2:45: space.units.min must be an integer, but was x");
    }

    @Test
    void all_problems_of_a_file_are_collected() {
        Problems problems = new Problems();
        Node.Mapping document = YamlTree.read(new SourceText("x.yaml", "banana: 1\na: {cherry: 2}\nd: 3\n"), problems);
        Section root = Section.root(document, problems, "a", "d");
        root.find("d", Value::text);
        root.section("a", "e").require("e", "", Value::text);
        assertThat(problems.inDocumentOrder())
                .extracting(Problem::getMessage)
                .containsExactly(
                        "unknown key banana (allowed: a, d)", "a.e is required", "unknown key a.cherry (allowed: e)");
    }

    private void assertRefused(String yaml, String message) {
        assertThat(file.refusal(yaml)).isEqualTo("x.yaml:" + message);
    }

    private void assertSplitRefused(String split, String message) {
        assertRefused(SPACE + "data: {source: iris, split: " + split + "}", message);
    }

    private void assertNameRefused(String name, String message) {
        assertRefused("name: " + name + "\n" + IRIS + SPACE, message);
    }
}
