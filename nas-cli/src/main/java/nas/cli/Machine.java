package nas.cli;

import nas.journal.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What speed depends on.
 *
 * @param cpu the processor's name, null where the system does not tell
 * @param processors processors that the virtual machine sees
 * @param system operating system and architecture
 * @param java vendor and version of the virtual machine
 * @param blasCore which of its kernels OpenBLAS uses, null where that is not known
 */
record Machine(
        @Nullable String cpu,
        int processors,
        String system,
        String java,
        @Nullable String blasCore) {
    static Machine ofThisProcess() {
        Provenance process = new BuildVersion().provenance();
        return new Machine(
                process.processor(), process.processors(), process.system(), process.java(), process.blasCore());
    }

    /** Returns two lines for people. */
    String text() {
        String name = (cpu == null ? "unknown processor" : cpu) + ", " + processors + " processors";
        String blas = blasCore == null ? "" : ", OpenBLAS core " + blasCore;
        return name + blas + System.lineSeparator() + system + ", Java " + java;
    }
}
