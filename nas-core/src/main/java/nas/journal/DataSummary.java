package nas.journal;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * What a run was about, as far as it can be said without the data.
 *
 * @param name name of the data set
 * @param task {@code classification} or {@code regression}
 * @param inputs width of the network's input
 * @param outputs width of the network's output
 * @param rows how many rows there are for what
 * @param fingerprint checksum over everything that is trained on and measured
 */
public record DataSummary(String name, String task, int inputs, int outputs, Rows rows, String fingerprint) {
    /** @throws NullPointerException if anything is {@code null} */
    public DataSummary {
        checkNotNull(name, "name");
        checkNotNull(task, "task");
        checkNotNull(rows, "rows");
        checkNotNull(fingerprint, "fingerprint");
    }

    /** Numbers of rows. */
    public record Rows(int train, int validation, int test) {}
}
