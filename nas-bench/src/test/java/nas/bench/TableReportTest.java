package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableReportTest {
    @Test
    void report_has_a_row_for_each_budget_and_method_and_is_the_same_each_time() {
        LossTable table = SmallTable.ofUnits();
        String text = new TableReport(SmallTable.TASK, table, 5).text();
        assertThat(text.lines().filter(line -> line.matches("\\| \\d+ % \\|.*")))
                .hasSize(20);
        assertThat(text).contains("43 networks of 6 to 114 parameters, 30 epochs");
        assertThat(text)
                .contains(
                        "A search that trained every network of the table to the highest rung would choose, by the one seed");
        assertThat(text).contains("tau of the order at each rung with that at the highest: ");
        assertThat(text.lines().filter(line -> line.contains("exactly"))).hasSize(4);
        assertThat(new TableReport(SmallTable.TASK, table, 5).text()).isEqualTo(text);
    }

    @Test
    void search_that_found_nothing_is_no_hit() {
        String text = new TableReport(SmallTable.TASK, SmallTable.ofUnits(), 5).text();
        assertThat(text).contains("| 1 % | evolution, rungs | 0.000 (0.000 to 0.434) |");
    }
}
