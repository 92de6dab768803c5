package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import nas.select.Assessed;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.trial.LossScale;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Genome LINEAR = SmallTable.TASK.genomes().get(0);

    @Test
    void oracle_is_the_smallest_within_tolerance_whatever_the_first_seed_says() {
        Truth truth = Truth.of(SmallTable.of((genome, seed) -> seed == 0 ? 0 : loss(genome) + 0.05 * (seed - 1.5)));
        assertThat(truth.lowest()).isCloseTo(0.3, within(1e-6));
        assertThat(truth.tolerance()).isCloseTo(new LossScale(1, 0.3).tolerance(0.02, 0), within(1e-6));
        assertThat(truth.oracle().genome().architecture().units()).containsExactly(4);
        assertThat(truth.within()).isEqualTo(SmallTable.TASK.genomes().size() - 7);
        assertThat(truth.isWithin(LINEAR)).isFalse();
    }

    /** Layers of 2 units are too narrow, and so is the linear model; one of 4 is just as good as it needs. */
    private static double loss(Genome genome) {
        List<Integer> units = genome.architecture().units();
        return units.stream().allMatch(width -> width == 2) ? 0.5 : units.equals(List.of(4)) ? 0.313 : 0.3;
    }

    @Test
    void network_that_fails_with_one_seed_is_not_within_tolerance() {
        Truth truth = Truth.of(SmallTable.of((genome, seed) -> genome.equals(LINEAR) && seed == 1 ? Double.NaN : 0.3));
        assertThat(truth.isWithin(LINEAR)).isFalse();
        assertThat(truth.within()).isEqualTo(SmallTable.TASK.genomes().size() - 1);
    }

    @Test
    void score_counts_hits_and_small_ones_and_takes_quartiles_of_all_that_was_found() {
        Truth truth = Truth.of(SmallTable.of((genome, seed) -> genome.equals(LINEAR) ? 0.5 : 0.3));
        Assessed oracle = assessed(truth.oracle().genome(), truth.oracle().parameters());
        Assessed large =
                assessed(SmallTable.TASK.genomes().get(42), 10 * truth.oracle().parameters());
        Assessed linear = assessed(LINEAR, truth.oracle().parameters());
        TableScore score = TableScore.of(
                List.of(Optional.of(oracle), Optional.of(large), Optional.of(linear), Optional.empty()),
                truth,
                Selection.of(List.of(oracle, large), new WinnerRule.Within(0.02))
                        .orElseThrow());
        assertThat(score.within()).isEqualTo(new Proportion(2, 4));
        assertThat(score.small()).isEqualTo(new Proportion(1, 4));
        assertThat(score.asAll()).isEqualTo(new Proportion(2, 4));
        assertThat(score.logRatios()).containsExactly(0.0, 0.0, 0.5);
    }

    private static Assessed assessed(Genome genome, long parameters) {
        return new Assessed(genome, parameters, new Measures(0.3, 0, 1, null, null));
    }
}
