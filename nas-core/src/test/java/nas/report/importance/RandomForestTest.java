package nas.report.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.SplittableRandom;
import nas.report.importance.Importance.Effect;
import nas.report.importance.Observations.Observation;
import org.junit.jupiter.api.Test;

class RandomForestTest {
    private static final double[] WIDTH = {0, 1, 2, 3, 4};
    private static final double[] ACTIVATION = {0, 2, 0, 2};

    /** Width has variance 2, activation 1, and both together, of which only the signs of their deviations matter, 0.8. */
    @Test
    void shares_of_a_formula_with_known_variances_are_found() {
        Importance found = new RandomForest(ImportanceFixtures.of(10, RandomForestTest::formula), 7).importance();
        assertThat(found.observations()).isEqualTo(600);
        assertThat(found.fit()).isGreaterThan(0.99);
        assertThat(share(found, "width")).isCloseTo(2 / 3.8, within(0.02));
        assertThat(share(found, "activation")).isCloseTo(1 / 3.8, within(0.02));
        assertThat(share(found, "width", "activation")).isCloseTo(0.8 / 3.8, within(0.02));
        assertThat(share(found, "idle")).isCloseTo(0, within(0.005));
        assertThat(found.effects().get(0).factors()).containsExactly("width");
        assertThat(found.effects()).hasSize(6);
        assertThat(found.effects().stream()
                        .mapToDouble(effect -> effect.share().mean())
                        .sum())
                .isBetween(0.97, 1.0001);
    }

    @Test
    void intervals_hold_the_mean_and_are_wider_the_fewer_observations_there_are() {
        SplittableRandom noise = new SplittableRandom(3);
        Importance few = new RandomForest(ImportanceFixtures.of(1, levels -> formula(levels) + noise.nextGaussian()), 7)
                .importance();
        Importance many = new RandomForest(
                        ImportanceFixtures.of(20, levels -> formula(levels) + noise.nextGaussian()), 7)
                .importance();
        assertThat(few.effects())
                .allSatisfy(effect -> assertThat(effect.share().low())
                        .isLessThanOrEqualTo(effect.share().high()));
        assertThat(width(few)).isGreaterThan(2 * width(many));
        assertThat(share(many, "width")).isBetween(0.4, 0.6);
    }

    @Test
    void marginals_are_the_mean_response_at_each_level() {
        Importance found = new RandomForest(ImportanceFixtures.of(10, RandomForestTest::formula), 7).importance();
        for (int level = 0; level < 5; level++) {
            assertThat(found.marginals().get(0).responses().get(level).mean())
                    .isCloseTo(WIDTH[level] + 1, within(0.05));
        }
    }

    @Test
    void a_forest_that_learns_nothing_says_so() {
        SplittableRandom noise = new SplittableRandom(4);
        Importance found = new RandomForest(ImportanceFixtures.of(4, levels -> noise.nextGaussian()), 7).importance();
        assertThat(found.fit()).isLessThan(0.05);
    }

    @Test
    void equal_responses_have_no_shares() {
        Importance found = new RandomForest(ImportanceFixtures.of(1, levels -> 3), 7).importance();
        assertThat(found.fit()).isZero();
        assertThat(found.effects()).allMatch(effect -> effect.share().mean() == 0);
    }

    @Test
    void equal_seeds_give_equal_answers_and_others_do_not() {
        SplittableRandom noise = new SplittableRandom(5);
        Observations observations = ImportanceFixtures.of(2, levels -> formula(levels) + noise.nextGaussian());
        Importance found = new RandomForest(observations, 7).importance();
        assertThat(new RandomForest(observations, 7).importance()).isEqualTo(found);
        assertThat(new RandomForest(observations, 8).importance()).isNotEqualTo(found);
    }

    @Test
    void observations_that_do_not_fit_their_factors_are_refused() {
        List<Factor> factors = ImportanceFixtures.FACTORS;
        assertThatThrownBy(() -> new Observations(factors, List.of(new Observation(ImmutableIntArray.of(0, 0), 1))))
                .hasMessageContaining("levels must be one for each of 3 factors");
        assertThatThrownBy(() -> new Observations(factors, List.of(new Observation(ImmutableIntArray.of(0, 4, 0), 1))))
                .hasMessage("level must be in [0, 4), but was 4");
        assertThatThrownBy(() ->
                        new Observations(factors, List.of(new Observation(ImmutableIntArray.of(0, 0, 0), Double.NaN))))
                .hasMessageContaining("response must be finite");
        assertThatThrownBy(() -> new RandomForest(new Observations(factors, List.of()), 1))
                .hasMessage("observations must be >= 1, but were none");
        assertThatThrownBy(() -> new Factor("x", List.of("a", "a"), false)).hasMessageContaining("occur twice");
    }

    /** The sign of the width's deviation times that of the activation's, times 1: of five widths one has none. */
    private static double formula(int[] levels) {
        double together = Math.signum(WIDTH[levels[0]] - 2) * (ACTIVATION[levels[1]] - 1);
        return WIDTH[levels[0]] + ACTIVATION[levels[1]] + together;
    }

    private static double share(Importance importance, String... factors) {
        return importance.effects().stream()
                .filter(effect -> effect.factors().equals(List.of(factors)))
                .mapToDouble(effect -> effect.share().mean())
                .findFirst()
                .orElseThrow();
    }

    private static double width(Importance importance) {
        return importance.effects().stream()
                .map(Effect::share)
                .mapToDouble(share -> share.high() - share.low())
                .sum();
    }
}
