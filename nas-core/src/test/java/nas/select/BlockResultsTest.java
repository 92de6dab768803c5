package nas.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nas.space.Genome;
import nas.space.RandomGenomes;
import org.junit.jupiter.api.Test;

class BlockResultsTest {
    private static final Genome ONE = RandomGenomes.uniform(1, 4);
    private static final Genome OTHER = RandomGenomes.uniform(1, 8);

    private final List<List<BlockTrials.Training>> prepared = new ArrayList<>();

    @Test
    void all_that_is_missing_is_told_before_it_is_asked_for() {
        BlockResults results = new BlockResults(failing(OTHER, 2));
        results.complete(List.of(ONE), 1);
        results.complete(List.of(ONE, OTHER, ONE), 2);
        results.complete(List.of(ONE, OTHER), 3);
        assertThat(prepared)
                .containsExactly(
                        List.of(new BlockTrials.Training(ONE, 1)),
                        List.of(
                                new BlockTrials.Training(ONE, 2),
                                new BlockTrials.Training(OTHER, 1),
                                new BlockTrials.Training(OTHER, 2)),
                        List.of(new BlockTrials.Training(ONE, 3)));
        assertThat(results.of(ONE)).hasSize(3);
        assertThat(results.isFailed(OTHER)).isTrue();
    }

    private BlockTrials failing(Genome genome, int in) {
        SyntheticTrials trials = new SyntheticTrials(
                any -> 0.5, SyntheticTrials.Scatter.NONE, (each, block) -> each.equals(genome) && block == in);
        return new BlockTrials() {
            @Override
            public void prepare(List<Training> trainings) {
                prepared.add(trainings);
            }

            @Override
            public Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block) {
                return trials.measure(genomes, block);
            }
        };
    }
}
