package nas.cli;

import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nas.InvalidInputException;
import nas.Seeds;
import nas.data.Dataset;
import nas.run.Search;
import nas.run.SearchSettings;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.ParameterBudget;
import nas.space.SearchSpace;
import nas.train.EngineChoice;
import nas.train.RateFinder;
import nas.trial.RateCurve;

/**
 * Learning rates that suit the data, by one range test for each optimizer of a space, with a network of middling size.
 *
 * @param byOptimizer the tests
 */
record RateMeasurement(Map<Optimizer, RateCurve> byOptimizer) {
    /** Copies the map. */
    RateMeasurement {
        byOptimizer = Maps.immutableEnumMap(byOptimizer);
    }

    /**
     * Runs the tests: some hundred steps each.
     *
     * @throws InvalidInputException if the network's loss is no number whatever the rate
     */
    static RateMeasurement of(SearchSettings settings, Dataset data, EngineChoice engine) {
        SearchSpace space = settings.space();
        ParameterBudget budget = Search.budget(settings, data.inputs(), data.outputs());
        long seed = Seeds.derive(settings.seed(), "learning rates");
        Map<Optimizer, RateCurve> tests = new EnumMap<>(Optimizer.class);
        for (Optimizer optimizer : space.recipes().optimizers().rungs()) {
            Genome middle =
                    new Genome(space.architectures().middle(), space.recipes().usual(optimizer));
            tests.put(optimizer, test(data, budget.repair(middle), engine, seed));
        }
        return new RateMeasurement(tests);
    }

    private static RateCurve test(Dataset data, Genome genome, EngineChoice engine, long seed) {
        return RateFinder.run(data, genome, engine.engine(genome), seed)
                .orElseThrow(() -> new InvalidInputException("training.learning_rate must be given in numbers, as its "
                        + "range test failed: the first step's loss is no number"));
    }

    /** Returns the tests in the order of optimizers. */
    List<RateCurve> tests() {
        return List.copyOf(byOptimizer.values());
    }

    /** Returns what to choose among. */
    Map<Optimizer, Ladder<Double>> rates() {
        return Maps.transformValues(byOptimizer, RateCurve::rates);
    }

    /** Returns what tests have found, such as {@code adam 0.001 to 0.03}. */
    static String words(List<RateCurve> tests) {
        return tests.stream()
                .map(test -> test.genome().recipe().optimizer().word() + " "
                        + test.rates().first() + " to " + test.rates().last())
                .collect(Collectors.joining(", "));
    }
}
