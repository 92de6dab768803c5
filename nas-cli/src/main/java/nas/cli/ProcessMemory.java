package nas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this process has taken of the machine's memory, where the system tells. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long KILOBYTE = 1024;

    private ProcessMemory() {}

    /** Returns the most bytes that were resident at a time so far, heap and native memory together; nothing but on Linux. */
    static OptionalLong peakBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.flatMap(line -> PEAK.matcher(line).results())
                    .mapToLong(ProcessMemory::bytes)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static long bytes(MatchResult kilobytes) {
        return KILOBYTE * Long.parseLong(kilobytes.group(1));
    }
}
