package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.select.Assessed;
import nas.select.Certificate;
import nas.select.CorrectedMeasures;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Difference;
import nas.select.Finalist;
import nas.select.MetricEstimate;
import nas.select.Neighbour;
import nas.select.Race;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.space.RuleOfThumb;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.LeadingMetric;
import nas.trial.LearningCurve;
import nas.trial.LossScale;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journal of a run with rungs, finalists and a descent. The file {@code format-1-conclusion.jsonl} must never change:
 * users have journals like it.
 */
class ConcludedJournalTest {
    private static final Genome SMALL = JournalFixtures.genome(4);
    private static final Genome MIDDLE = JournalFixtures.genome(7);
    private static final Genome LARGE = JournalFixtures.genome(16);
    private static final Genome FAILED = JournalFixtures.genome(64);

    private static final TrialEnded FIRST_RUNG = ended(new Trial(MIDDLE, new Budget(1, 8), 5, Fold.VALIDATION), 0.5);
    private static final TrialEnded SECOND_RUNG = ended(new Trial(MIDDLE, new Budget(3, 8), 5, Fold.VALIDATION), 0.25);
    private static final TrialEnded SECOND_SEED = ended(new Trial(MIDDLE, new Budget(3, 8), 6, Fold.VALIDATION), 0.75);
    private static final TrialEnded OTHER = ended(new Trial(LARGE, new Budget(1, 8), 5, Fold.VALIDATION), 0.125);
    private static final TrialEnded BLOCK = ended(new Trial(SMALL, new Budget(8), 7, Fold.block(-3, 2, 10)), 0.375);

    /** Of an end that was undone by larger limits. */
    private static final TrialEnded FORMER = ended(new Trial(FAILED, new Budget(8), 7, Fold.block(-3, 1, 10)), 0.875);

    private static final GenerationEnded GENERATION = new GenerationEnded(
            1,
            List.of(
                    new Bred(MIDDLE.key(), List.of(), List.of("rule 2/3")),
                    new Bred(LARGE.key(), List.of(), List.of("spread"))),
            0,
            List.of(
                    new Asked(1, 5, List.of(MIDDLE.key(), LARGE.key())),
                    new Asked(3, 5, List.of(MIDDLE.key())),
                    new Asked(3, 6, List.of(MIDDLE.key()))));

    private static final Finalist WINNER =
            new Finalist(MIDDLE, 59, measures(0.5), 3, 0.0625, 0.03125, Finalist.Verdict.IN);
    private static final Finalist REFERENCE =
            new Finalist(LARGE, 131, measures(0.4375), 5, 0, 0, Finalist.Verdict.UNDECIDED);
    private static final Neighbour MOVED =
            new Neighbour(SMALL, "layer 1 narrower: 7 -> 4", 35, 0.03125, 0.015625, null, Neighbour.Verdict.ACCEPTED);
    private static final Neighbour WORSE = new Neighbour(
            JournalFixtures.genome(3), "layer 1 narrower: 4 -> 3", 27, null, null, null, Neighbour.Verdict.SHOWN_WORSE);
    private static final DescentResult DESCENT = new DescentResult(
            new Assessed(SMALL, 35, measures(0.46875)),
            new Difference(0.03125, 0.015625),
            new Assessed(LARGE, 131, measures(0.4375)),
            List.of(new DescentMove(MIDDLE, MOVED, 2, 4)),
            List.of(WORSE),
            List.of(new Neighbour(
                    MIDDLE, "layer 1 wider: 4 -> 5", 43, -0.5, 0.25, null, Neighbour.Verdict.WITHIN_TOLERANCE)),
            new Certificate(0.0625, 1, 1, 1, 0, 0, false));
    private static final Concluded CONCLUDED = new Concluded(
            List.of(new Asked(8, 7, List.of(SMALL.key()))),
            new Race(
                    List.of(WINNER, REFERENCE),
                    List.of(FAILED),
                    REFERENCE,
                    new LossScale(1.25, 0.4375),
                    0.03125,
                    0.0625,
                    WINNER,
                    true),
            Optional.of(DESCENT),
            Optional.of(new CorrectedMeasures(0.5, 0.125, 0.75, null, 0.0625)));

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void write_a_journal() {
        folder = JournalFixtures.written(
                temporary,
                header(new WinnerRule.Within(0.02)),
                List.of(
                        FIRST_RUNG,
                        OTHER,
                        SECOND_RUNG,
                        SECOND_SEED,
                        GENERATION,
                        FORMER,
                        BLOCK,
                        CONCLUDED,
                        new WinnerChosen(SMALL.key(), 1, Stop.EXHAUSTED),
                        new RunEnded("", 2, 3)));
    }

