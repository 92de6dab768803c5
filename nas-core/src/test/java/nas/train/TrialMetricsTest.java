package nas.train;

import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.data.ClassWeighting;
import nas.data.ClassWeights;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding.Output;
import nas.data.Targets;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of whole trials, with each engine: they agree with what the trials say of their rows. */
class TrialMetricsTest {
    private static final Dataset RINGS = SmallData.rings(400);
    private static final Dataset WEIGHTED = weighted();
    private static final Dataset PAIRS = pairs();

    static Stream<Arguments> enginesAndLosses() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY)
                        .map(loss -> Arguments.of(engine, loss)));
    }

    @ParameterizedTest
    @MethodSource("enginesAndLosses")
    void metrics_of_classes_follow_from_the_predictions(Engine engine, Loss loss) {
        TrialResult result = run(engine, RINGS, loss);
        Measures measures = result.measures().orElseThrow();
        int[] rows = RINGS.split().validation();
        float[] said = result.detail(Detail.PREDICTIONS).orElseThrow().toArray();
        ClassMetrics expected = new ClassMetrics((Targets.Classes) RINGS.targets(), rows, said);
        assertThat(measures.metrics().keySet()).containsExactly("balancedAccuracy", "rocAuc", "f1", "logLoss");
        assertThat(measures.metrics().get(Measures.BALANCED_ACCURACY))
                .isEqualTo(expected.balancedAccuracy().orElseThrow());
        assertThat(measures.metrics().get(Measures.ROC_AUC))
                .isEqualTo(expected.rocAuc(said).orElseThrow());
        assertThat(measures.metrics().get(Measures.F1)).isEqualTo(expected.f1().orElseThrow());
        assertThat(measures.metrics().get(Measures.LOG_LOSS)).isEqualTo(measures.loss());
    }

    @ParameterizedTest
    @MethodSource("enginesAndLosses")
    void the_loss_of_weighted_classes_is_weighted_and_log_loss_is_not(Engine engine, Loss loss) {
        TrialResult result = run(engine, WEIGHTED, loss);
        Measures measures = result.measures().orElseThrow();
        Targets.Classes classes = (Targets.Classes) WEIGHTED.targets();
        float[] losses = result.detail(Detail.ROW_LOSSES).orElseThrow().toArray();
        double weighted = 0;
        double weights = 0;
        double plain = 0;
        for (int i = 0; i < losses.length; i++) {
            double weight =
                    classes.weights().get(classes.labels()[WEIGHTED.split().validation()[i]]);
            weighted += weight * losses[i];
            weights += weight;
            plain += losses[i];
        }
        assertThat(measures.loss()).isCloseTo(weighted / weights, within(1e-6));
        assertThat(measures.metrics().get(Measures.LOG_LOSS)).isCloseTo(plain / losses.length, within(1e-6));
        assertThat(measures.loss()).isNotCloseTo(plain / losses.length, within(1e-3));
    }

    /** One row in nine is of the second class, in a place where most rows are of the first. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void weights_make_a_rare_class_be_predicted(Engine engine) {
        Dataset plain = rare(ClassWeighting.EQUAL);
        Dataset balanced = rare(new ClassWeighting.Balanced());
        double without = balancedAccuracy(run(engine, plain, Loss.CROSS_ENTROPY));
        double with = balancedAccuracy(run(engine, balanced, Loss.CROSS_ENTROPY));
        assertThat(without).isLessThan(0.6);
        assertThat(with).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void several_numbers_are_learnt_and_measured_each_in_its_unit(Engine engine) {
        TrialResult result = run(engine, PAIRS, Loss.MSE);
        Measures measures = result.measures().orElseThrow();
        float[] losses = result.detail(Detail.ROW_LOSSES).orElseThrow().toArray();
        assertThat(result.detail(Detail.PREDICTIONS).orElseThrow().size()).isEqualTo(2 * losses.length);
        double first = metric(measures, "rmse:sum") / 0.1;
        double second = metric(measures, "rmse:product") / 20;
        assertThat((first * first + second * second) / 2).isCloseTo(measures.loss(), within(1e-9));
        assertThat(measures.metrics().get("r2")).isGreaterThan(0.8);
        assertThat(measures.rmse()).isNull();
        assertThat(measures.loss()).isLessThan(0.3 * measures.constantLoss());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void engines_agree_on_a_trial(Engine engine) {
        for (Dataset data : List.of(WEIGHTED, PAIRS)) {
            Loss loss = data == PAIRS ? Loss.MSE : Loss.BINARY_CROSS_ENTROPY;
            Measures own = run(engine, data, loss).measures().orElseThrow();
            Measures blas = run(Engine.BLAS, data, loss).measures().orElseThrow();
            assertThat(own.loss()).isCloseTo(blas.loss(), within(1e-3));
            assertThat(own.constantLoss()).isEqualTo(blas.constantLoss());
        }
    }

    private static double balancedAccuracy(TrialResult result) {
        return metric(result.measures().orElseThrow(), Measures.BALANCED_ACCURACY);
    }

    private static double metric(Measures measures, String key) {
        return Optional.ofNullable(measures.metrics().get(key)).orElseThrow();
    }

    private static TrialResult run(Engine engine, Dataset data, Loss loss) {
        Recipe recipe = new Recipe(Optimizer.ADAM, 0.02, 32).withLoss(loss);
        Genome genome = new Genome(new Architecture(List.of(layer(12, 0))), recipe);
        Trial trial = new Trial(genome, new Budget(15), 1, Fold.VALIDATION);
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 1, EngineChoice.valueOf(engine.name()))) {
            evaluator.evaluate(List.of(TrialRequest.of(trial, Detail.values())), results::add);
        }
        return results.get(0);
    }

    private static Dataset weighted() {
        Targets.Classes classes = ((Targets.Classes) RINGS.targets()).withWeights(List.of(2.5, 0.2));
        return Dataset.of("weighted", SmallData.features(RINGS), classes, RINGS.split());
    }

    private static Dataset rare(ClassWeighting weighting) {
        int rows = RINGS.rows();
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = RINGS.features().row(row)[0] > 0 && row % 4 == 0 ? 1 : 0;
        }
        Split split = RINGS.split();
        Targets targets =
                ClassWeights.apply(weighting, new Targets.Classes(labels, List.of("no", "yes")), split.train());
        return Dataset.of("rare", SmallData.features(RINGS), targets, split);
    }

    private static Dataset pairs() {
        float[] targets = new float[2 * RINGS.rows()];
        for (int row = 0; row < RINGS.rows(); row++) {
            float x = RINGS.features().row(row)[0];
            float y = RINGS.features().row(row)[1];
            targets[2 * row] = (x + y) / 1.2f;
            targets[2 * row + 1] = x * y;
        }
        Targets values = new Targets.Values(
                targets,
                new Output("sum", new Standardisation(5, 0.1)),
                new Output("product", new Standardisation(-3, 20)));
        return Dataset.of("pairs", SmallData.features(RINGS), values, RINGS.split());
    }
}
