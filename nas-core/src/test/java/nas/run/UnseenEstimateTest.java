package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.RunHistory;
import nas.select.Assessed;
import nas.select.CorrectedMeasures;
import nas.trial.Detail;
import nas.trial.Evaluator;
import nas.trial.FloatVector;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whole searches without test rows say of unseen ones. */
class UnseenEstimateTest {
    @TempDir
    Path temporary;

    @Test
    void without_test_rows_there_is_an_estimate() {
        assertThat(unseen(FakeEvaluator.ofFormula())).isPresent();
    }

    @Test
    void where_all_who_reached_the_highest_rung_failed_there_the_others_are_the_answer_and_there_is_no_estimate() {
        RunHistory history = search(
                new FakeEvaluator(0, trial -> isTop(trial) ? Double.NaN : FakeEvaluator.formula(trial.genome())));
        assertThat(history.end().map(RunEnded::isFailed)).contains(false);
        assertThat(history.concluded().flatMap(Concluded::unseen)).isEmpty();
        assertThat(history.assessed())
                .isNotEmpty()
                .extracting(Assessed::genome)
                .doesNotContainAnyElementsOf(history.trials().stream()
                        .filter(result -> result.failure().isPresent())
                        .map(result -> result.trial().genome())
                        .toList());
        assertThat(history.selection()).isPresent();
    }

    @Test
    void a_single_row_leaves_nothing_to_estimate_by() {
        assertThat(unseen(new SingleRow())).isEmpty();
    }

    private static boolean isTop(Trial trial) {
        return trial.fold().isSearch() && trial.budget().epochs() == 2;
    }

    private Optional<CorrectedMeasures> unseen(Evaluator evaluator) {
        return search(evaluator).concluded().flatMap(Concluded::unseen);
    }

    private RunHistory search(Evaluator evaluator) {
        return FakeRun.in(temporary.resolve("run"))
                .with(JournalFixtures.header(0))
                .begin(evaluator)
                .history();
    }

    /** Trials of the search are measured on one row. */
    private static final class SingleRow implements Evaluator {
        private final FakeEvaluator evaluator = FakeEvaluator.ofFormula();

        @Override
        public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
            evaluator.evaluate(requests, result -> onResult.accept(isTop(result.trial()) ? cut(result) : result));
        }

        @Override
        public void stop() {
            evaluator.stop();
        }

        private static TrialResult cut(TrialResult result) {
            Map<Detail, FloatVector> first = new EnumMap<>(Detail.class);
            result.details()
                    .forEach((detail, rows) -> first.put(detail, FloatVector.copyOf(new float[] {rows.toArray()[0]})));
            return new TrialResult(result.trial(), result.outcome(), result.effort(), first);
        }
    }
}
