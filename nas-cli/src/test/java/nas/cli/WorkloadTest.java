package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.cli.Workload.Amount;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.data.source.Datasets;
import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;
import nas.run.EvolutionSettings;
import nas.run.FinalistSettings;
import nas.run.ObjectiveSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.run.SpaceSurvey;
import nas.run.StartSettings;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final Dataset DATA = data(60);
    private static final RungSettings RUNGS = new RungSettings(List.of(1, 3, 9), List.of(0.5, 0.5));

    @Test
    void each_rung_trains_on_the_share_that_reaches_it() {
        Amount one = least(2, StrategyKind.RANDOM, RungSettings.of(1));
        Amount several = least(2, StrategyKind.RANDOM, RUNGS);
        assertThat(several.trials() - one.trials()).isEqualTo(2 * (4 + 2));
        assertThat(several.epochs() - one.epochs()).isEqualTo(2 * (4 * 2 + 2 * 6));
    }

    @Test
    void an_evolution_measures_half_of_its_survivors_again_from_the_third_generation_on() {
        assertThat(repeats(1)).isZero();
        assertThat(repeats(2)).isZero();
        assertThat(repeats(3)).isEqualTo(4);
        assertThat(repeats(6)).isEqualTo(16);
    }

    @Test
    void repeats_are_at_the_highest_rung() {
        assertThat(least(6, StrategyKind.EVOLUTION, RUNGS).epochs()
                        - least(6, StrategyKind.RANDOM, RUNGS).epochs())
                .isEqualTo(16 * 9);
    }

    /** One network a generation is the best of its generation, so each climbs all rungs. */
    @Test
    void halving_trains_each_network_at_every_rung_and_begins_with_the_largest() {
        Workload work = workload(settings(layers(2), 5, StrategyKind.HALVING, RUNGS, 5), DATA);
        Workload rest = workload(settings(layers(2), 5, StrategyKind.GRID, RungSettings.of(1), 5), DATA);
        Amount end = new Amount(rest.least().trials() - 5 * 8, rest.least().epochs() - 5 * 8);
        assertThat(work.largestEpochs()).isEqualTo(9);
        assertThat(work.smallestEpochs()).isZero();
        assertThat(work.least().trials() - end.trials()).isEqualTo(5 * 3);
        assertThat(work.least().epochs() - end.epochs()).isEqualTo((5 - 1) * 9);
    }

    @Test
    void a_grid_may_come_to_neither_the_smallest_nor_the_largest_network() {
        Workload grid = workload(settings(layers(2), 5, StrategyKind.GRID, RUNGS, 5), DATA);
        Workload random = workload(settings(layers(2), 5, StrategyKind.RANDOM, RUNGS, 5), DATA);
        assertThat(grid.smallestEpochs() + grid.largestEpochs()).isZero();
        assertThat(random.smallestEpochs() + random.largestEpochs()).isEqualTo(2);
        assertThat(grid.least()).isEqualTo(random.least().plus(new Amount(0, 2)));
    }

    @Test
    void a_winner_without_neighbours_is_trained_alone() {
        Workload work = workload(settings(layers(0), 5, StrategyKind.EVOLUTION, RUNGS, 5), DATA);
        int search = 3;
        int last = 1;
        assertThat(work.least().trials()).isEqualTo(search + 2 + 5 + last);
        assertThat(work.most().trials()).isEqualTo(search + 5 + 5 + last);
    }

    @Test
    void more_neighbours_are_more_trainings() {
        Workload flat = workload(settings(layers(1), 5, StrategyKind.RANDOM, RUNGS, 5), DATA);
        Workload deep = workload(settings(layers(3), 5, StrategyKind.RANDOM, RUNGS, 5), DATA);
        assertThat(deep.least().trials()).isGreaterThan(flat.least().trials());
        assertThat(deep.most().trials()).isGreaterThan(flat.most().trials());
    }

    @Test
    void there_are_no_more_blocks_than_rows_can_be_divided_into() {
        Dataset few = data(8);
        assertThat(few.mostBlocks()).isBetween(2, 9);
        SearchSettings capped = settings(layers(2), 5, StrategyKind.RANDOM, RUNGS, few.mostBlocks());
        assertThat(workload(settings(layers(2), 5, StrategyKind.RANDOM, RUNGS, 10), few))
                .isEqualTo(workload(capped, few));
    }

    private static long repeats(int generations) {
        return least(generations, StrategyKind.EVOLUTION, RUNGS).trials()
                - least(generations, StrategyKind.RANDOM, RUNGS).trials();
    }

    private static Amount least(int generations, StrategyKind strategy, RungSettings rungs) {
        return workload(settings(layers(2), generations, strategy, rungs, 5), DATA)
                .least();
    }

    private static Workload workload(SearchSettings settings, Dataset data) {
        return Workload.of(settings, data, new SpaceSurvey(settings, data.inputs(), data.outputs()));
    }

    private static SearchSettings settings(
            SearchSpace space, int generations, StrategyKind strategy, RungSettings rungs, int blocks) {
        return new SearchSettings(
                space,
                ObjectiveSettings.DEFAULT,
                new EvolutionSettings(strategy, 8, generations, 99, OperatorRates.DEFAULT),
                1,
                rungs,
                new FinalistSettings(4, blocks, 9),
                StartSettings.DEFAULT);
    }

    private static SearchSpace layers(int most) {
        return new SearchSpace(
                Ladder.integers(0, most, Ladder.Scale.LINEAR),
                Ladder.integers(4, 64, Ladder.Scale.LOG),
                Ladder.of(Activation.TANH),
                Ladder.of(0.0),
                Recipe.DEFAULT);
    }

    private static Dataset data(int rows) {
        return Datasets.load(DataDescription.of(new DataSource.BuiltIn("spirals"))
                .withRows(RowChoice.ALL.withLimit(rows))
                .withSplit(new SplitRule(new Portion.Rows(rows / 4), new Portion.Rows(0), 1)));
    }
}
