package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.space.Genome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableSearchTest {
    private static final LossTable TABLE = SmallTable.ofUnits();
    private static final LookUp.Seen SEEN = LookUp.Seen.of(TABLE);

    @ParameterizedTest
    @EnumSource(SearchMethod.class)
    void search_keeps_to_its_budget_and_begins_as_one_with_less_does(SearchMethod method) {
        TableSearch search = new TableSearch(SmallTable.TASK, SEEN, method);
        List<LookUp.Purchase> purchases = search.run(1, 150);
        assertThat(purchases).isNotEmpty().allMatch(purchase -> purchase.spent() <= 150);
        assertThat(search.run(1, 100))
                .isEqualTo(purchases.stream()
                        .filter(purchase -> purchase.spent() <= 100)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchMethod.class,
            names = {"RANDOM", "EVOLUTION"})
    void search_without_rungs_spends_all_on_different_genomes(SearchMethod method) {
        List<Genome> bought = new TableSearch(SmallTable.TASK, SEEN, method)
                .run(2, 9 * 30 + 8).stream().map(LookUp.Purchase::genome).toList();
        assertThat(bought).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void halving_begins_with_the_largest() {
        List<LookUp.Purchase> bought = new TableSearch(SmallTable.TASK, SEEN, SearchMethod.HALVING).run(1, 1_000);
        assertThat(bought.get(0).genome().architecture().units()).containsExactly(8, 8);
        assertThat(bought.get(1).genome().architecture().units()).containsExactly(4, 4);
    }

    /** Whether looked up, cut off or drawn: all of it must agree for that. */
    @Test
    void random_search_hits_as_often_as_was_computed() {
        LossTable table = SmallTable.of((genome, seed) -> 0.1
                + 0.5
                        / (1
                                + genome.architecture().units().stream()
                                        .mapToInt(units -> units)
                                        .sum())
                + 0.02 * Math.floorMod(genome.key().hashCode() + seed, 5));
        Truth truth = Truth.of(table);
        LookUp.Seen seen = LookUp.Seen.of(table);
        RandomHit hit = new RandomHit(
                SmallTable.TASK.genomes(),
                seen.assessed(SmallTable.TASK.genomes(), 9),
                truth::isWithin,
                genome -> genome.architecture().depth());
        TableReport report = new TableReport(SmallTable.TASK, table, 1);
        TableSearch search = new TableSearch(SmallTable.TASK, seen, SearchMethod.RANDOM);
        int searches = 2_000;
        int hits = 0;
        for (int seed = 0; seed < searches; seed++) {
            Genome found = report.answer(search.run(seed, 10 * 9), 10 * 9)
                    .orElseThrow()
                    .genome();
            hits += truth.isWithin(found) ? 1 : 0;
        }
        double exact = hit.probability(10);
        assertThat(exact).isBetween(0.1, 0.9);
        double deviation = Math.sqrt(exact * (1 - exact) / searches);
        assertThat((double) hits / searches).isBetween(exact - 4 * deviation, exact + 4 * deviation);
    }
}
