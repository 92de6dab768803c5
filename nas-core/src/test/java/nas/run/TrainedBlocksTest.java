package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.Seeds;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunDetails;
import nas.journal.RunHistory;
import nas.select.BlockTrained;
import nas.select.DescentResult;
import nas.select.Finalist;
import nas.select.Neighbour;
import nas.select.Picking;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.trial.Fold;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedBlocksTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void finalists_and_whom_the_descent_tried_are_there_with_the_blocks_they_were_judged_by(int folds) {
        FakeRun run = run().folded(folds).begin(FakeEvaluator.ofFormula());
        Concluded concluded = run.history().concluded().orElseThrow();
        List<BlockTrained> trained = trained(run);
        assertThat(trained).extracting(BlockTrained::genome).doesNotHaveDuplicates();
        for (Finalist finalist : concluded.race().finalists()) {
            BlockTrained found = find(trained, finalist.genome());
            assertThat(found.race()).hasSize(finalist.blocks());
            assertThat(found.parameters()).isEqualTo(finalist.parameters());
            assertThat(found.race().stream()
                            .mapToDouble(block -> block.measures().loss())
                            .average()
                            .orElseThrow())
                    .isCloseTo(finalist.measures().loss(), within(1e-12));
        }
        DescentResult descent = concluded.descent().orElseThrow();
        assertThat(Stream.concat(descent.neighbours().stream(), descent.enlargements().stream())
                        .map(Neighbour::genome))
                .allSatisfy(
                        genome -> assertThat(find(trained, genome).descent()).isNotEmpty());
    }

    @Test
    void by_its_own_rule_a_run_picks_no_larger_network_than_its_race_did() {
        FakeRun run = run().begin(FakeEvaluator.ofFormula());
        Concluded concluded = run.history().concluded().orElseThrow();
        long picked = new Picking(trained(run), concluded.race().reference().genome())
                .by(new WinnerRule.Within(0.02), Long.MAX_VALUE)
                .orElseThrow()
                .winner()
                .parameters();
        assertThat(picked).isLessThanOrEqualTo(concluded.race().winner().parameters());
    }

    /** One genome in four fails in the second block of the descent. */
    @Test
    void whoever_was_trained_in_blocks_is_there_unless_it_failed_in_one() {
        long descent = Seeds.derive(JournalFixtures.HEADER.seed(), "descent");
        FakeRun run = run().begin(new FakeEvaluator(
                0,
                trial -> trial.fold().partition() == descent
                                && trial.fold().number() == 2
                                && "0123".indexOf(trial.genome().key().charAt(0)) >= 0
                        ? Double.NaN
                        : FakeEvaluator.formula(trial)));
        List<TrialResult> blocks = run.history().trials().stream()
                .filter(result -> result.trial().fold().kind() == Fold.Kind.BLOCK)
                .toList();
        Set<Genome> sound =
                blocks.stream().map(result -> result.trial().genome()).collect(Collectors.toSet());
        Set<Genome> failed = blocks.stream()
                .filter(result -> result.failure().isPresent())
                .map(result -> result.trial().genome())
                .collect(Collectors.toSet());
        sound.removeAll(failed);
        assertThat(failed).isNotEmpty();
        assertThat(trained(run)).extracting(BlockTrained::genome).containsExactlyInAnyOrderElementsOf(sound);
    }

    @Test
    void before_finalists_were_judged_there_are_none() {
        FakeRun run = run().begin(FakeEvaluator.ofFormula().stoppingAfter(5));
        assertThat(trained(run)).isEmpty();
    }

    @Test
    void what_its_files_have_lost_counts_as_never_trained() throws IOException {
        FakeRun run = run().begin(FakeEvaluator.ofFormula());
        assertThat(trained(run)).isNotEmpty();
        try (Stream<Path> files = Files.list(run.folder().path().resolve("sidecars"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(trained(run)).isEmpty();
    }

    /** The header and the settings of a run have the same seed. */
    private FakeRun run() {
        return FakeRun.in(temporary.resolve("run")).with(FakeRun.settings(JournalFixtures.HEADER.seed()));
    }

    private static List<BlockTrained> trained(FakeRun run) {
        RunHistory history = run.history();
        return TrainedBlocks.of(history, new RunDetails(run.folder(), history));
    }

    private static BlockTrained find(List<BlockTrained> trained, Genome genome) {
        return trained.stream()
                .filter(each -> each.genome().equals(genome))
                .findFirst()
                .orElseThrow();
    }
}
