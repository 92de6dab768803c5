package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.TargetChoice;
import nas.data.source.Datasets;
import nas.run.ObjectiveSettings;
import nas.run.SearchSettings;
import nas.space.Architecture;
import nas.space.Genome;
import nas.train.EngineChoice;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the defaults alone, the linear model of small tables is about as good as it is known to be. */
@Tag("data")
class DefaultsDataTest {
    private static final int SPLITS = 10;

    @ParameterizedTest
    @CsvSource({
        "iris/iris.csv, species, 0.95",
        "wine/wine.csv, cultivar, 0.97",
        "breast_cancer/breast_cancer.csv, benign, 0.96",
    })
    void linear_models_tell_classes_apart(String file, String target, double least) {
        assertThat(mean(file, target)).isBetween(least, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"diabetes/diabetes.csv, progression, 53, 56.5"})
    void linear_models_predict_numbers(String file, String target, double least, double most) {
        assertThat(mean(file, target)).isBetween(least, most);
    }

    /** Returns accuracy or root mean squared error, averaged over splits. */
    private static double mean(String file, String target) {
        String folder = System.getenv("NAS_TEST_DATA");
        assumeTrue(folder != null && !folder.isEmpty(), "NAS_TEST_DATA is not set");
        DataDescription data = DataDescription.of(new DataSource.CsvFile(Path.of(folder, file)))
                .withTarget(TargetChoice.of(target));
        return IntStream.range(0, SPLITS)
                .mapToObj(seed -> data.withSplit(new SplitRule(new Portion.Share(0.2), new Portion.Rows(0), 1, seed)))
                .map(Datasets::load)
                .mapToDouble(DefaultsDataTest::measured)
                .average()
                .orElseThrow();
    }

    private static double measured(Dataset data) {
        SearchSettings settings = new SearchSpec(
                        "x",
                        DataDescription.of(new DataSource.BuiltIn("iris")),
                        SpaceChoice.OPEN,
                        ObjectiveSettings.DEFAULT,
                        EffortChoice.OPEN,
                        BudgetChoice.OPEN,
                        StartChoice.DEFAULT,
                        42)
                .settings(DataShape.of(data));
        Genome linear =
                new Genome(Architecture.LINEAR, settings.space().recipes().usual());
        Trial trial = new Trial(linear, new Budget(settings.finalists().epochs()), 1, Fold.VALIDATION);
        List<Outcome> outcomes = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 1, EngineChoice.BLAS)) {
            evaluator.evaluate(List.of(TrialRequest.of(trial)), result -> outcomes.add(result.outcome()));
        }
        Measures measures = ((Outcome.Measured) outcomes.get(0)).measures();
        return measures.accuracy() != null ? measures.accuracy() : Objects.requireNonNull(measures.rmse());
    }
}
