package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.train.Engine.Obstacle;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Recipe HUBER = Recipe.DEFAULT.withLoss(Loss.HUBER);

    @Test
    void each_engine_names_what_it_does_not_cover() {
        assertThat(Engine.BLAS.obstacle(genome(Activation.RRELU, HUBER)).map(Obstacle::words))
                .contains("activation rrelu");
        assertThat(Engine.DL4J.obstacle(genome(Activation.RRELU, HUBER)).map(Obstacle::words))
                .contains("loss huber");
        assertThat(Engine.BLAS.obstacle(genome(Activation.RELU, HUBER))).isEmpty();
        assertThat(Engine.DL4J.obstacle(genome(Activation.RRELU, Recipe.DEFAULT)))
                .isEmpty();
    }

    @Test
    void auto_takes_blas_where_it_can() {
        assertThat(EngineChoice.AUTO.engine(genome(Activation.RELU, HUBER))).isEqualTo(Engine.BLAS);
        assertThat(EngineChoice.AUTO.engine(genome(Activation.RRELU, Recipe.DEFAULT)))
                .isEqualTo(Engine.DL4J);
        assertThat(EngineChoice.DL4J.engine(genome(Activation.RELU, Recipe.DEFAULT)))
                .isEqualTo(Engine.DL4J);
        assertThat(EngineChoice.BLAS.engine(genome(Activation.RELU, Recipe.DEFAULT)))
                .isEqualTo(Engine.BLAS);
    }

    @Test
    void an_obstacle_of_a_space_is_that_of_some_genome_in_it() {
        SearchSpace both = space(0, 2, Recipe.DEFAULT, Activation.RELU, Activation.RRELU);
        assertThat(EngineChoice.BLAS.obstacle(both)).contains(new Obstacle("space.activation", "rrelu"));
        assertThat(EngineChoice.DL4J.obstacle(both)).isEmpty();
        assertThat(EngineChoice.AUTO.obstacle(both)).isEmpty();
        assertThat(EngineChoice.BLAS.obstacle(space(0, 0, Recipe.DEFAULT, Activation.RRELU)))
                .isEmpty();
        assertThat(EngineChoice.DL4J.obstacle(space(0, 2, HUBER, Activation.RELU)))
                .contains(new Obstacle("training.loss", "huber"));
        assertThat(EngineChoice.AUTO.obstacle(space(1, 2, HUBER, Activation.RRELU)))
                .contains(new Obstacle("training.loss", "huber"));
    }

    @Test
    void auto_is_resolved_where_one_engine_trains_the_whole_space() {
        assertThat(EngineChoice.AUTO.resolved(space(0, 2, Recipe.DEFAULT, Activation.RELU)))
                .isEqualTo("blas");
        assertThat(EngineChoice.AUTO.resolved(space(0, 0, Recipe.DEFAULT, Activation.RRELU)))
                .isEqualTo("blas");
        assertThat(EngineChoice.AUTO.resolved(space(1, 2, Recipe.DEFAULT, Activation.RRELU)))
                .isEqualTo("dl4j");
        assertThat(EngineChoice.AUTO.resolved(space(0, 2, Recipe.DEFAULT, Activation.RRELU)))
                .isEqualTo("auto");
        assertThat(EngineChoice.AUTO.resolved(space(1, 2, Recipe.DEFAULT, Activation.RELU, Activation.RRELU)))
                .isEqualTo("auto");
        assertThat(EngineChoice.DL4J.resolved(space(0, 2, Recipe.DEFAULT, Activation.RELU)))
                .isEqualTo("dl4j");
    }

    private static Genome genome(Activation activation, Recipe recipe) {
        return new Genome(new Architecture(List.of(new HiddenLayer(4, activation, 0))), recipe);
    }

    private static SearchSpace space(int least, int most, Recipe recipe, Activation... activations) {
        return new SearchSpace(
                Ladder.integers(least, most, Ladder.Scale.LINEAR),
                new Ladder<>(List.of(4)),
                new Ladder<>(List.of(activations)),
                new Ladder<>(List.of(0.0)),
                recipe);
    }
}
