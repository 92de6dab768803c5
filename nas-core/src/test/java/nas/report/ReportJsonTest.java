package nas.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import nas.journal.DataSummary;
import nas.journal.JournalFixtures;
import nas.journal.ResultJson;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.run.FakeEvaluator;
import nas.run.FakeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {
    @TempDir
    Path temporary;

    @Test
    void data_of_a_report_are_golden() throws IOException {
        ObjectNode report = report(ReportFixtures.run(temporary.resolve("run")), RunState.COMPLETE);
        ((ObjectNode) report.required("result")).put("path", "runs/run");
        assertThat(report.toPrettyString() + "\n").isEqualTo(golden());
    }

    @Test
    void numbers_are_those_of_the_result() {
        FakeRun run = ReportFixtures.run(temporary.resolve("run"));
        ObjectNode report = report(run, RunState.COMPLETE);
        assertThat(report.required("result")).isEqualTo(ResultJson.of(run.folder(), run.history(), RunState.COMPLETE));
        assertThat(report.required("trials").required("rows").size())
                .isEqualTo(report.at("/result/counts/trials").asInt());
        JsonNode linear = report.required("genomes").get(0);
        assertThat(linear.get(0).asText()).hasSize(16);
    }

    @Test
    void confusion_counts_the_test_rows_of_the_first_final_training() {
        FakeRun run = ReportFixtures.in(temporary.resolve("run"))
                .with(JournalFixtures.header(classes()))
                .begin(new TestRows(3));
        JsonNode test = report(run, RunState.COMPLETE).required("test");
        assertThat(test.required("classes")).extracting(JsonNode::asText).containsExactly("<a>", "b", "c");
        // rows are of classes 0, 1, 2, 0, …; the network says 0, 1, 1, 0, …
        assertThat(test.required("confusion").toString()).isEqualTo("[[3,0,0],[0,2,0],[0,2,0]]");
    }

    @Test
    void residuals_are_told_in_the_unit_of_the_target() {
        DataSummary price = new DataSummary("houses", "regression", 4, 1, new DataSummary.Rows(100, 30, 20), "abc")
                .withTargets(List.of(new DataSummary.Target("price", 100, 10)));
        FakeRun run = ReportFixtures.in(temporary.resolve("run"))
                .with(JournalFixtures.header(price))
                .begin(new TestRows(1));
        JsonNode output = report(run, RunState.COMPLETE)
                .required("test")
                .required("outputs")
                .get(0);
        assertThat(output.required("name").asText()).isEqualTo("price");
        // standardised values are 0, 1, 2, …, predictions half of them
        assertThat(output.required("points").get(2).toString()).isEqualTo("[120.0,110.0]");
    }

    @Test
    void interrupted_failed_and_empty_runs_have_a_report() {
        FakeRun stopped = ReportFixtures.in(temporary.resolve("stopped"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(1));
        ObjectNode one = report(stopped, RunState.INTERRUPTED);
        assertThat(one.at("/trials/rows").size()).isEqualTo(1);
        assertThat(one.at("/result/state").asText()).isEqualTo("interrupted");
        assertThat(one.required("test").isNull()).isTrue();
        ObjectNode failed =
                report(ReportFixtures.run(temporary.resolve("failed"), trial -> Double.NaN), RunState.FAILED);
        assertThat(failed.at("/result/winner").isNull()).isTrue();
        assertThat(failed.required("importance").isNull()).isTrue();
        assertThat(failed.at("/trials/words")).extracting(JsonNode::asText).contains("loss is not finite");
        ReportJson.Source empty = new ReportJson.Source(
                stopped.folder(), new RunHistory(JournalFixtures.HEADER), RunState.INTERRUPTED, "", List.of());
        assertThat(ReportJson.of(empty).at("/trials/rows")).isEmpty();
    }

    @Test
    void the_progress_of_other_runs_stands_beside_its_own() {
        FakeRun run = ReportFixtures.run(temporary.resolve("run"));
        FakeRun other = ReportFixtures.run(temporary.resolve("other"), trial -> FakeEvaluator.formula(trial) - 0.1);
        ObjectNode report = ReportJson.of(new ReportJson.Source(
                run.folder(),
                run.history(),
                RunState.COMPLETE,
                "",
                List.of(new ReportJson.Other("other", other.history()))));
        assertThat(report.required("progress"))
                .extracting(each -> each.required("run").asText())
                .containsExactly("run", "other");
    }

    private static DataSummary classes() {
        return JournalFixtures.HEADER
                .data()
                .withTargets(List.of(
                        new DataSummary.Target("<a>"), new DataSummary.Target("b"), new DataSummary.Target("c")));
    }

    private static ObjectNode report(FakeRun run, RunState state) {
        return ReportJson.of(ReportFixtures.source(run, state));
    }

    private static String golden() throws IOException {
        try (InputStream golden = ReportJsonTest.class.getResourceAsStream("report.json")) {
            return new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
