package nas.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code search} alone: where the run lies, what it takes over, whether it is begun at all. */
final class BeginOptions {
    @Option(names = "--run", paramLabel = "NAME", description = "Name or path of the run. Default: SPACE-1, -2, ...")
    @Nullable
    String run;

    @Option(
            names = "--reuse",
            paramLabel = "RUN",
            description = "A run whose trials are taken over where this search would train the same. "
                    + "May be given several times.")
    List<String> reuse = List.of();

    @Option(
            names = "--dry-run",
            description = "Only say what this search would meet and how long it would take, as 'nas space check' does.")
    boolean isDryRun;
}
