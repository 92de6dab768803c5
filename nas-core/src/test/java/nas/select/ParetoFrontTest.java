package nas.select;

import static nas.select.AssessedFixtures.assessed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParetoFrontTest {
    @ParameterizedTest
    @MethodSource("clouds")
    void front_is_what_brute_force_finds(List<Assessed> cloud) {
        List<Assessed> expected = cloud.stream()
                .filter(one -> cloud.stream().noneMatch(other -> beats(other, one)))
                .sorted(Assessed.BY_SIZE)
                .toList();
        assertThat(ParetoFront.of(cloud)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void front_does_not_depend_on_the_order(List<Assessed> cloud) {
        List<Assessed> shuffled = new ArrayList<>(cloud);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(ParetoFront.of(shuffled)).isEqualTo(ParetoFront.of(cloud));
    }

    static Stream<List<Assessed>> clouds() {
        return LongStream.range(0, 20).mapToObj(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            return Stream.generate(() -> assessed(1 + random.nextInt(30), random.nextInt(30) / 30.0))
                    .limit(60)
                    .distinct()
                    .toList();
        });
    }

    @Test
    void of_genomes_equal_in_both_only_the_one_of_the_lowest_key_stands() {
        Assessed first = assessed(10, 0.5);
        Assessed second = new Assessed(assessed(11, 0.5).genome(), 10, first.measures());
        Assessed third = new Assessed(assessed(12, 0.5).genome(), 10, first.measures());
        Assessed lowest = Stream.of(first, second, third)
                .min(Comparator.comparing(each -> each.genome().key()))
                .orElseThrow();
        assertThat(ParetoFront.of(List.of(first, second, third))).containsExactly(lowest);
        assertThat(ParetoFront.of(List.of(third, second, first))).containsExactly(lowest);
        assertThat(ParetoFront.of(List.of(second, first, third))).containsExactly(lowest);
    }

    @Test
    void of_nothing_there_is_no_front() {
        assertThat(ParetoFront.of(List.of())).isEmpty();
    }

    private static boolean beats(Assessed a, Assessed b) {
        boolean isNoWorse = a.loss() <= b.loss() && a.parameters() <= b.parameters();
        return isNoWorse && (a.loss() < b.loss() || a.parameters() < b.parameters());
    }
}
