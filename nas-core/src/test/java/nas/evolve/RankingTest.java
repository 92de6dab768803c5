package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.space.Genome;
import nas.space.RandomGenomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private static final List<Genome> GENOMES =
            RandomGenomes.of(300, 2).stream().distinct().toList();

    /** Few different values, so that there are many ties. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 1000})
    void ranks_are_those_of_taking_away_front_after_front(int values) {
        Map<Genome, Standing> standings = random(values);
        assertThat(Ranking.ranks(standings)).isEqualTo(peeled(standings));
    }

    private static Map<Genome, Integer> peeled(Map<Genome, Standing> standings) {
        Map<Genome, Standing> left = new HashMap<>(standings);
        left.values().removeIf(Standing::isFailed);
        Map<Genome, Integer> ranks = new HashMap<>();
        for (int rank = 0; !left.isEmpty(); rank++) {
            List<Genome> front = left.keySet().stream()
                    .filter(genome -> left.values().stream()
                            .noneMatch(other -> dominates(other, Objects.requireNonNull(left.get(genome)))))
                    .toList();
            for (Genome genome : front) {
                ranks.put(genome, rank);
            }
            left.keySet().removeAll(front);
        }
        return ranks;
    }

    private static boolean dominates(Standing one, Standing other) {
        return one.parameters() <= other.parameters()
                && one.excess() <= other.excess()
                && (one.parameters() < other.parameters() || one.excess() < other.excess());
    }

    @Test
    void order_does_not_depend_on_who_comes_first() {
        Map<Genome, Standing> standings = random(5);
        List<Genome> shuffled = new ArrayList<>(standings.keySet());
        Collections.shuffle(shuffled, new Random(1));
        Map<Genome, Standing> other = new LinkedHashMap<>();
        shuffled.forEach(genome -> other.put(genome, Objects.requireNonNull(standings.get(genome))));
        assertThat(Ranking.of(other)).isEqualTo(Ranking.of(standings)).hasSameSizeAs(GENOMES);
    }

    /** The second is dominated by the first, though its objective is lower than the third's. */
    @Test
    void rank_comes_before_objective_and_objective_before_the_rest() {
        Map<Genome, Standing> standings = standings(
                Standing.of(100, 1, 0.0),
                Standing.of(110, 1, 0.1),
                Standing.of(100_000, 1, -0.5),
                Standing.of(10, 1, 0.5));
        assertThat(Ranking.of(standings))
                .containsExactly(GENOMES.get(3), GENOMES.get(0), GENOMES.get(2), GENOMES.get(1));
    }

    @Test
    void who_failed_comes_last_however_small() {
        Map<Genome, Standing> standings =
                standings(Standing.failed(1), Standing.of(100, 1, 9), Standing.failed(2), Standing.of(200, 1, 99));
        assertThat(Ranking.of(standings))
                .containsExactly(GENOMES.get(1), GENOMES.get(3), GENOMES.get(0), GENOMES.get(2));
    }

    @Test
    void equals_are_ordered_by_key() {
        Map<Genome, Standing> standings = standings(Standing.of(5, 1, 1), Standing.of(5, 1, 1), Standing.of(5, 1, 1));
        assertThat(Ranking.of(standings)).extracting(Genome::key).isSorted();
    }

    private static Map<Genome, Standing> standings(Standing... standings) {
        Map<Genome, Standing> all = new LinkedHashMap<>();
        IntStream.range(0, standings.length).forEach(i -> all.put(GENOMES.get(i), standings[i]));
        return all;
    }

    private static Map<Genome, Standing> random(int values) {
        SplittableRandom random = new SplittableRandom(values);
        Map<Genome, Standing> standings = new LinkedHashMap<>();
        for (Genome genome : GENOMES) {
            long parameters = 1L + random.nextInt(values);
            standings.put(
                    genome,
                    random.nextInt(10) == 0
                            ? Standing.failed(parameters)
                            : Standing.of(parameters, 1, random.nextInt(values) - 1));
        }
        return standings;
    }
}
