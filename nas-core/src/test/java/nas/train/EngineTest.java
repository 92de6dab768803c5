package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;
import nas.train.Engine.Obstacle;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Recipe HUBER = Recipe.DEFAULT.withLoss(Loss.HUBER);

    @Test
    void each_engine_names_what_it_does_not_cover() {
        assertThat(Engine.BLAS.obstacle(genome(Activation.RRELU, HUBER)).map(Obstacle::words))
                .contains("activation rrelu");
        assertThat(Engine.BLAS.obstacle(genome(Activation.PRELU, HUBER)).map(Obstacle::words))
                .contains("activation prelu");
        assertThat(Engine.BLAS.obstacle(normalised()).map(Obstacle::words)).contains("batch_norm true");
        assertThat(Engine.BLAS.obstacle(genome(Activation.RELU, HUBER))).isEmpty();
        assertThat(Engine.DL4J.obstacle(genome(Activation.RRELU, HUBER))).isEmpty();
        assertThat(Engine.DL4J.obstacle(normalised())).isEmpty();
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
        assertThat(EngineChoice.BLAS.obstacle(normalised(0, 2))).contains(new Obstacle("space.batch_norm", "true"));
        assertThat(EngineChoice.BLAS.obstacle(normalised(0, 0))).isEmpty();
        assertThat(EngineChoice.AUTO.obstacle(normalised(1, 2))).isEmpty();
        assertThat(EngineChoice.AUTO.resolved(normalised(1, 2))).isEqualTo("dl4j");
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

    private static Genome normalised() {
        HiddenLayer layer = new HiddenLayer(4, Activation.RELU, 0).withBatchNorm(true);
        return new Genome(new Architecture(List.of(layer)), Recipe.DEFAULT);
    }

    /** A space of which every network that has hidden layers is normalised. */
    private static SearchSpace normalised(int least, int most) {
        ArchitectureSpace plain =
                space(least, most, Recipe.DEFAULT, Activation.RELU).architectures();
        return new SearchSpace(
                new ArchitectureSpace(
                        plain.depths(),
                        plain.widths(),
                        plain.activations(),
                        false,
                        plain.dropouts(),
                        plain.dropoutKinds(),
                        Ladder.of(true)),
                RecipeSpace.of(Recipe.DEFAULT));
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
