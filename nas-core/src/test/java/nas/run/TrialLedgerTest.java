package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nas.journal.Journal;
import nas.journal.JournalFixtures;
import nas.journal.RunFolder;
import nas.space.RandomGenomes;
import nas.trial.Budget;
import nas.trial.Evaluator;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {
    @TempDir
    Path temporary;

    @Test
    void trials_that_the_journal_knows_count_as_work_but_not_as_work_of_this_process() {
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(20));
        List<TrialRequest> known = run.history().trials().stream()
                .map(result -> TrialRequest.of(result.trial()))
                .toList();
        try (Journal journal = Journal.resume(run.folder(), () -> Instant.EPOCH)) {
            TrialLedger ledger = new TrialLedger(FakeEvaluator.ofFormula(), List.of(), journal, result -> {});
            ledger.complete(known);
            double work = ledger.work();
            assertThat(work).isPositive();
            assertThat(ledger.computed()).isZero();
            assertThat(ledger.hasJustRun()).isFalse();
            ledger.complete(List.of(known.get(0), another(known.get(0))));
            assertThat(ledger.computed()).isEqualTo(ledger.work() - work).isPositive();
            assertThat(ledger.hasJustRun()).isTrue();
        }
    }

    @Test
    void long_trainings_begin_first() {
        List<TrialRequest> begun = new ArrayList<>();
        Evaluator evaluator = new Evaluator() {
            @Override
            public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
                begun.addAll(requests);
                requests.forEach(request -> onResult.accept(FakeEvaluator.result(request, FakeEvaluator::formula)));
            }

            @Override
            public void stop() {}
        };
        List<TrialRequest> requests =
                List.of(request(4, 2), request(64, 2), request(4, 9), request(64, 9), request(64, 2, 1));
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            new TrialLedger(evaluator, List.of(), journal, result -> {}).complete(requests);
        }
        assertThat(begun)
                .containsExactly(request(64, 9), request(4, 9), request(64, 2), request(64, 2, 1), request(4, 2));
    }

    private static TrialRequest request(int units, int epochs) {
        return request(units, epochs, 0);
    }

    private static TrialRequest request(int units, int epochs, long seed) {
        return TrialRequest.of(new Trial(RandomGenomes.uniform(1, units), new Budget(epochs), seed, Fold.VALIDATION));
    }

    private static TrialRequest another(TrialRequest request) {
        return TrialRequest.of(new Trial(
                request.trial().genome(),
                request.trial().budget(),
                request.trial().seed() + 1,
                request.trial().fold()));
    }
}
