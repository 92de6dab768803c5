package nas.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import nas.journal.JournalFixtures;
import nas.journal.RunHistory;
import nas.run.FakeEvaluator;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsCsvTest {
    @TempDir
    Path temporary;

    @Test
    void every_trial_has_a_row_in_the_order_in_which_they_ended() {
        RunHistory history = ReportFixtures.run(temporary.resolve("run")).history();
        List<NamedCsvRecord> rows = rows(history);
        List<TrialResult> trials = history.trials();
        assertThat(rows).hasSameSizeAs(trials);
        for (int i = 0; i < rows.size(); i++) {
            Trial trial = trials.get(i).trial();
            assertThat(rows.get(i).getField("trial")).isEqualTo(String.valueOf(i + 1));
            assertThat(rows.get(i).getField("genome")).isEqualTo(trial.genome().key());
            assertThat(rows.get(i).getField("seed")).isEqualTo(String.valueOf(trial.seed()));
            assertThat(rows.get(i).getField("fold")).isEqualTo(trial.fold().word());
            assertThat(Double.parseDouble(rows.get(i).getField("loss")))
                    .isEqualTo(trials.get(i).measures().orElseThrow().loss());
            assertThat(rows.get(i).getField("parameters"))
                    .isEqualTo(String.valueOf(trial.genome().parameters(4, 3)));
            assertThat(rows.get(i).getField("metric_logLoss"))
                    .isEqualTo(rows.get(i).getField("loss"));
        }
        assertThat(rows).extracting(row -> row.getField("phase")).containsOnly("search", "finalists", "final");
        assertThat(rows)
                .filteredOn(row -> row.getField("phase").equals("search"))
                .extracting(row -> row.getField("generation"))
                .containsOnly("1", "2", "3", "4");
    }

    @Test
    void what_failed_says_why_and_has_no_measures() {
        RunHistory history = ReportFixtures.run(
                        temporary.resolve("run"),
                        trial -> trial.genome().architecture().depth() == 0 ? Double.NaN : FakeEvaluator.formula(trial))
                .history();
        assertThat(rows(history))
                .filteredOn(row -> row.getField("layers").equals("0"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.getField("status")).isEqualTo("not_finite");
                    assertThat(row.getField("failure")).isEqualTo("loss is not finite");
                    assertThat(row.getField("loss")).isEmpty();
                    assertThat(row.getField("units")).isEmpty();
                });
    }

    @Test
    void a_run_without_trials_has_heads_alone() {
        RunHistory none = new RunHistory(JournalFixtures.HEADER);
        assertThat(TrialsCsv.of(none)).isEqualTo(String.join(",", TrialsCsv.names()) + "\n");
    }

    private static List<NamedCsvRecord> rows(RunHistory history) {
        return CsvReader.builder().ofNamedCsvRecord(TrialsCsv.of(history)).stream()
                .toList();
    }
}
