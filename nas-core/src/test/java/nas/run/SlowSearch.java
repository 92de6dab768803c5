package nas.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that begins or resumes a run whose fake trainings take a few milliseconds, and notes what it does. */
final class SlowSearch {
    private static final int WORKERS = 3;

    private SlowSearch() {}

    /** Takes the run's folder, which exists if the run is to be resumed, the file for notes, and two seeds. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Path notes = Path.of(args[1]);
        SearchSettings settings = FakeRun.settings(Long.parseLong(args[2]));
        PooledEvaluator evaluator =
                new PooledEvaluator(WORKERS, Long.parseLong(args[3])).noting(note -> append(notes, note));
        if (Files.exists(folder)) {
            new FakeRun(folder).with(settings).resume(evaluator);
        } else {
            FakeRun.in(folder)
                    .with(settings)
                    .folded(folds(Long.parseLong(args[2])))
                    .begin(evaluator);
        }
    }

    /** Returns in how many folds the data of a run are, by its seed; 0 for none. */
    static int folds(long seed) {
        return seed % 2 == 0 ? 0 : 3;
    }

    private static void append(Path notes, String note) {
        try {
            Files.writeString(notes, note + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
