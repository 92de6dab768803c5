package nas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunCounts;
import nas.journal.RunHistory;
import nas.report.Progression.Point;
import nas.run.FakeEvaluator;
import nas.run.FakeRun;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.Fold;
import nas.trial.LossScale;
import nas.trial.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn from a journal: progress, ancestry, agreement of rungs, learning curves, work. */
class RunStoryTest {
    @TempDir
    Path temporary;

    @Test
    void progress_only_gets_better_and_ends_at_the_best_network_of_the_highest_rung() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        LossScale scale = history.selection().orElseThrow().scale();
        List<Point> points = Progression.of(history, scale, 0.02).points();
        assertThat(points).extracting(Point::generation).containsExactly(1, 2, 3, 4);
        assertThat(points)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Point::objective).reversed());
        assertThat(points).isSortedAccordingTo(Comparator.comparingLong(Point::epochs));
        Assessed best = history.assessed().stream()
                .min(Comparator.comparingDouble(each -> scale.objective(each.loss(), each.parameters(), 0.02)))
                .orElseThrow();
        assertThat(points.get(3).best()).isEqualTo(best);
        long search = history.trials().stream()
                .filter(result -> !result.trial().fold().isSearch())
                .mapToLong(result -> result.epochs())
                .sum();
        assertThat(points.get(3).epochs()).isEqualTo(RunCounts.of(history).epochs() - search);
    }

    @Test
    void several_runs_are_told_on_the_scale_of_the_best() {
        RunHistory one = ReportFixtures.run(temporary.resolve("one")).history();
        RunHistory better = ReportFixtures.run(temporary.resolve("better"), trial -> FakeEvaluator.formula(trial) - 0.2)
                .history();
        double lowest = better.selection().orElseThrow().scale().referenceLoss();
        assertThat(Progressions.scale(List.of(one, better)).orElseThrow().referenceLoss())
                .isEqualTo(lowest);
        assertThat(Progressions.of(List.of(new ReportJson.Other("one", one), new ReportJson.Other("better", better))))
                .allSatisfy(named -> assertThat(named.progression().points()).hasSize(4))
                .extracting(Progressions.Named::run)
                .containsExactly("one", "better");
    }

    @Test
    void ancestry_leads_from_a_first_genome_through_parents_to_the_genome() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        Set<String> first = new HashSet<>();
        history.generations().get(0).bred().stream().map(Bred::key).forEach(first::add);
        for (GenerationEnded generation : history.generations()) {
            for (Bred bred : generation.bred()) {
                Genome genome = genome(history, bred.key());
                List<Ancestry.Step> steps = Ancestry.of(history, genome).steps();
                assertThat(first).contains(steps.get(0).genome().key());
                assertThat(steps.get(0).gain()).isEmpty();
                assertThat(steps.get(steps.size() - 1).genome()).isEqualTo(genome);
                assertThat(steps).isSortedAccordingTo(Comparator.comparingInt(Ancestry.Step::generation));
                checkGains(steps);
            }
        }
    }

    private static void checkGains(List<Ancestry.Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            Genome parent = steps.get(i - 1).genome();
            Genome child = steps.get(i).genome();
            steps.get(i).gain().ifPresent(gain -> {
                assertThat(gain.parent().genome()).isEqualTo(parent);
                assertThat(gain.child().genome()).isEqualTo(child);
                assertThat(gain.parent().loss()).isCloseTo(FakeEvaluator.formula(parent), within(1e-12));
            });
        }
    }

    @Test
    void a_genome_that_was_never_bred_has_no_ancestry() {
        FakeRun run = ReportFixtures.run(temporary.resolve("run"));
        Concluded concluded = run.history().concluded().orElseThrow();
        Set<String> bred = new HashSet<>();
        run.history().generations().forEach(generation -> generation.bred().forEach(each -> bred.add(each.key())));
        concluded.descent().orElseThrow().neighbours().stream()
                .map(neighbour -> neighbour.genome())
                .filter(genome -> !bred.contains(genome.key()))
                .forEach(genome ->
                        assertThat(Ancestry.of(run.history(), genome).steps()).isEmpty());
    }

    /** The order of the formula is the same at all rungs; turned round at the first one, it is the opposite. */
    @Test
    void rungs_agree_as_far_as_their_orders_do() {
        RunHistory alike = ReportFixtures.run(temporary.resolve("alike")).history();
        assertThat(RungAgreement.of(alike)).hasSize(1).allSatisfy(each -> {
            assertThat(each.tau()).isCloseTo(1, within(0.1));
            assertThat(each.epochs()).isEqualTo(1);
            assertThat(each.highest()).isEqualTo(2);
        });
        RunHistory opposite = ReportFixtures.run(temporary.resolve("opposite"), RunStoryTest::turned)
                .history();
        assertThat(RungAgreement.of(opposite)).hasSize(1).allMatch(each -> each.tau() < -0.9);
    }

    private static double turned(Trial trial) {
        double loss = FakeEvaluator.formula(trial.genome());
        return trial.budget().epochs() == 1 ? 1.5 - loss : loss;
    }

    @Test
    void finalists_and_the_winner_have_learning_curves_over_all_their_blocks() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        Concluded concluded = history.concluded().orElseThrow();
        List<FinalistCurve> curves = FinalistCurve.of(history);
        assertThat(curves)
                .extracting(FinalistCurve::genome)
                .contains(concluded.winner().genome());
        assertThat(curves)
                .hasSizeGreaterThanOrEqualTo(concluded.race().finalists().size());
        for (FinalistCurve curve : curves) {
            double[] losses = history.trials().stream()
                    .filter(result -> result.trial().genome().equals(curve.genome()))
                    .filter(result -> result.trial().fold().kind() == Fold.Kind.BLOCK)
                    .mapToDouble(result -> result.measures().orElseThrow().loss())
                    .toArray();
            assertThat(curve.trainings()).isEqualTo(losses.length);
            assertThat(curve.training()).hasSize(2);
            assertThat(curve.validation().get(1))
                    .isCloseTo(Arrays.stream(losses).average().orElseThrow(), within(1e-12));
        }
    }

    @Test
    void work_is_told_by_worker() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        List<WorkerShare> shares = WorkerShare.of(history);
        assertThat(shares).extracting(WorkerShare::worker).containsExactly("worker-0", "worker-1");
        assertThat(shares.stream().mapToLong(WorkerShare::trials).sum())
                .isEqualTo(history.trials().size());
        assertThat(shares).allSatisfy(share -> assertThat(share.seconds()).isEqualTo(share.trials() / 2.0));
    }

    private static Genome genome(RunHistory history, String key) {
        return history.trials().stream()
                .map(result -> result.trial().genome())
                .filter(genome -> genome.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
