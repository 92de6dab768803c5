package nas.export.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "year, year",
        "petal length (cm), petalLengthCm",
        "sepal_width, sepalWidth",
        "SepalWidth, sepalWidth",
        "BMI, bmi",
        "class, class_",
        "größe, grosse",
        "2nd, column2nd",
        "'日本', column1",
        "_, column1",
        "null, null_"
    })
    void a_parameter_is_called_like_its_column(String column, String name) {
        assertThat(JavaNames.parameters(List.of(column))).containsExactly(name);
    }

    @Test
    void no_two_parameters_have_the_same_name() {
        assertThat(JavaNames.parameters(List.of("a b", "a-b", "aB_2", "aB", "aB 2")))
                .doesNotHaveDuplicates()
                .startsWith("aB", "aB_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Winner", "winner", "_1", "Größe", "$"})
    void a_class_can_be_called_by_any_identifier(String name) {
        assertThat(JavaNames.isClass(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1st",
                "a.b",
                "a-b",
                "class",
                "true",
                "null",
                "var",
                "record",
                "yield",
                "_",
                "a b",
                "a;",
                "Win\u200dner"
            })
    void a_class_cannot_be_called_by_a_word_of_the_language(String name) {
        assertThat(JavaNames.isClass(name)).isFalse();
    }
}
