package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static final TargetEncoding TARGET = new TargetEncoding.Classes(List.of("a", "b"));

    @Test
    void columns_are_standardised_one_by_one() {
        InputEncoding columns =
                new InputEncoding.Columns(List.of(new Standardisation(10, 2), new Standardisation(-1, 0.5)));
        Preprocessing preprocessing = new Preprocessing(List.of("x", "y"), columns, TARGET);
        assertThat(preprocessing.apply(new double[] {14, -1.25})).containsExactly(2, -0.5f);
    }

    @Test
    void pixels_are_standardised_alike() {
        InputEncoding pixels = new InputEncoding.Pixels(new Standardisation(100, 50));
        Preprocessing preprocessing = new Preprocessing(List.of("pixel0", "pixel1"), pixels, TARGET);
        assertThat(preprocessing.apply(new double[] {0, 200})).containsExactly(-2, 2);
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
    void names_and_columns_are_equally_many() {
        assertThatThrownBy(() -> new Preprocessing(List.of("x"), new InputEncoding.Columns(List.of()), TARGET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputNames must be as many as standardised columns, but were 1 and 0");
    }

    @Test
    void row_of_another_length_is_refused() {
        Preprocessing preprocessing = Preprocessing.none(3, TARGET);
        assertThatThrownBy(() -> preprocessing.apply(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row must have 3 inputs, but has 2");
    }
}
