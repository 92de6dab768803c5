package nas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    static Machine ofThisProcess() {
        Provenance process = new BuildVersion().provenance();
        return new Machine(
                cpuName().orElse(null), process.processors(), process.system(), process.java(), process.blasCore());
    }

    /** Returns two lines for people. */
    String text() {
        String name = (cpu == null ? "unknown processor" : cpu) + ", " + processors + " processors";
        String blas = blasCore == null ? "" : ", OpenBLAS core " + blasCore;
        return name + blas + System.lineSeparator() + system + ", Java " + java;
    }

    private static Optional<String> cpuName() {
        try {
            return Files.isReadable(CPU_INFO) ? ofLinux() : ofMacOs();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofLinux() throws IOException {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    private static Optional<String> ofMacOs() throws IOException {
        Process sysctl = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string").start();
        String name = new String(sysctl.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
