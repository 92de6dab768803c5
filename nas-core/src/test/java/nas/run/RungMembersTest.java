package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import nas.select.Assessed;
import nas.select.ParetoFront;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.Measures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungMembersTest {
    /** Genomes come, are measured again and fail, here or elsewhere; the front is asked for now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void front_and_lowest_are_those_of_all_members_at_any_time(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Genome> failed = new HashSet<>();
        RungMembers members = new RungMembers(failed::contains);
        Map<Genome, Assessed> measured = new HashMap<>();
        for (int step = 0; step < 2_000; step++) {
            Genome genome = RandomGenomes.uniform(1, 1 + random.nextInt(200));
            if (random.nextInt(10) == 0) {
                Optional.ofNullable(measured.remove(genome)).ifPresent(members::remove);
            } else if (random.nextInt(20) == 0) {
                failed.add(genome);
            } else {
                Assessed assessed = assessed(genome, 1 + random.nextInt(200) / 100.0);
                Optional.ofNullable(measured.put(genome, assessed)).ifPresent(members::remove);
                members.add(assessed);
            }
            if (random.nextInt(3) == 0) {
                assertThat(members.front()).isEqualTo(ParetoFront.of(without(failed, measured)));
            }
            assertThat(members.lowest()).isEqualTo(measured.values().stream().min(Assessed.BY_LOSS));
        }
        assertThat(members.all())
                .isSortedAccordingTo(Comparator.comparingDouble(Assessed::loss))
                .containsExactlyInAnyOrderElementsOf(without(failed, measured));
        assertThat(members.isEmpty()).isEqualTo(members.all().isEmpty());
    }

    private static List<Assessed> without(Set<Genome> failed, Map<Genome, Assessed> measured) {
        return measured.values().stream()
                .filter(assessed -> !failed.contains(assessed.genome()))
                .toList();
    }

    private static Assessed assessed(Genome genome, double loss) {
        return Assessed.of(genome, new Measures(loss, 0, 3, null, null), 4, 3);
    }
}