    @Test
    void it_is_written_as_the_same_bytes() throws IOException {
        assertThat(Files.readString(folder.journalFile()))
                .isEqualTo(JournalFixtures.golden("format-1-conclusion.jsonl"));
    }

    @Test
    void it_is_read_as_it_was_written() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.concluded()).contains(CONCLUDED);
        assertThat(history.generations()).containsExactly(GENERATION);
        assertThat(history.header().data().blocks()).isEqualTo(7);
    }

    @Test
    void only_trials_that_some_decision_asked_for_count_and_epochs_that_go_on_count_once() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.trials())
                .containsExactly(
                        FIRST_RUNG.result(),
                        OTHER.result(),
                        SECOND_RUNG.result(),
                        SECOND_SEED.result(),
                        BLOCK.result());
        assertThat(RunCounts.of(history).epochs()).isEqualTo(3 + 1 + 3 + 8);
    }

    @Test
    void who_stands_highest_is_assessed_by_the_mean_over_its_seeds() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.assessed()).singleElement().satisfies(assessed -> {
            assertThat(assessed.genome()).isEqualTo(MIDDLE);
            assertThat(assessed.loss()).isEqualTo(0.5);
        });
        assertThat(RunCounts.of(history).genomes()).isEqualTo(2);
    }

    @Test
    void the_result_tells_finalists_neighbours_and_certificate() {
        RunHistory history = JournalReader.read(folder);
        ObjectNode result = ResultJson.of(folder, history, RunState.COMPLETE);
        assertThat(result.at("/winner/key").asText()).isEqualTo(SMALL.key());
        assertThat(result.at("/winner/validation/loss").asDouble()).isEqualTo(0.46875);
        assertThat(result.at("/winner/met").asBoolean()).isTrue();
        assertThat(result.at("/winner/certificate").toString())
                .isEqualTo("{\"tolerance\":0.0625,\"moves\":1,\"neighboursTested\":1,\"shownWorse\":1,"
                        + "\"undecided\":0,\"withinTolerance\":0,\"timeUp\":false}");
        assertThat(result.at("/winner/test/source").asText()).isEqualTo("bbc-cv");
        assertThat(result.at("/winner/test/accuracy").asDouble()).isEqualTo(0.75);
        assertThat(result.at("/winner/optimism").asDouble()).isEqualTo(0.9375 - 0.75);
        assertThat(result.at("/finalists")).hasSize(3);
        assertThat(result.at("/finalists/2/key").asText()).isEqualTo(FAILED.key());
        assertThat(result.at("/finalists/2/verdict").asText()).isEqualTo("failed");
        assertThat(result.at("/finalists/0/verdict").asText()).isEqualTo("in");
        assertThat(result.at("/neighbours/0/change").asText()).isEqualTo("layer 1 narrower: 4 -> 3");
        assertThat(result.at("/neighbours/0/difference").isNull()).isTrue();
        assertThat(result.at("/enlargements/0/parameters").asInt()).isEqualTo(43);
        assertThat(result.at("/stop").asText()).isEqualTo("exhausted");
    }

    /** The file {@code format-1-reach.jsonl} must never change either. */
    @Test
    void metric_that_neighbours_had_to_reach_is_written_and_read_and_told() throws IOException {
        MetricEstimate metric = new MetricEstimate(LeadingMetric.ACCURACY, 0.875, 0.0625);
        Neighbour near = new Neighbour(
                JournalFixtures.genome(3),
                "layer 1 narrower: 4 -> 3",
                27,
                0.25,
                0.125,
                metric,
                Neighbour.Verdict.WITHIN_TOLERANCE);
        DescentResult descent = new DescentResult(
                DESCENT.winner(),
                DESCENT.difference(),
                DESCENT.reference(),
                List.of(),
                List.of(near),
                List.of(),
                new Certificate(0, 0, 1, 0, 0, 1, false));
        Concluded concluded = new Concluded(List.of(), CONCLUDED.race(), Optional.of(descent), Optional.empty());
        RunFolder reach = JournalFixtures.written(
                temporary.resolve("reach"),
                header(new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.875)),
                List.of(concluded));
        assertThat(Files.readString(reach.journalFile())).isEqualTo(JournalFixtures.golden("format-1-reach.jsonl"));
        RunHistory history = JournalReader.read(reach);
        assertThat(history.concluded()).contains(concluded);
        ObjectNode result = ResultJson.of(reach, history, RunState.INTERRUPTED);
        assertThat(result.at("/neighbours/0/metric").toString())
                .isEqualTo("{\"name\":\"accuracy\",\"value\":0.875,\"margin\":0.0625}");
        assertThat(ResultJson.of(folder, JournalReader.read(folder), RunState.COMPLETE)
                        .at("/neighbours/0/metric")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_result_tells_how_rules_of_thumb_did_at_the_rung_where_they_stand() {
        ObjectNode result = ResultJson.of(folder, JournalReader.read(folder), RunState.COMPLETE);
        assertThat(result.at("/rulesOfThumb")).hasSize(1);
        assertThat(result.at("/rulesOfThumb/0/rule").asText()).isEqualTo("2/3");
        assertThat(result.at("/rulesOfThumb/0/key").asText()).isEqualTo(MIDDLE.key());
        assertThat(result.at("/rulesOfThumb/0/epochs").asInt()).isEqualTo(3);
        assertThat(result.at("/rulesOfThumb/0/loss").asDouble()).isEqualTo(0.5);
    }

    @Test
    void rules_of_thumb_tell_what_they_ask_for_and_whether_the_space_has_it() {
        assertThat(TriedRule.of(JournalReader.read(folder))).singleElement().satisfies(tried -> {
            assertThat(tried.rule()).isEqualTo(RuleOfThumb.TWO_THIRDS);
            assertThat(tried.units()).isEqualTo(6);
            assertThat(tried.isClipped()).isTrue();
        });
    }

    @Test
    void the_front_is_that_of_finalists_and_descent_as_measured_last() {
        RunAnswer answer = JournalReader.read(folder).answer().orElseThrow();
        assertThat(answer.front()).extracting(Assessed::genome).containsExactly(SMALL, LARGE);
        assertThat(answer.certificate()).contains(DESCENT.certificate());
        assertThat(answer.sentence())
                .isEqualTo(
                        "smallest within 2% or the noise of the measurement, which is more: keeps at least 92.3% of what the"
                                + " best one learns");
    }

    @Test
    void what_descent_accepts_satisfies_a_rule_that_no_finalist_did() {
        Race missed = new Race(
                CONCLUDED.race().finalists(),
                List.of(),
                REFERENCE,
                CONCLUDED.race().scale(),
                0,
                0,
                WINNER,
                false);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.75);
        assertThat(RunAnswer.of(new Concluded(List.of(), missed, Optional.of(DESCENT), Optional.empty()), reach)
                        .sentence())
                .isEqualTo("smallest that reaches accuracy 0.75, with 95% confidence in each test");
        assertThat(RunAnswer.of(new Concluded(List.of(), missed, Optional.empty(), Optional.empty()), reach)
                        .sentence())
                .startsWith(
                        "smallest that reaches accuracy 0.75: nothing surely reaches accuracy 0.75; the nearest is ");
    }

    static List<WinnerRule> rules() {
        return List.of(
                new WinnerRule.Within(0.02),
                new WinnerRule.OneStandardError(),
                new WinnerRule.Reach(LeadingMetric.BALANCED_ACCURACY, 0.97),
                new WinnerRule.Reach(LeadingMetric.RMSE, 70_000));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_header_tells_the_rule(WinnerRule rule) {
        RunFolder other = RunFolder.create(temporary.resolve("rule"));
        JournalFixtures.begin(other, header(rule)).close();
        assertThat(JournalReader.read(other).header().aim().rule()).isEqualTo(rule);
    }

    private static Header header(WinnerRule rule) {
        return JournalFixtures.header(JournalFixtures.header(0).data().withRowTraits(false, true, 7), rule);
    }

    private static Measures measures(double loss) {
        return new Measures(loss, 0.0625, 1.25, 0.9375, null, 120, Map.of(Measures.LOG_LOSS, loss));
    }

    private static TrialEnded ended(Trial trial, double loss) {
        LearningCurve.Point point = new LearningCurve.Point(loss, loss);
        LearningCurve curve =
                new LearningCurve(Collections.nCopies(trial.budget().epochs(), point));
        return new TrialEnded(new TrialResult(
                trial, new Outcome.Measured(measures(loss), curve), new TrialResult.Effort("blas", "worker-0", 0.25)));
    }
}
