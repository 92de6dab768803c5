package nas.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nas.journal.Journal;
import nas.journal.RunFolder;

/** A process that resumes a {@link LargeRun} and ends well if all of its search was in its journal. */
final class LargeReplay {
    private LargeReplay() {}

    public static void main(String[] args) {
        InstantSource time = () -> Instant.EPOCH;
        FakeEvaluator evaluator = new FakeEvaluator(0, FakeEvaluator::formulaOrFailure);
        try (Journal journal = Journal.resume(new RunFolder(Path.of(args[0])), time)) {
            Search.Surroundings surroundings =
                    new Search.Surroundings(evaluator, List.of(), SearchListener.NONE, winner -> {}, time, null);
            new Search(LargeRun.SETTINGS, journal, surroundings).run();
            boolean isExact = evaluator.evaluated().stream()
                            .noneMatch(trial -> trial.fold().isSearch())
                    && journal.history().trials().size() >= LargeRun.TRIALS;
            System.exit(isExact ? 0 : 1);
        }
    }
}
