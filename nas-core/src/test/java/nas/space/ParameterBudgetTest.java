package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterBudgetTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;
    private static final List<Genome> GENOMES = RandomGenomes.of(300, 4);

    @ParameterizedTest
    @MethodSource("budgets")
    void repair_fits_stays_in_the_space_and_is_idempotent(ParameterBudget budget) {
        assertThat(GENOMES).allSatisfy(genome -> {
            Genome repaired = budget.repair(genome);
            assertThat(budget.admits(repaired)).isTrue();
            assertThat(SPACE.contains(repaired)).isTrue();
            assertThat(budget.repair(repaired)).isEqualTo(repaired);
        });
    }

    static Stream<ParameterBudget> budgets() {
        return LongStream.of(60, 110, 150, 500, 5_000, 1_000_000)
                .mapToObj(limit -> new ParameterBudget(SPACE, 12, 4, limit));
    }

    @Test
    void what_fits_is_left_alone() {
        ParameterBudget budget = new ParameterBudget(SPACE, 12, 4, 2_000);
        assertThat(GENOMES)
                .filteredOn(budget::admits)
                .isNotEmpty()
                .allSatisfy(genome -> assertThat(budget.repair(genome)).isEqualTo(genome));
    }

    @Test
    void widths_shrink_before_layers_go() {
        ParameterBudget budget = new ParameterBudget(SPACE, 12, 4, 12 * 8 + 8 + 8 * 8 + 8 + 8 * 4 + 4);
        assertThat(budget.repair(RandomGenomes.uniform(2, 64))).isEqualTo(RandomGenomes.uniform(2, 8));
    }

    @Test
    void where_the_linear_model_is_too_large_a_narrow_layer_stands_in() {
        ParameterBudget budget = new ParameterBudget(SPACE, 784, 10, 4_000);
        assertThat(budget.repair(RandomGenomes.uniform(0, 4))).isEqualTo(RandomGenomes.uniform(1, 4));
    }

    @Test
    void a_budget_below_the_smallest_network_is_refused() {
        assertThatThrownBy(() -> new ParameterBudget(SPACE, 12, 4, 51))
                .hasMessage("must be >= 52, the parameters of the smallest network of the space, but was 51");
    }
}
