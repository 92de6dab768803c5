package nas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nas.journal.RunHistory;
import nas.report.importance.Importance;
import nas.run.EvolutionSettings;
import nas.run.FakeRun;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.space.Architecture;
import nas.trial.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneImportanceTest {
    @TempDir
    Path temporary;

    @Test
    void of_fewer_than_fifty_networks_nothing_is_said() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        GeneImportance importance = GeneImportance.of(history).orElseThrow();
        assertThat(importance.rung().measured().size()).isLessThan(Importance.LEAST_OBSERVATIONS);
        assertThat(importance.found()).isEmpty();
    }

    @Test
    void the_highest_rung_with_enough_networks_tells_what_the_loss_depends_on() {
        RunHistory history = large(
                        trial -> 1.0 / (1 + trial.genome().architecture().depth()))
                .history();
        GeneImportance importance = GeneImportance.of(history).orElseThrow();
        assertThat(importance.rung().measured().size()).isGreaterThanOrEqualTo(Importance.LEAST_OBSERVATIONS);
        assertThat(history.rungs())
                .filteredOn(rung -> rung.epochs() > importance.rung().epochs())
                .allMatch(rung -> rung.measured().size() < Importance.LEAST_OBSERVATIONS);
        Importance found = importance.found().orElseThrow();
        assertThat(found.fit()).isGreaterThan(0.8);
        assertThat(found.effects().get(0).factors()).containsExactly("layers");
    }

    /** A few networks that went astray would else be all that matters. */
    @Test
    void a_network_that_is_worse_than_the_constant_prediction_counts_as_that() {
        RunHistory history = large(GeneImportanceTest::astray).history();
        Importance found = GeneImportance.of(history).orElseThrow().found().orElseThrow();
        assertThat(found.marginals())
                .allSatisfy(marginal -> assertThat(marginal.responses()).allMatch(range -> range.mean() <= 1));
    }

    private static double astray(Trial trial) {
        Architecture architecture = trial.genome().architecture();
        return architecture.depth() > 0 && architecture.units().get(0) > 40 ? 1e6 : 0.5;
    }

    @Test
    void before_anything_was_measured_there_is_none() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run"), trial -> Double.NaN)
                .history();
        assertThat(GeneImportance.of(history)).isEmpty();
    }

    private FakeRun large(ToDoubleFunction<Trial> loss) {
        SearchSettings usual = FakeRun.SETTINGS;
        SearchSettings settings = new SearchSettings(
                usual.space(),
                usual.objective(),
                new EvolutionSettings(30, 4, 9),
                usual.seed(),
                new RungSettings(List.of(1, 2), List.of(1 / 4.0)),
                usual.finalists(),
                usual.start());
        return FakeRun.in(temporary.resolve("run")).with(settings).begin(ReportFixtures.evaluator(loss));
    }
}
