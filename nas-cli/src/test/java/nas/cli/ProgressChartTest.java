package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import nas.report.Progression;
import nas.report.Progression.Point;
import nas.report.Progressions.Named;
import nas.select.Assessed;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class ProgressChartTest {
    private static final Assessed BEST = new Assessed(
            new Genome(Architecture.LINEAR, Recipe.DEFAULT), 15, new Measures(0.5, 0, 1, 0.5, null, 10, Map.of()));

    @Test
    void runs_are_letters_that_go_down_as_they_get_better() {
        Named fast = run("fast", point(1, 33, 3.2), point(2, 66, 1));
        Named slow = run("slow", point(1, 33, 2.1), point(2, 66, 2.1));
        assertThat(new ProgressChart(List.of(fast, slow)).lines())
                .containsExactly(
                        "    3.200 |" + " ".repeat(32) + "a".repeat(33),
                        "          |",
                        "          |",
                        "          |",
                        "          |",
                        "          |",
                        "          |" + " ".repeat(32) + "b".repeat(34),
                        "          |",
                        "          |",
                        "          |",
                        "          |",
                        "    1.000 |" + " ".repeat(65) + "a",
                        "          +" + "-".repeat(66),
                        "           0" + " ".repeat(56) + "66 epochs",
                        "           a fast   b slow   * several");
    }

    @Test
    void where_they_meet_there_is_a_star() {
        Named one = run("one", point(1, 10, -0.25));
        assertThat(new ProgressChart(List.of(one, one)).lines())
                .contains("   -0.250 |" + " ".repeat(65) + "*")
                .hasSize(15);
    }

    @Test
    void before_a_generation_has_ended_there_is_nothing_to_draw() {
        assertThat(new ProgressChart(List.of(run("begun"))).lines()).isEmpty();
    }

    @Test
    void no_more_runs_are_drawn_than_there_are_letters() {
        assertThat(new ProgressChart(Collections.nCopies(40, run("many", point(1, 10, 1)))).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .last()
                .asString()
                .contains("z many");
    }

    private static Named run(String name, Point... points) {
        return new Named(name, new Progression(List.of(points)));
    }

    private static Point point(int generation, long epochs, double objective) {
        return new Point(generation, epochs, generation, objective, BEST);
    }
}
