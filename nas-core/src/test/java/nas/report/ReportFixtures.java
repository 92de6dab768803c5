package nas.report;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import nas.journal.JournalFixtures;
import nas.journal.RunState;
import nas.run.FakeEvaluator;
import nas.run.FakeRun;
import nas.trial.Evaluator;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import nas.trial.TrialResult.Effort;

/** Reports of runs with fake trainings. */
final class ReportFixtures {
    private ReportFixtures() {}

    /** Runs a short search whose trials take half a second each, by two workers in turn. */
    static FakeRun run(Path path, ToDoubleFunction<Trial> loss) {
        return in(path).begin(evaluator(loss));
    }

    /** Prepares a run whose header and settings have the same seed. */
    static FakeRun in(Path path) {
        return FakeRun.in(path).with(FakeRun.settings(JournalFixtures.HEADER.seed()));
    }

    static FakeRun run(Path path) {
        return run(path, FakeEvaluator::formula);
    }

    static Evaluator evaluator(ToDoubleFunction<Trial> loss) {
        return new Evaluator() {
            private int trials;

            @Override
            public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
                for (TrialRequest request : requests) {
                    TrialResult result = FakeEvaluator.result(request, loss);
                    Effort effort = new Effort("fake", "worker-" + trials++ % 2, 0.5);
                    onResult.accept(new TrialResult(result.trial(), result.outcome(), effort, result.details()));
                }
            }

            @Override
            public void stop() {}
        };
    }

    static ReportJson.Source source(FakeRun run, RunState state) {
        return new ReportJson.Source(run.folder(), run.history(), state, "nas search settings.json", List.of());
    }
}
