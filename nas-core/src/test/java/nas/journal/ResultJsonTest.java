package nas.journal;

import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.trial.Fold;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
    private static final RunFolder FOLDER = new RunFolder(Path.of("runs", "iris-1"));

    /** The contract: every field is always there. */
    private static final String SHAPE = """
            {"run": 0, "path": 0, "state": 0, "seed": 0, "strategy": 0, "engine": 0,
             "data": {"name": 0, "task": 0, "inputs": 0, "outputs": 0,
               "rows": {"train": 0, "validation": 0, "test": 0}, "fingerprint": 0, "folds": 0,
               "leading": 0, "leadingReason": 0},
             "winner": {"key": 0, "layers": 0, "recipe": 0, "parameters": 0, "objective": 0,
               "validation": {"loss": 0, "lossStandardError": 0, "accuracy": 0, "rmse": 0, "metrics": {}},
               "test": {"source": 0, "loss": 0, "accuracy": 0, "rmse": 0, "metrics": {}, "seeds": 0,
                 "standardDeviation": 0, "openings": 0},
               "optimism": 0, "rule": 0, "met": 0,
               "certificate": {"tolerance": 0, "moves": 0, "neighboursTested": 0, "shownWorse": 0, "undecided": 0,
                 "withinTolerance": 0}},
             "pareto": 0, "finalists": 0, "neighbours": 0, "enlargements": 0, "rulesOfThumb": 0,
             "counts": {"genomes": 0, "trials": 0, "duplicates": 0, "failed": 0, "pruned": 0, "reused": 0,
               "epochs": 0},
             "stop": 0, "equalityPromise": {"holds": 0, "exceptions": 0},
             "seconds": {"search": 0, "finalists": 0, "total": 0}}
            """;

    private final RunHistory history = new RunHistory(JournalFixtures.HEADER);

    @Test
    void every_field_of_the_contract_is_there_at_any_time() throws IOException {
        JsonNode shape = new ObjectMapper().readTree(SHAPE);
        add(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
        assertThat(paths(ResultJson.of(FOLDER, history, RunState.RUNNING))).containsAll(paths(shape));
        finish();
        assertThat(paths(ResultJson.of(FOLDER, history, RunState.COMPLETE))).containsAll(paths(shape));
    }

    @Test
    void a_run_without_a_measured_genome_has_no_winner() {
        JsonNode result = ResultJson.of(FOLDER, history, RunState.RUNNING);
        assertThat(result.get("winner").isNull()).isTrue();
        assertThat(result.get("pareto")).isEmpty();
        assertThat(result.get("seconds").get("total").isNull()).isTrue();
        assertThat(result.get("state").textValue()).isEqualTo("running");
        assertThat(result.get("path").textValue()).isEqualTo("runs/iris-1");
        assertThat(result.get("seed").longValue()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void numbers_are_those_of_the_history() {
        finish();
        JsonNode result = ResultJson.of(FOLDER, history, RunState.COMPLETE);
        JsonNode winner = result.get("winner");
        assertThat(winner.get("parameters").longValue()).isEqualTo(5 * 4 + 5 * 3);
        assertThat(winner.get("layers").toString()).isEqualTo("[{\"units\":4,\"activation\":\"elu\",\"dropout\":0.1}]");
        assertThat(winner.get("recipe").get("initialisation").textValue()).isEqualTo("auto");
        assertThat(winner.get("recipe").get("patience").intValue()).isZero();
        assertThat(winner.get("test").get("source").textValue()).isEqualTo("rows");
        assertThat(winner.get("test").get("loss").doubleValue()).isCloseTo(0.65, within(1e-12));
        assertThat(winner.get("test").get("seeds").intValue()).isEqualTo(2);
        assertThat(winner.get("test").get("openings").intValue()).isEqualTo(1);
        assertThat(winner.get("optimism").doubleValue()).isEqualTo(0);
        assertThat(winner.get("rule").textValue())
                .isEqualTo("smallest within 2%: keeps at least 98.0% of what the best one learns");
        assertThat(result.get("pareto")).hasSize(1);
        assertThat(result.get("stop").textValue()).isEqualTo("time");
        assertThat(result.get("equalityPromise").toString())
                .isEqualTo(
                        "{\"holds\":false,\"exceptions\":[\"a time limit decided how many generations there are\"]}");
        assertThat(result.get("counts").toString())
                .isEqualTo("{\"genomes\":3,\"trials\":5,\"duplicates\":2,\"failed\":1,\"pruned\":0,"
                        + "\"reused\":0,\"epochs\":9}");
        assertThat(result.get("seconds").toString()).isEqualTo("{\"search\":1.5,\"finalists\":0.5,\"total\":2.0}");
    }

    @Test
    void metrics_stand_with_the_winner_and_the_leading_one_with_the_front() {
        DataSummary data =
                JournalFixtures.HEADER.data().withLeading(LeadingMetric.BALANCED_ACCURACY, "nearly all are 'no'");
        RunHistory led = new RunHistory(JournalFixtures.header(data));
        led.add(new TrialEnded(withMetrics(measured(4, Fold.VALIDATION, 1, 0.5), 0.75)), 0);
        led.add(JournalFixtures.generation(1, 0, 4), 0);
        led.add(new WinnerChosen(JournalFixtures.genome(4).key(), 1, Stop.GENERATIONS), 0);
        led.add(new TrialEnded(withMetrics(measured(4, Fold.TEST, 2, 0.6), 0.5)), 0);
        led.add(new TrialEnded(withMetrics(measured(4, Fold.TEST, 3, 0.6), 0.625)), 0);
        led.add(new RunEnded("", 1.5, 0.5), 0);

        JsonNode result = ResultJson.of(FOLDER, led, RunState.COMPLETE);
        assertThat(result.get("data").get("leading").textValue()).isEqualTo("balancedAccuracy");
        assertThat(result.get("data").get("leadingReason").textValue()).isEqualTo("nearly all are 'no'");
        JsonNode winner = result.get("winner");
        assertThat(winner.get("validation").get("metrics").toString())
                .isEqualTo("{\"balancedAccuracy\":0.75,\"logLoss\":0.5}");
        assertThat(winner.get("test").get("metrics").toString())
                .isEqualTo("{\"balancedAccuracy\":0.5625,\"logLoss\":0.5}");
        assertThat(winner.get("optimism").doubleValue()).isEqualTo(0.1875);
        JsonNode member = result.get("pareto").get(0);
        assertThat(member.get("balancedAccuracy").doubleValue()).isEqualTo(0.75);
        assertThat(member.get("accuracy").doubleValue()).isEqualTo(0.9);
    }

    private static TrialResult withMetrics(TrialResult result, double balancedAccuracy) {
        Measures measures = result.measures()
                .orElseThrow()
                .withMetrics(ImmutableMap.of("balancedAccuracy", balancedAccuracy, "logLoss", 0.5));
        Outcome outcome = new Outcome.Measured(measures, result.outcome().curve());
        return new TrialResult(result.trial(), outcome, result.effort());
    }

    @Test
    void test_rows_stay_closed_to_readers_until_the_run_has_ended() {
        add(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
        add(new TrialEnded(measured(4, Fold.TEST, 2, 0.6)));
        JsonNode winner = ResultJson.of(FOLDER, history, RunState.RUNNING).get("winner");
        assertThat(winner.get("test").get("loss").isNull()).isTrue();
        assertThat(winner.get("optimism").isNull()).isTrue();
    }

    @Test
    void a_run_outside_the_promise_says_so() {
        add(new TrialEnded(JournalFixtures.failed(5, Outcome.Cause.OUT_OF_MEMORY)));
        add(new Resumed(Instant.EPOCH, JournalFixtures.provenance("Haswell"), 5, false));
        JsonNode promise = ResultJson.of(FOLDER, history, RunState.RUNNING).get("equalityPromise");
        assertThat(promise.toString())
                .isEqualTo("{\"holds\":false,\"exceptions\":[\"OpenBLAS cores were mixed: SkylakeX, Haswell\","
                        + "\"1 trial ran out of memory\"]}");
    }

    private void finish() {
        add(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
        add(new TrialEnded(measured(9, Fold.VALIDATION, 1, 0.6)));
        add(new TrialEnded(JournalFixtures.failed(6)));
        add(JournalFixtures.generation(1, 2, 4, 9, 6, 4, 4));
        add(new WinnerChosen(JournalFixtures.genome(4).key(), 1, Stop.TIME));
        add(new TrialEnded(measured(4, Fold.TEST, 2, 0.6)));
        add(new TrialEnded(measured(4, Fold.TEST, 3, 0.7)));
        add(new RunEnded("", 1.5, 0.5));
    }

    private void add(JournalRecord entry) {
        history.add(entry, 0);
    }

    private static List<String> paths(JsonNode node) {
        List<String> paths = new ArrayList<>();
        collect(node, "", paths);
        return ImmutableList.copyOf(paths);
    }

    private static void collect(JsonNode node, String prefix, List<String> paths) {
        node.properties().forEach(field -> {
            paths.add(prefix + field.getKey());
            if (!field.getKey().equals("recipe")) {
                collect(field.getValue(), prefix + field.getKey() + ".", paths);
            }
        });
    }
}
