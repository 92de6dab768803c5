package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nas.select.Assessed;
import nas.select.ParetoFront;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.Measures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungMembersTest {
    /** Genomes come, are measured again and fail; the front is asked for now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void front_and_lowest_are_those_of_all_members_at_any_time(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RungMembers members = new RungMembers();
        Map<Genome, Assessed> expected = new HashMap<>();
        for (int step = 0; step < 2_000; step++) {
            Genome genome = RandomGenomes.uniform(1, 1 + random.nextInt(60));
            if (random.nextInt(10) == 0) {
                Optional.ofNullable(expected.remove(genome)).ifPresent(members::remove);
            } else {
                Assessed assessed = assessed(genome, 1 + random.nextInt(200) / 100.0);
                Optional.ofNullable(expected.put(genome, assessed)).ifPresent(members::remove);
                members.add(assessed);
            }
            if (random.nextInt(3) == 0) {
                assertThat(members.front()).isEqualTo(ParetoFront.of(expected.values()));
            }
            assertThat(members.lowest()).isEqualTo(expected.values().stream().min(Assessed.BY_LOSS));
        }
        assertThat(members.all()).isSortedAccordingTo(Comparator.comparingDouble(Assessed::loss));
        assertThat(members.all()).hasSameSizeAs(expected.values()).containsAll(expected.values());
    }

    private static Assessed assessed(Genome genome, double loss) {
        return Assessed.of(genome, new Measures(loss, 0, 3, null, null), 4, 3);
    }
}
