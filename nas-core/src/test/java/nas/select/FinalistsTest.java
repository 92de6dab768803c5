package nas.select;

import static nas.select.AssessedFixtures.assessed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.space.Genome;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class FinalistsTest {
    private static final WinnerRule WITHIN = new WinnerRule.Within(0.02);
    private static final Genome LINEAR = assessed(1, 9).genome();
    private static final Genome SMALLEST = assessed(2, 9).genome();
    private static final Assessed NEARBY = assessed(321, 9);
    private static final Assessed LARGEST = assessed(1_000_000, 3);
    /** A front of 10, 20, 40 … 10,240 parameters, of which the largest has the lowest loss. */
    private static final List<Assessed> FRONT = IntStream.range(0, 11)
            .mapToObj(i -> assessed(10L << i, 1 - 0.001 * i))
            .toList();

    private static double objective(Assessed assessed) {
        return 100 * assessed.loss() + Math.log10((double) assessed.parameters());
    }

    private static long size(Genome genome) {
        return Stream.concat(FRONT.stream(), Stream.of(assessed(1, 9), assessed(2, 9), NEARBY, LARGEST))
                .filter(each -> each.genome().equals(genome))
                .findFirst()
                .orElseThrow()
                .parameters();
    }

    private static Assessed at(int place) {
        return FRONT.get(place);
    }

    @Test
    void seats_are_given_in_order_and_the_rest_spread_over_the_front() {
        ToDoubleFunction<Assessed> size = Assessed::parameters;
        assertThat(new Finalists(List.of(LINEAR, SMALLEST), 7).choose(FRONT, size, FinalistsTest::size, WITHIN))
                .containsExactly(
                        LINEAR,
                        SMALLEST,
                        at(0).genome(),
                        at(10).genome(),
                        at(5).genome(),
                        at(2).genome(),
                        at(7).genome());
    }

    @Test
    void who_was_never_measured_takes_room_in_the_spread_too() {
        assertThat(new Finalists(List.of(NEARBY.genome()), 4)
                        .choose(FRONT, Assessed::parameters, FinalistsTest::size, WITHIN))
                .hasSize(4)
                .startsWith(NEARBY.genome(), at(0).genome(), at(10).genome())
                .doesNotContain(at(4).genome(), at(5).genome(), at(6).genome());
    }

    @Test
    void lowest_loss_is_never_dropped() {
        for (int count = 1; count <= 4; count++) {
            assertThat(new Finalists(List.of(LINEAR, SMALLEST), count)
                            .choose(FRONT, Assessed::parameters, FinalistsTest::size, WITHIN))
                    .hasSize(count)
                    .contains(at(10).genome());
        }
    }

    /** The larger, the better by accuracy; the loss is lowest in the middle. */
    @Test
    void where_a_metric_is_asked_for_the_front_is_of_that_metric() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.99);
        List<Assessed> sure = IntStream.range(0, 11)
                .mapToObj(i -> new Assessed(
                        at(i).genome(),
                        at(i).parameters(),
                        new Measures(Math.abs(i - 5) + 1, 0, 1, 0.9 + 0.005 * i, null)))
                .toList();
        assertThat(new Finalists(List.of(), 4).choose(sure, Assessed::loss, FinalistsTest::size, reach))
                .containsExactly(at(5).genome(), at(10).genome(), at(0).genome(), at(2).genome());
        assertThat(new Finalists(List.of(), 4).choose(sure, Assessed::loss, FinalistsTest::size, WITHIN))
                .containsExactly(at(5).genome(), at(0).genome(), at(2).genome(), at(1).genome());
    }

    @Test
    void whose_metric_is_not_known_comes_last() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.R2, 0.9);
        assertThat(new Finalists(List.of(), 2).choose(FRONT, Assessed::parameters, FinalistsTest::size, reach))
                .containsExactly(at(0).genome());
    }

    @Test
    void where_there_are_fewer_all_are_finalists() {
        List<Assessed> few = List.of(at(3), at(4), LARGEST);
        assertThat(new Finalists(List.of(at(3).genome(), LINEAR), 8)
                        .choose(few, FinalistsTest::objective, FinalistsTest::size, WITHIN))
                .containsExactly(at(3).genome(), LINEAR, at(4).genome());
        assertThat(new Finalists(List.of(), 8).choose(List.of(), FinalistsTest::objective, FinalistsTest::size, WITHIN))
                .isEmpty();
    }

    @Test
    void order_does_not_matter() {
        List<Assessed> shuffled = new ArrayList<>(FRONT);
        Collections.shuffle(shuffled, new Random(3));
        Finalists finalists = new Finalists(List.of(LINEAR), 6);
        assertThat(finalists.choose(shuffled, FinalistsTest::objective, FinalistsTest::size, WITHIN))
                .isEqualTo(finalists.choose(FRONT, FinalistsTest::objective, FinalistsTest::size, WITHIN));
    }
}
