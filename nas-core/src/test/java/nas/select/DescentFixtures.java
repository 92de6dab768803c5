package nas.select;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.select.SyntheticTrials.Scatter;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;

/** Races and descents in a small space of networks between 12 inputs and 4 outputs, in 3 blocks. */
final class DescentFixtures {
    static final WinnerRule TWO_PERCENT = new WinnerRule.Within(0.02);
    static final int INPUTS = 12;
    static final int OUTPUTS = 4;
    static final int BLOCKS = 3;

    /** There is time for everything. */
    static final TimeLeft ENDLESS = (next, after) -> true;

    /** One or two layers of 4 to 64 units. */
    static final SearchSpace SPACE = new SearchSpace(
            new Ladder<>(List.of(1, 2)),
            Ladder.integers(4, 64, Ladder.Scale.LOG),
            Ladder.of(Activation.RELU),
            Ladder.of(0.0),
            Recipe.DEFAULT);

    static final Neighbourhood NEIGHBOURHOOD = new Neighbourhood(SPACE, INPUTS, OUTPUTS, UnaryOperator.identity());

    private DescentFixtures() {}

    static Genome genome(int... units) {
        List<HiddenLayer> layers = IntStream.of(units)
                .mapToObj(width -> new HiddenLayer(width, Activation.RELU, 0))
                .toList();
        return new Genome(new Architecture(layers), Recipe.DEFAULT);
    }

    static long parameters(Genome genome) {
        return genome.parameters(INPUTS, OUTPUTS);
    }

    static int width(Genome genome) {
        return genome.architecture().units().get(0);
    }

    static Race race(ToDoubleFunction<Genome> truth, WinnerRule rule, Genome... finalists) {
        return race(new SyntheticTrials(truth, Scatter.NONE), rule, List.of(finalists));
    }

    static Race race(BlockTrials trials, WinnerRule rule, List<Genome> finalists) {
        return new Racing(trials, DescentFixtures::parameters, rule, BLOCKS)
                .run(finalists)
                .orElseThrow();
    }

    static DescentResult descend(BlockTrials trials, WinnerRule rule, Race race) {
        return new Descent(NEIGHBOURHOOD, trials, rule, BLOCKS)
                .run(race, ENDLESS)
                .orElseThrow();
    }

    static DescentResult descend(ToDoubleFunction<Genome> truth, Scatter scatter, Genome... finalists) {
        return descend(new SyntheticTrials(truth, scatter), TWO_PERCENT, race(truth, TWO_PERCENT, finalists));
    }
}
