package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void only_nesterov_has_momentum(Optimizer optimizer) {
        double expected = optimizer == Optimizer.NESTEROV ? 0.9 : 0;
        assertThat(new Recipe(optimizer, 0.1, 1).momentum()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void momentum_of_nesterov_lies_between_0_and_1(double momentum) {
        assertThatThrownBy(() -> recipe(Optimizer.NESTEROV, momentum))
                .hasMessage("momentum must be > 0 and < 1 for nesterov and 0 for others, but was " + (momentum + 0.0));
    }

    @Test
    void momentum_of_others_is_refused() {
        assertThatThrownBy(() -> recipe(Optimizer.ADAM, 0.9))
                .hasMessage("momentum must be > 0 and < 1 for nesterov and 0 for others, but was 0.9");
        assertThat(recipe(Optimizer.ADAM, -0.0)).isEqualTo(recipe(Optimizer.ADAM, 0));
    }

    @Test
    void a_copy_differs_in_one_part_only() {
        Regularisation decay = new Regularisation(0, 0, 0.01);
        Clipping norm = new Clipping(Clipping.Kind.NORM, 1);
        Recipe recipe = Recipe.DEFAULT
                .withSchedule(Schedule.COSINE)
                .withLoss(Loss.MSE)
                .withRegularisation(decay)
                .withClipping(norm)
                .withInitialisation(Initialisation.HE_NORMAL)
                .withPatience(3);
        assertThat(recipe)
                .isEqualTo(new Recipe(
                        Optimizer.ADAM,
                        0,
                        1e-3,
                        Schedule.COSINE,
                        128,
                        Loss.MSE,
                        Initialisation.HE_NORMAL,
                        decay,
                        norm,
                        3));
    }

    @Test
    void strengths_of_regularisation_are_finite_and_never_negative() {
        assertThatThrownBy(() -> new Regularisation(-1, 0, 0)).hasMessage("l1 must be >= 0, but was -1.0");
        assertThatThrownBy(() -> new Regularisation(0, Double.NaN, 0)).hasMessage("l2 must be >= 0, but was NaN");
        assertThatThrownBy(() -> new Regularisation(0, 0, Double.POSITIVE_INFINITY))
                .hasMessage("weight decay must be >= 0, but was Infinity");
        assertThat(new Regularisation(-0.0, -0.0, -0.0)).isEqualTo(Regularisation.NONE);
        assertThat(Regularisation.NONE.isNone()).isTrue();
        assertThat(new Regularisation(0, 0, 1).isNone()).isFalse();
    }

    @Test
    void a_clipping_has_a_threshold_exactly_where_it_clips() {
        String rule = "clipping threshold must be > 0, or 0 for no clipping, but was ";
        assertThatThrownBy(() -> new Clipping(Clipping.Kind.VALUE, 0)).hasMessage(rule + "0.0");
        assertThatThrownBy(() -> new Clipping(Clipping.Kind.NORM, Double.NaN)).hasMessage(rule + "NaN");
        assertThatThrownBy(() -> new Clipping(Clipping.Kind.NONE, 1)).hasMessage(rule + "1.0");
        assertThat(new Clipping(Clipping.Kind.NONE, -0.0)).isEqualTo(Clipping.NONE);
    }

    private static Recipe recipe(Optimizer optimizer, double momentum) {
        return new Recipe(
                optimizer,
                momentum,
                0.1,
                Schedule.CONSTANT,
                1,
                Loss.AUTO,
                Initialisation.AUTO,
                Regularisation.NONE,
                Clipping.NONE,
                0);
    }
}
