package nas.journal;

import java.nio.file.Path;
import java.time.Instant;
import nas.InvalidInputException;

/** A process that tries to open a journal. */
public final class LockTaker {
    static final int REFUSED = 7;

    private LockTaker() {}

    /** Ends with {@link #REFUSED} if another process works on the run. */
    public static void main(String[] args) {
        try (Journal journal = Journal.resume(new RunFolder(Path.of(args[0])), () -> Instant.EPOCH)) {
            System.out.println(journal.history().trials().size());
        } catch (InvalidInputException e) {
            System.exit(String.valueOf(e.getMessage()).contains(" works on this run") ? REFUSED : 1);
        }
    }
}
