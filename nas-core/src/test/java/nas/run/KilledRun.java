package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nas.ChildJvm;
import nas.InvalidInputException;
import nas.journal.JournalReader;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.trial.Trial;
import nas.trial.TrialResult;

/**
 * A run whose processes are killed, each at a random instant, and followed by the next. What a process leaves is compared
 * with what the one before left and with what it noted itself.
 */
final class KilledRun {
    /** What a process ends with that was killed by SIGKILL. */
    private static final int KILLED = 128 + 9;

    /** A process that has got to its work is killed within that time, in which it ends a few trials. */
    private static final int WORK_MILLIS = 80;

    private final Path temporary;
    private final long seed;
    private final SplittableRandom random;
    private final Multiset<Phase> kills = EnumMultiset.create(Phase.class);
    private List<Trial> durable = List.of();
    private RunFolder folder;
    private int processes;
    private long startMillis = 400;

    /** How far a run has come. */
    enum Phase {
        NO_JOURNAL,
        NO_TRIAL,
        SEARCH,
        FINAL,
        ENDED
    }

    KilledRun(Path temporary, long seed) {
        this.temporary = temporary;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.folder = new RunFolder(temporary.resolve("run-" + seed + "-0"));
    }

    RunFolder folder() {
        return folder;
    }

    /** Returns what processes were at when they were killed. */
    Multiset<Phase> kills() {
        return kills;
    }

    /** Starts the next process, kills it unless it ends before, and tells whether the run has ended. */
    boolean isEndedByNextProcess() throws IOException, InterruptedException {
        processes++;
        Process process = start();
        awaitInstant(process);
        process.destroyForcibly();
        return check(process.waitFor());
    }

    /** Leaves the next process alone. */
    void end() throws IOException, InterruptedException {
        processes++;
        assertThat(check(start().waitFor())).isTrue();
    }

    /** A run that was killed before it had a journal can only be begun again, in another folder. */
    private Process start() throws IOException {
        if (Files.exists(folder.path()) && !folder.isRun()) {
            refused();
            folder = new RunFolder(temporary.resolve("run-" + seed + "-" + processes));
        }
        return new ChildJvm(
                        SlowSearch.class,
                        folder.path().toString(),
                        notes().toString(),
                        Long.toString(seed),
                        Long.toString(random.nextLong()))
                .start();
    }

    private void refused() {
        assertThatThrownBy(() -> new FakeRun(folder.path()).resume(FakeEvaluator.ofFormula()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.path() + ": there is no run here (no journal.jsonl)");
    }

    /** One process in six is killed while it starts, one when it has touched the journal, the others at their work. */
    private void awaitInstant(Process process) throws IOException, InterruptedException {
        int kind = random.nextInt(6);
        if (kind == 0) {
            Thread.sleep(random.nextLong(startMillis));
            return;
        }
        long began = System.nanoTime();
        long length = journalLength();
        while (process.isAlive() && (kind == 1 ? journalLength() == length : !Files.exists(notes()))) {
            Thread.sleep(1);
        }
        startMillis = 1 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Thread.sleep(random.nextLong(WORK_MILLIS));
    }

    private long journalLength() throws IOException {
        return folder.isRun() ? Files.size(folder.journalFile()) : 0;
    }

    private boolean check(int exitCode) throws IOException {
        assertThat(exitCode).isIn(0, KILLED);
        List<Trial> before = durable;
        durable = folder.isRun() ? trials() : List.of();
        if (exitCode == KILLED) {
            kills.add(phase());
        }
        List<String> notes = noted();
        assertThat(Iterables.limit(durable, before.size()))
                .as("what was durable stays so")
                .containsExactlyElementsOf(before);
        assertThat(notes.stream().filter(note -> note.startsWith("ended")))
                .as("results taken are durable")
                .isSubsetOf(durable.stream().map(PooledEvaluator::ended).toList());
        List<String> done = before.stream().map(PooledEvaluator::began).toList();
        assertThat(notes).as("trainings").doesNotHaveDuplicates().noneMatch(done::contains);
        return exitCode == 0;
    }

    private Phase phase() {
        if (!folder.isRun()) {
            return Phase.NO_JOURNAL;
        }
        RunHistory history = JournalReader.read(folder);
        if (history.end().isPresent()) {
            return Phase.ENDED;
        }
        return history.winner().isPresent() ? Phase.FINAL : durable.isEmpty() ? Phase.NO_TRIAL : Phase.SEARCH;
    }

    private List<Trial> trials() {
        return JournalReader.read(folder).trials().stream()
                .map(TrialResult::trial)
                .toList();
    }

    /** A note that was cut short by the kill is one of something that had not begun. */
    private List<String> noted() throws IOException {
        if (!Files.exists(notes())) {
            return List.of();
        }
        String text = Files.readString(notes(), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private Path notes() {
        return temporary.resolve("notes-" + seed + "-" + processes);
    }
}
