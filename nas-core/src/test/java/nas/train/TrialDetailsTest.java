package nas.train;

import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.data.Dataset;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.Splitter;
import nas.data.Standardisation;
import nas.data.Strata;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a trial returns besides its measures agrees with them. */
class TrialDetailsTest {
    private static final Dataset RINGS = SmallData.rings(700);
    private static final Dataset DIFFERENCE = SmallData.difference(700);

    /** Rows of two classes that count differently, in groups of 7. */
    private static final Dataset WEIGHTED = weighted();

    private static final List<Engine> ENGINES = List.of(Engine.values());

    /** Who trains on which rows with which loss. */
    private record Case(Engine engine, Fold fold, Loss loss) {}

    static Stream<Case> classifications() {
        return cases(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY);
    }

    static Stream<Case> regressions() {
        return cases(Loss.MSE, Loss.MAE);
    }

    private static Stream<Case> cases(Loss... losses) {
        return ENGINES.stream()
                .flatMap(engine -> Stream.of(Fold.VALIDATION, Fold.TEST, Fold.FULL)
                        .flatMap(fold -> Arrays.stream(losses).map(loss -> new Case(engine, fold, loss))));
    }

    @ParameterizedTest
    @MethodSource("classifications")
    void class_probabilities_have_the_losses_and_the_accuracy_that_are_measured(Case each) {
        TrialResult result = run(each, RINGS, Detail.values());
        int[] rows = Rows.of(RINGS.split(), each.fold).measured();
        float[] said = result.detail(Detail.PREDICTIONS).orElseThrow().toArray();
        float[] losses = result.detail(Detail.ROW_LOSSES).orElseThrow().toArray();
        assertThat(said).hasSize(2 * rows.length);
        assertThat(losses).hasSize(rows.length);

        int hits = 0;
        for (int i = 0; i < rows.length; i++) {
            int label = ((Targets.Classes) RINGS.targets()).labels()[rows[i]];
            assertThat(said[2 * i] + said[2 * i + 1]).isCloseTo(1, within(1e-6f));
            assertThat(losses[i]).isCloseTo((float) -Math.log(said[2 * i + label]), within(1e-5f));
            hits += said[2 * i + label] > said[2 * i + 1 - label] ? 1 : 0;
        }
        float[] wrong = result.detail(Detail.ROW_ERRORS).orElseThrow().toArray();
        Measures measures = result.measures().orElseThrow();
        assertThat(wrong).hasSize(rows.length).containsOnly(0, 1);
        assertThat(1 - mean(wrong)).isCloseTo(measures.accuracy(), within(1e-12));
        assertThat((double) hits / rows.length).isEqualTo(measures.accuracy());
        assertThat(mean(losses)).isCloseTo(measures.loss(), within(1e-7));
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void what_is_right_comes_back_as_classes_or_standardised_values(Engine engine) {
        for (Fold fold : List.of(Fold.VALIDATION, Fold.TEST)) {
            float[] classes = run(new Case(engine, fold, Loss.CROSS_ENTROPY), RINGS, Detail.TARGETS)
                    .detail(Detail.TARGETS)
                    .orElseThrow()
                    .toArray();
            float[] values = run(new Case(engine, fold, Loss.MSE), DIFFERENCE, Detail.TARGETS)
                    .detail(Detail.TARGETS)
                    .orElseThrow()
                    .toArray();
            int[] ofClasses = Rows.of(RINGS.split(), fold).measured();
            int[] ofValues = Rows.of(DIFFERENCE.split(), fold).measured();
            assertThat(classes).hasSize(ofClasses.length);
            assertThat(values).hasSize(ofValues.length);
            for (int i = 0; i < ofClasses.length; i++) {
                assertThat(classes[i]).isEqualTo((float) ((Targets.Classes) RINGS.targets()).labels()[ofClasses[i]]);
            }
            for (int i = 0; i < ofValues.length; i++) {
                assertThat(values[i]).isEqualTo(((Targets.Values) DIFFERENCE.targets()).standardised()[ofValues[i]]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void predicted_values_have_the_losses_and_the_error_that_are_measured(Case each) {
        TrialResult result = run(each, DIFFERENCE, Detail.values());
        int[] rows = Rows.of(DIFFERENCE.split(), each.fold).measured();
        float[] said = result.detail(Detail.PREDICTIONS).orElseThrow().toArray();
        float[] losses = result.detail(Detail.ROW_LOSSES).orElseThrow().toArray();
        assertThat(said).hasSize(rows.length);
        assertThat(losses).hasSize(rows.length);

        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double error = said[i] - (double) ((Targets.Values) DIFFERENCE.targets()).standardised()[rows[i]];
            assertThat(losses[i]).isEqualTo((float) (error * error));
            squares += error * error;
        }
        float[] errors = result.detail(Detail.ROW_ERRORS).orElseThrow().toArray();
        Measures measures = result.measures().orElseThrow();
        assertThat(errors).hasSize(rows.length);
        assertThat(Math.sqrt(mean(errors))).isCloseTo(measures.rmse(), within(1e-8));
        assertThat(Math.sqrt(squares / rows.length) * 0.1).isCloseTo(measures.rmse(), within(1e-12));
        assertThat(mean(losses)).isCloseTo(measures.loss(), within(1e-7));
    }

    @ParameterizedTest
    @FieldSource("ENGINES")
    void what_is_asked_for_comes_back_and_nothing_else(Engine engine) {
        Case each = new Case(engine, Fold.VALIDATION, Loss.CROSS_ENTROPY);
        TrialResult all = run(each, WEIGHTED, Detail.values());
        assertThat(all.details()).containsOnlyKeys(Detail.values());
        assertThat(run(each, WEIGHTED).details()).isEmpty();
        for (Detail detail : Detail.values()) {
            TrialResult one = run(each, WEIGHTED, detail);
            assertThat(one.outcome()).isEqualTo(all.outcome());
            assertThat(one.details()).containsOnlyKeys(detail);
            assertThat(one.detail(detail)).isEqualTo(all.detail(detail));
        }
    }

    @Test
    void what_the_data_cannot_give_does_not_come_back() {
        Case each = new Case(Engine.BLAS, Fold.VALIDATION, Loss.CROSS_ENTROPY);
        assertThat(run(each, RINGS, Detail.values()).details())
                .containsOnlyKeys(
                        Detail.PARAMETERS, Detail.ROW_LOSSES, Detail.ROW_ERRORS, Detail.PREDICTIONS, Detail.TARGETS);
        assertThat(run(each, RINGS, Detail.ROW_WEIGHTS, Detail.ROW_GROUPS).details())
                .isEmpty();
    }

    @Test
    void weights_and_groups_are_those_of_the_measured_rows() {
        Targets.Classes classes = (Targets.Classes) WEIGHTED.targets();
        for (Fold fold : List.of(Fold.VALIDATION, Fold.TEST, Fold.FULL, Fold.block(5, 2, 4))) {
            Dataset data = fold.kind() == Fold.Kind.BLOCK ? WEIGHTED.block(5, 2, 4) : WEIGHTED;
            int[] rows = Rows.of(data.split(), fold).measured();
            TrialResult result = run(new Case(Engine.BLAS, fold, Loss.CROSS_ENTROPY), WEIGHTED, Detail.values());
            float[] weights = result.detail(Detail.ROW_WEIGHTS).orElseThrow().toArray();
            float[] groups = result.detail(Detail.ROW_GROUPS).orElseThrow().toArray();
            assertThat(weights).hasSize(rows.length);
            assertThat(groups).hasSize(rows.length);
            for (int i = 0; i < rows.length; i++) {
                assertThat(weights[i])
                        .isEqualTo(
                                classes.weights().get(classes.labels()[rows[i]]).floatValue());
                assertThat((int) groups[i]).isEqualTo(rows[i] / 7);
            }
        }
    }

    @Test
    void errors_of_several_outputs_are_averaged_each_in_its_own_unit() {
        int rows = RINGS.rows();
        Targets.Values pairs = new Targets.Values(
                new float[2 * rows],
                new TargetEncoding.Output("y", new Standardisation(1, 2)),
                new TargetEncoding.Output("z", new Standardisation(0, 10)));
        Dataset data = Dataset.of("pairs", new float[2 * rows], pairs, RINGS.split());
        RowDetails details = new RowDetails(Set.of(Detail.ROW_ERRORS), 1, 2);
        new RowScores(data, new ConstantPrediction(data, data.split().train()), Loss.MSE, details)
                .add(3, new float[] {0.5f, -0.25f}, 0);
        Map<Detail, FloatVector> kept = new EnumMap<>(Detail.class);
        details.copyInto(kept);
        assertThat(kept).containsEntry(Detail.ROW_ERRORS, FloatVector.copyOf(new float[] {(1 + 6.25f) / 2}));
    }

    @Test
    void parameters_are_as_many_as_the_genome_s() {
        TrialResult result = run(new Case(Engine.BLAS, Fold.VALIDATION, Loss.CROSS_ENTROPY), RINGS, Detail.PARAMETERS);
        assertThat(result.detail(Detail.PARAMETERS).map(FloatVector::size))
                .contains((int) result.trial().genome().parameters(2, 2));
    }

    private static TrialResult run(Case each, Dataset data, Detail... details) {
        Recipe recipe = new Recipe(Optimizer.ADAM, 0.01, 32).withLoss(each.loss);
        Genome genome = new Genome(new Architecture(List.of(layer(9, 0.1))), recipe);
        Trial trial = new Trial(genome, new Budget(3), 1, each.fold);
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 1, EngineChoice.valueOf(each.engine.name()))) {
            evaluator.evaluate(List.of(TrialRequest.of(trial, details)), results::add);
        }
        return results.get(0);
    }

    private static Dataset weighted() {
        Targets.Classes classes = ((Targets.Classes) RINGS.targets()).withWeights(List.of(0.5, 1.75));
        int[] groups = IntStream.range(0, RINGS.rows()).map(row -> row / 7).toArray();
        SplitRule rule = new SplitRule(new Portion.Rows(140), new Portion.Rows(140), 1);
        return Splitter.split(rule, Strata.of(classes, 0).withGroups(groups, 100))
                .dataset(split -> Dataset.of("weighted", SmallData.features(RINGS), classes, split));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
