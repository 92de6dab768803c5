package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static final TargetEncoding TARGET = new TargetEncoding.Classes(List.of("a", "b"));
    private static final ColumnEncoding AGE =
            new ColumnEncoding.Numeric("age", 30, new Standardisation(40, 10), -4, 4, true);
    private static final ColumnEncoding COLOUR =
            new ColumnEncoding.Levels("colour", List.of("blue", "red"), true, true);
    private static final ColumnEncoding SEX = new ColumnEncoding.Flag("sex", "Female", "Male");

    @Test
    void columns_become_inputs_one_after_another() {
        Preprocessing preprocessing = preprocessing(AGE, COLOUR, SEX);
        assertThat(preprocessing.inputs().count()).isEqualTo(7);
        assertThat(preprocessing.inputs().names())
                .containsExactly(
                        "age",
                        "age=(missing)",
                        "colour=blue",
                        "colour=red",
                        "colour=(other)",
                        "colour=(missing)",
                        "sex=Male");
        assertThat(preprocessing.encode(List.of("55", "red", "Male"))).containsExactly(1.5f, 0, 0, 1, 0, 0, 1);
    }

    @Test
    void blanks_around_cells_do_not_count() {
        assertThat(preprocessing(AGE, COLOUR).encode(List.of(" 50 ", "\tblue ")))
                .containsExactly(1, 0, 1, 0, 0, 0);
    }

    @Test
    void missing_number_becomes_the_median_and_is_told() {
        for (String cell : List.of("", "?", "NA", "NaN", " ? ")) {
            assertThat(preprocessing(AGE).encode(List.of(cell))).containsExactly(-1, 1);
        }
    }

    @Test
    void number_far_outside_is_bounded() {
        assertThat(preprocessing(AGE).encode(List.of("1e300"))).containsExactly(4, 0);
        assertThat(preprocessing(AGE).encode(List.of("-90"))).containsExactly(-4, 0);
    }

    @Test
    void text_in_a_number_is_refused() {
        Preprocessing preprocessing = preprocessing(AGE);
        assertThatThrownBy(() -> preprocessing.encode(List.of("old")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age must be a finite number, but was 'old'");
        assertThatThrownBy(() -> preprocessing.encode(List.of("1e999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age must be a finite number, but was '1e999'");
    }

    @Test
    void level_that_was_never_seen_is_another_one() {
        assertThat(preprocessing(COLOUR).encode(List.of("mauve"))).containsExactly(0, 0, 1, 0);
        assertThat(preprocessing(COLOUR).encode(List.of("(other)"))).containsExactly(0, 0, 1, 0);
        assertThat(preprocessing(COLOUR).encode(List.of("?"))).containsExactly(0, 0, 0, 1);
    }

    @Test
    void level_that_was_never_seen_is_none_where_there_are_no_others() {
        ColumnEncoding levels = new ColumnEncoding.Levels("colour", List.of("blue", "red"), false, false);
        assertThat(preprocessing(levels).encode(List.of("mauve"))).containsExactly(0, 0);
        assertThat(preprocessing(levels).encode(List.of(""))).containsExactly(0, 0);
    }

    @Test
    void flag_is_half_where_it_is_unknown() {
        Preprocessing preprocessing = preprocessing(SEX);
        assertThat(preprocessing.encode(List.of("Female"))).containsExactly(0);
        assertThat(preprocessing.encode(List.of("Male"))).containsExactly(1);
        assertThat(preprocessing.encode(List.of("x"))).containsExactly(0.5f);
        assertThat(preprocessing.encode(List.of("?"))).containsExactly(0.5f);
    }

    @Test
    void standardised_numbers_lead_back() {
        Standardisation standardisation = new Standardisation(150.05, 76.18);
        assertThat(standardisation.invert(standardisation.apply(233))).isCloseTo(233, within(1e-4));
    }

    @Test
    void standardisation_that_gives_no_number_is_refused() {
        assertThatThrownBy(() -> new Standardisation(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean must be finite, but was NaN");
        assertThatThrownBy(() -> new Standardisation(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deviation must be finite and > 0, but was 0.0");
    }

    @Test
    void encodings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new ColumnEncoding.Numeric("x", Double.NaN, Standardisation.NONE, 0, 1, false))
                .hasMessage("fill must be finite, but was NaN");
        assertThatThrownBy(() -> new ColumnEncoding.Numeric("x", 0, Standardisation.NONE, 1, 0, false))
                .hasMessage("least and most must be finite and in order, but were 1.0 and 0.0");
        assertThatThrownBy(() -> new ColumnEncoding.Levels("x", List.of("a", "a"), false, false))
                .hasMessage("levels must differ, but were [a, a]");
        assertThatThrownBy(() -> new ColumnEncoding.Flag("x", "a", "a"))
                .hasMessage("levels must differ, but both were a");
    }

    @Test
    void row_of_another_length_is_refused() {
        Preprocessing preprocessing = Preprocessing.none(3, TARGET);
        assertThatThrownBy(() -> preprocessing.encode(List.of("1", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row must have 3 cells, but has 2");
    }

    @Test
    void images_have_no_cells() {
        Preprocessing preprocessing = new Preprocessing(new InputEncoding.Pixels(2, Standardisation.NONE), TARGET);
        assertThat(preprocessing.inputs().names()).containsExactly("pixel0", "pixel1");
        assertThatThrownBy(() -> preprocessing.encode(List.of("1", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("images have no cells");
    }

    private static Preprocessing preprocessing(ColumnEncoding... columns) {
        return new Preprocessing(new InputEncoding.Columns(List.of(columns), MissingCells.DEFAULT.words()), TARGET);
    }
}
