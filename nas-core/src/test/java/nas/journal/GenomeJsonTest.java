package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Clipping;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenomeJsonTest {
    private static final Recipe FULL = new Recipe(
            Optimizer.NESTEROV,
            0.8,
            0.1,
            Schedule.ONE_CYCLE,
            32,
            Loss.BINARY_CROSS_ENTROPY,
            Initialisation.HE_UNIFORM,
            new Regularisation(1e-5, 1e-4, 0.01),
            new Clipping(Clipping.Kind.NORM, 0.5),
            7);

    @ParameterizedTest
    @MethodSource("genomes")
    void what_was_written_is_read(Genome genome) throws IOException {
        String text =
                GenomeJson.write(genome, JsonNodeFactory.instance.objectNode()).toString();
        assertThat(GenomeJson.read(new ObjectMapper().readTree(text))).isEqualTo(genome);
    }

    static Stream<Genome> genomes() {
        HiddenLayer layer = new HiddenLayer(3, Activation.SOFTPLUS, 0.25);
        HiddenLayer alpha = new HiddenLayer(3, Activation.PRELU, 0.25, DropoutKind.ALPHA, true);
        return Stream.of(
                new Genome(Architecture.LINEAR, Recipe.DEFAULT),
                new Genome(new Architecture(List.of(layer, layer)), FULL),
                new Genome(new Architecture(List.of(alpha, alpha.withUnits(5))), Recipe.DEFAULT));
    }

    @Test
    void every_part_of_a_recipe_is_written() {
        assertThat(RecipeJson.write(FULL))
                .hasToString("{\"optimizer\":\"nesterov\",\"momentum\":0.8,\"learningRate\":0.1,"
                        + "\"schedule\":\"one_cycle\",\"batchSize\":32,\"loss\":\"binary_cross_entropy\","
                        + "\"l1\":1.0E-5,\"l2\":1.0E-4,\"weightDecay\":0.01,"
                        + "\"clipping\":{\"kind\":\"norm\",\"threshold\":0.5},"
                        + "\"initialisation\":\"he_uniform\",\"patience\":7}");
    }

    @Test
    void parts_that_are_absent_are_the_default() throws IOException {
        assertThat(read("{\"optimizer\":\"nesterov\",\"learningRate\":0.1,\"batchSize\":32}"))
                .isEqualTo(new Recipe(Optimizer.NESTEROV, 0.1, 32));
    }

    @Test
    void recipes_of_the_first_journals_are_read() throws IOException {
        assertThat(read("{\"optimizer\":\"adam\",\"learningRate\":0.001,\"batchSize\":128}"))
                .isEqualTo(Recipe.DEFAULT);
    }

    @Test
    void a_word_that_is_none_is_refused() {
        assertThatThrownBy(() -> read("{\"optimizer\":\"adagrad\",\"learningRate\":0.1,\"batchSize\":32}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("optimizer must be one of sgd, nesterov, adam, nadam, rmsprop, adamax, but was 'adagrad'");
    }

    private static Recipe read(String json) throws IOException {
        return RecipeJson.read(new ObjectMapper().readTree(json));
    }
}
