package nas.journal;

import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What journals say of metrics, and what is meant where they say nothing. */
class MetricsJournalTest {
    private static final Map<String, Double> METRICS =
            ImmutableMap.of("rmse:größe", 0.1, "balancedAccuracy", 2.0 / 3, "f1", 0.0);
    private static final TrialResult PLAIN = measured(4, Fold.VALIDATION, 1, 0.5);

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void create_folder() {
        folder = RunFolder.create(temporary.resolve("run"));
    }

    @Test
    void metrics_are_read_as_they_were_written_in_their_order() {
        write(JournalFixtures.HEADER, with(METRICS));
        Measures read = JournalReader.read(folder).trials().get(0).measures().orElseThrow();
        assertThat(read.metrics()).isEqualTo(METRICS);
        assertThat(read.metrics().keySet()).containsExactlyElementsOf(METRICS.keySet());
    }

    @Test
    void measures_without_metrics_say_nothing_of_them() throws IOException {
        write(JournalFixtures.HEADER, PLAIN);
        assertThat(Files.readString(folder.journalFile()))
                .doesNotContain("metrics", "leading", "hasWeights", "hasGroups");
        assertThat(JournalReader.read(folder).trials()).containsExactly(PLAIN);
    }

    @Test
    void a_metric_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Measures(1, 0, 1, null, null, 0, Map.of("f1", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f1 must be finite, but was NaN");
    }

    @Test
    void an_unusual_leading_metric_and_its_reason_are_kept() {
        DataSummary data = JournalFixtures.HEADER
                .data()
                .withLeading(LeadingMetric.BALANCED_ACCURACY, "72 % of the training rows are 'no', 5 % are 'maybe'");
        write(JournalFixtures.header(data), PLAIN);
        assertThat(JournalReader.read(folder).header().data()).isEqualTo(data);
    }

    @Test
    void the_usual_leading_metric_follows_from_the_task() {
        assertThat(summary("classification", 3).metric()).isEqualTo(LeadingMetric.ACCURACY);
        assertThat(summary("regression", 1).metric()).isEqualTo(LeadingMetric.RMSE);
        assertThat(summary("regression", 2).metric()).isEqualTo(LeadingMetric.R2);
        write(JournalFixtures.header(summary("regression", 2)), PLAIN);
        assertThat(JournalReader.read(folder).header().data()).isEqualTo(summary("regression", 2));
    }

    @Test
    void what_rows_can_be_compared_by_is_kept_and_is_nothing_unusual_in_older_journals() {
        DataSummary plain = summary("classification", 3);
        DataSummary both = plain.withRowTraits(true, true, 7);
        assertThat(plain.comparedDetails()).containsExactly(Detail.ROW_LOSSES);
        assertThat(both.comparedDetails())
                .containsExactlyInAnyOrder(Detail.ROW_LOSSES, Detail.ROW_WEIGHTS, Detail.ROW_GROUPS);
        write(JournalFixtures.header(both), PLAIN);
        assertThat(JournalReader.read(folder).header().data()).isEqualTo(both);
    }

    @Test
    void a_leading_metric_that_there_is_not_is_refused() {
        DataSummary.Rows rows = new DataSummary.Rows(1, 1, 1);
        assertThatThrownBy(() -> new DataSummary("d", "regression", 1, 1, rows, "abc", 0, "beauty", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leading must be a metric, but was beauty");
    }

    @Test
    void trials_of_a_run_from_before_there_were_metrics_are_not_reused() {
        TrialResult other = measured(5, Fold.VALIDATION, 1, 0.5);
        write(JournalFixtures.HEADER, PLAIN, with(other, METRICS));
        ReusableRun run = ReusableRun.open(folder, "abc", JournalFixtures.provenance("SkylakeX"), genome -> "dl4j");
        assertThat(run.find(TrialRequest.of(PLAIN.trial()))).isEmpty();
        assertThat(run.find(TrialRequest.of(other.trial()))).isPresent();
    }

    private void write(Header header, TrialResult... results) {
        try (Journal journal = JournalFixtures.begin(folder, header)) {
            for (TrialResult result : results) {
                journal.append(new TrialEnded(result));
            }
        }
    }

    private static TrialResult with(Map<String, Double> metrics) {
        return with(PLAIN, metrics);
    }

    private static TrialResult with(TrialResult result, Map<String, Double> metrics) {
        Measures measures = result.measures().orElseThrow().withMetrics(metrics);
        return new TrialResult(
                result.trial(), new Outcome.Measured(measures, result.outcome().curve()), result.effort());
    }

    private static DataSummary summary(String task, int outputs) {
        return new DataSummary("d", task, 4, outputs, new DataSummary.Rows(100, 30, 20), "abc");
    }
}
