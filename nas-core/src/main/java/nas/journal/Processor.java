package nas.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor of this machine. */
final class Processor {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Processor() {}

    /** Returns its name, where the system tells it. */
    static Optional<String> name() {
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
