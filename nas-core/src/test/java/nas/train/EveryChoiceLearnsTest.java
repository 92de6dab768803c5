package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nas.data.Dataset;
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
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every choice, one at a time, learns in 240 steps what it must, with the engine that searches train it with. What both
 * cover they train alike, as other tests show.
 */
class EveryChoiceLearnsTest {
    private static final int EPOCHS = 30;
    private static final int BATCH = 32;

    /** 240 rows to train on: eight steps an epoch. */
    private static final Dataset NUMBERS = SmallData.difference(400);

    private static final Dataset CLASSES = SmallData.halves(400);

    private static final Recipe ADAM = new Recipe(Optimizer.ADAM, 0.01, BATCH);

    static Stream<Arguments> choices() {
        List<Genome> genomes = new ArrayList<>();
        layers().map(layer -> genome(layer, ADAM)).forEach(genomes::add);
        recipes().map(recipe -> genome(layer(Activation.TANH), recipe)).forEach(genomes::add);
        genomes.add(new Genome(Architecture.LINEAR, ADAM));
        return genomes.stream().map(genome -> arguments(genome, EngineChoice.AUTO.engine(genome)));
    }

    private static Stream<HiddenLayer> layers() {
        HiddenLayer tanh = layer(Activation.TANH);
        return Stream.concat(
                Arrays.stream(Activation.values()).map(EveryChoiceLearnsTest::layer),
                Stream.of(
                        tanh.withBatchNorm(true),
                        layer(Activation.PRELU).withBatchNorm(true),
                        new HiddenLayer(12, Activation.RELU, 0.2),
                        new HiddenLayer(12, Activation.RELU, 0.2, DropoutKind.ALPHA, false),
                        new HiddenLayer(12, Activation.SELU, 0.1),
                        new HiddenLayer(12, Activation.SELU, 0.2, DropoutKind.STANDARD, false)));
    }

    private static Stream<Recipe> recipes() {
        return Stream.of(
                        Arrays.stream(Optimizer.values()).map(EveryChoiceLearnsTest::withRateOf),
                        Arrays.stream(Schedule.values()).map(ADAM.withLearningRate(0.03)::withSchedule),
                        Arrays.stream(Initialisation.values()).map(ADAM::withInitialisation),
                        Stream.of(
                                ADAM.withRegularisation(new Regularisation(1e-4, 0, 0)),
                                ADAM.withRegularisation(new Regularisation(0, 1e-3, 0)),
                                ADAM.withRegularisation(new Regularisation(0, 0, 0.01)),
                                ADAM.withClipping(new Clipping(Clipping.Kind.VALUE, 0.1)),
                                ADAM.withClipping(new Clipping(Clipping.Kind.NORM, 0.5)),
                                ADAM.withPatience(5)))
                .flatMap(each -> each);
    }

    private static Recipe withRateOf(Optimizer optimizer) {
        return new Recipe(optimizer, optimizer == Optimizer.SGD ? 0.3 : 0.03, BATCH);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void numbers_are_learnt(Genome genome, Engine engine) {
        assertThat(shareLeft(NUMBERS, genome, engine)).isLessThan(0.5);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void classes_are_learnt(Genome genome, Engine engine) {
        assertThat(shareLeft(CLASSES, genome, engine)).isLessThan(0.5);
    }

    static Stream<Arguments> losses() {
        return Stream.of(Loss.values())
                .flatMap(loss -> Stream.of(Engine.values()).map(engine -> arguments(loss, engine)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void every_loss_brings_down_the_one_that_is_reported(Loss loss, Engine engine) {
        Dataset data = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY ? CLASSES : NUMBERS;
        Genome genome = genome(layer(Activation.TANH), ADAM.withLoss(loss));
        assertThat(shareLeft(data, genome, engine)).isLessThan(0.5);
    }

    /** Returns which share of the constant prediction's loss is left. */
    private static double shareLeft(Dataset data, Genome genome, Engine engine) {
        Trial trial = new Trial(genome, new Budget(EPOCHS), 3, Fold.VALIDATION);
        try (EngineRunner runner = new EngineRunner(data, EngineChoice.valueOf(engine.name()))) {
            TrialResult result = runner.run(TrialRequest.of(trial), Abandonment.NEVER);
            Measures measures = result.measures().orElseThrow();
            return measures.loss() / measures.constantLoss();
        }
    }

    private static HiddenLayer layer(Activation activation) {
        return new HiddenLayer(12, activation, 0);
    }

    private static Genome genome(HiddenLayer layer, Recipe recipe) {
        return new Genome(new Architecture(List.of(layer)), recipe);
    }
}
