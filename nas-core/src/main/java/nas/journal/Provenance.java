package nas.journal;

import static com.google.common.base.Preconditions.checkNotNull;

import org.jspecify.annotations.Nullable;

/**
 * What a run was computed with.
 *
 * @param version version of this program
 * @param commit commit it was built from
 * @param trainingVersion version of the training code; raised whenever results change
 * @param java vendor and version of the Java virtual machine
 * @param system operating system and processor architecture
 * @param processor name of the processor; {@code null} where unknown
 * @param processors processors that the virtual machine saw
 * @param blasCore which of its kernels OpenBLAS used, others round differently; {@code null} where unknown
 */
public record Provenance(
        String version,
        String commit,
        int trainingVersion,
        String java,
        String system,
        @Nullable String processor,
        int processors,
        @Nullable String blasCore) {
    /** @throws NullPointerException if what is always known is {@code null} */
    public Provenance {
        checkNotNull(version, "version");
        checkNotNull(commit, "commit");
        checkNotNull(java, "java");
        checkNotNull(system, "system");
    }

    /** Returns the provenance of a run in this process. */
    public static Provenance ofThisProcess(
            String version, String commit, int trainingVersion, @Nullable String blasCore) {
        return new Provenance(
                version,
                commit,
                trainingVersion,
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Processor.name().orElse(null),
                Runtime.getRuntime().availableProcessors(),
                blasCore);
    }

    /** Returns what products are computed with: runs that differ in it differ in the last bits. */
    public String kernels() {
        return blasCore == null ? "the only ones for " + system : blasCore;
    }
}
