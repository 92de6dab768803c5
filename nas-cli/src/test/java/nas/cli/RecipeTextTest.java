package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import nas.space.Clipping;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import org.junit.jupiter.api.Test;

class RecipeTextTest {
    @Test
    void what_is_usual_is_not_told() {
        assertThat(RecipeText.of(new Recipe(Optimizer.ADAM, 0.01, 16).withSchedule(Schedule.COSINE)))
                .isEqualTo("adam 0.01, cosine, batch size 16");
    }

    @Test
    void all_else_is() {
        Recipe recipe = new Recipe(Optimizer.NESTEROV, 0.1, 32)
                .withLoss(Loss.HUBER)
                .withInitialisation(Initialisation.HE_UNIFORM)
                .withRegularisation(new Regularisation(0.1, 0.2, 0.3))
                .withClipping(new Clipping(Clipping.Kind.NORM, 5))
                .withPatience(3);
        assertThat(RecipeText.of(recipe))
                .isEqualTo("nesterov 0.1, momentum 0.9, constant, batch size 32, huber, he_uniform, l1 0.1, l2 0.2, "
                        + "weight decay 0.3, clipping by norm 5.0, patience 3");
    }
}
