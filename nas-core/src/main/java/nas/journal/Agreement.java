package nas.journal;

import java.util.Optional;
import java.util.Set;
import nas.journal.JournalRecord.Header;

/** Whether the trials of a run are what this process would compute. */
public final class Agreement {
    private static final int SHOWN_DIGITS = 12;

    private final Header then;
    private final String fingerprint;
    private final Provenance now;

    /**
     * Compares a run with a process.
     *
     * @param then what the run is
     * @param fingerprint fingerprint of the process's data
     * @param now what the process computes with
     */
    public Agreement(Header then, String fingerprint, Provenance now) {
        this.then = then;
        this.fingerprint = fingerprint;
        this.now = now;
    }

    /** Returns why the run's trials may not be mixed with others at all, or empty if they may. */
    public Optional<String> obstacle() {
        if (!then.data().fingerprint().equals(fingerprint)) {
            return Optional.of("its data are others: fingerprint "
                    + shortened(then.data().fingerprint()) + " then, " + shortened(fingerprint) + " now");
        }
        int version = then.provenance().trainingVersion();
        if (version != now.trainingVersion()) {
            return Optional.of("its trials were trained by training version " + version + " (nas "
                    + then.provenance().version() + ", commit "
                    + then.provenance().commit() + "), this nas has version "
                    + now.trainingVersion());
        }
        return Optional.empty();
    }

    /**
     * Returns why trials of the run differ in the last bits from those of this process, or empty if they do not.
     *
     * @param kernels the kernels that the run's trials were computed with
     */
    public Optional<String> rounding(Set<String> kernels) {
        return kernels.contains(now.kernels())
                ? Optional.empty()
                : Optional.of("its trials were computed with the OpenBLAS core " + String.join(" and ", kernels)
                        + ", this process uses " + now.kernels());
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(hash.length(), SHOWN_DIGITS));
    }
}
