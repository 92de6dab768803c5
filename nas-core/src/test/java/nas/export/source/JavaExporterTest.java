package nas.export.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.Preprocessing;
import nas.export.ExportFixtures;
import nas.export.Winner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaExporterTest {
    /** Names of what some program may use, and of what {@code java.lang} has. */
    private static final List<String> NAMES = List.of(
            "Activation",
            "Arrays",
            "AutoCloseable",
            "Base64",
            "Byte",
            "Character",
            "Class",
            "Collectors",
            "Column",
            "Comparable",
            "Double",
            "Enum",
            "Float",
            "Integer",
            "Iterable",
            "Math",
            "Object",
            "Output",
            "Parameters",
            "Prediction",
            "Record",
            "Set",
            "Stream",
            "String",
            "StringBuilder",
            "System",
            "Throwable",
            "java",
            "main",
            "predict",
            "util",
            "x");

    @TempDir
    Path temporary;

    @Test
    void a_file_is_there_alone_once_it_was_compiled_and_run() throws IOException {
        Path output = temporary.resolve("Winner.java");

        List<String> told =
                new JavaExporter().write(ExportFixtures.named("linear").winner(), output);

        assertThat(told)
                .singleElement()
                .asString()
                .matches(
                        "Winner\\.java: compiled and run on 256 made-up rows; largest difference to the network \\d\\.\\de-0[6-9]");
        assertThat(files()).containsExactly(output);
        assertThat(Files.readString(output)).isASCII();
    }

    @Test
    void a_java_without_compiler_writes_the_same_and_says_that_it_did_not_run_it() throws IOException {
        Winner winner = ExportFixtures.named("numbers").winner();
        Path output = temporary.resolve("Winner.java");
        new JavaExporter().write(winner, output);
        String checked = Files.readString(output);

        assertThat(new JavaExporter(null).write(winner, output))
                .containsExactly("Winner.java: not compiled and not run, as this Java has no compiler");
        assertThat(output).hasContent(checked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "winner",
                "Winner.txt",
                ".java",
                "1st.java",
                "class.java",
                "record.java",
                "a-b.java",
                "Winner.JAVA"
            })
    void a_name_that_no_class_has_is_refused(String name) throws IOException {
        assertThatThrownBy(() -> write(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--output must name a Java class such as Winner.java, but was '" + name + "'");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.java",
                "Prediction.java",
                "Layer.java",
                "List.java",
                "Override.java",
                "Math.java",
                "Arrays.java",
                "Byte.java",
                "java.java",
                "values.java"
            })
    void a_name_of_a_class_that_the_program_uses_is_refused(String name) throws IOException {
        assertThatThrownBy(() -> write(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--output must name a Java class such as Winner.java, but was '" + name
                        + "', a name that the program has another use for");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java.java", "$.java", "winner.java", "Object.java", "Block1.java"})
    void other_names_are_good(String name) {
        assertThat(write(name)).hasSize(1);
    }

    static Stream<ExportFixtures.Trained> winners() {
        return ExportFixtures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("winners")
    void a_program_of_any_name_compiles_or_is_refused(ExportFixtures.Trained trained) {
        for (String name : NAMES) {
            String outcome = outcome(trained.winner(), name);
            assertThat(outcome)
                    .as(name)
                    .matches(Pattern.quote(name + ".java: compiled and run on ") + ".*|"
                            + Pattern.quote("--output must name a Java class such as Winner.java, but was '" + name
                                    + ".java', a name that the program has another use for"));
        }
    }

    private String outcome(Winner winner, String name) {
        try {
            return new JavaExporter()
                    .write(winner, temporary.resolve(name + ".java"))
                    .get(0);
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void names_are_refused_where_lists_have_classes_of_their_own() {
        Winner wide = JavaFixtures.untrained(3_000, 2, 2);
        assertThat(outcome(wide, "Block1")).contains("a name that the program has another use for");
        assertThat(outcome(wide, "Stream")).contains("a name that the program has another use for");
    }

    private List<String> write(String name) {
        return new JavaExporter().write(ExportFixtures.named("images").winner(), temporary.resolve(name));
    }

    @Test
    void an_existing_file_survives_what_does_not_agree() throws IOException {
        Winner winner = ExportFixtures.named("linear").winner();
        float[] parameters = winner.parameters().toArray();
        parameters[0] = Float.NaN;
        Path output = Files.writeString(temporary.resolve("Winner.java"), "kept");

        assertThatThrownBy(() -> new JavaExporter().write(JavaFixtures.withParameters(winner, parameters), output))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Winner.java must predict what the network says, but does not on 256 made-up rows;"
                        + " largest difference NaN");
        assertThat(output).hasContent("kept");
        assertThat(files()).containsExactly(output);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    @Test
    void a_network_of_a_million_parameters_is_exported() throws Exception {
        Path output = temporary.resolve("Large.java");

        List<String> told = new JavaExporter().write(JavaFixtures.untrained(1000, 1000, 10), output);

        System.out.println(told);
        JavaProgram program = JavaProgram.of(output);
        assertThat(program.warnings()).isEmpty();
        assertThat(typed(program)).isEmpty();
    }

    @Test
    void a_deep_network_of_large_weights_is_exported_though_the_network_itself_rounds() {
        Winner winner = JavaFixtures.deep();

        List<String> told = new JavaExporter().write(winner, temporary.resolve("Deep.java"));

        assertThat(told)
                .singleElement()
                .asString()
                .matches("Deep\\.java: compiled and run on 256 made-up rows;"
                        + " largest difference to the network \\d\\.\\de-0[4-6]");
    }

    @Test
    void lists_that_no_method_has_room_for_are_exported() throws Exception {
        Path output = temporary.resolve("Wide.java");

        new JavaExporter().write(JavaFixtures.untrained(3_000, 2, 9_000), output);

        JavaProgram program = JavaProgram.of(output);
        assertThat(program.constant("CLASSES")).isEqualTo(Preprocessing.numbered("class ", 9_000));
        assertThat(program.constant("NUMBERS")).isEqualTo(Preprocessing.numbered("x", 3_000));
    }

    @Test
    void other_programs_give_a_value_for_each_column() throws Exception {
        JavaProgram program = exported("number");
        Method arrays = program.type().getMethod("predict", double[].class, String[].class);

        Object one = typed(program).orElseThrow().invoke(null, 1.5, 2e-4, " tall ", null, 1e9, 1960, Double.NaN, "no");
        Object other =
                arrays.invoke(null, new double[] {1.5, 2e-4, 1e9, 1960, Double.NaN}, new String[] {"tall", "?", "no"});

        assertThat(value(one)).isEqualTo(value(other)).isFinite();
    }

    @Test
    void as_many_columns_as_a_method_has_parameters_have_one_each() throws Exception {
        Path output = temporary.resolve("Some.java");
        new JavaExporter().write(JavaFixtures.untrained(127, 2, 2), output);
        assertThat(typed(JavaProgram.of(output))).isPresent();
    }

    @Test
    void other_programs_learn_which_number_is_none() throws Exception {
        Method arrays = exported("number").type().getMethod("predict", double[].class, String[].class);

        assertThatThrownBy(
                        () -> arrays.invoke(null, new double[] {1, 2, 3, Double.NEGATIVE_INFINITY, 5}, new String[3]))
                .hasRootCauseMessage("'year' must be a finite number, but was -Infinity");
        assertThatThrownBy(() -> arrays.invoke(null, new double[4], new String[3]))
                .hasRootCauseMessage("row must have 5 numbers and 3 texts, but has 4 and 3");
    }

    private JavaProgram exported(String name) throws Exception {
        Path output = temporary.resolve("Winner.java");
        new JavaExporter().write(ExportFixtures.named(name).winner(), output);
        return JavaProgram.of(output);
    }

    private static Optional<Method> typed(JavaProgram program) {
        return Arrays.stream(program.type().getMethods())
                .filter(method -> method.getName().equals("predict") && method.getParameterCount() > 2)
                .findFirst();
    }

    private static double value(Object prediction) throws ReflectiveOperationException {
        return (double) prediction.getClass().getMethod("value").invoke(prediction);
    }
}
