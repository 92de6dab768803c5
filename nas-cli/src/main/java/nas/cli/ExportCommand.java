package nas.cli;

import java.nio.file.Path;
import java.util.List;
import nas.export.Winner;
import nas.export.WinnerBundle;
import nas.journal.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the winner of a run for other programs. */
@Command(
        name = "export",
        description = "Write the winner for other programs, with its preprocessing, and check what was written.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ExportCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = ExportFormat.Word.class,
            completionCandidates = ExportFormat.Candidates.class,
            description = "What to write: dl4j (a zip), onnx, java (a source file without dependencies) or pytorch (a "
                    + "Python file and its weights).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ExportFormat format;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "PATH",
            description = "The file to write, such as winner.zip, winner.onnx, Winner.java or winner.py.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path output;

    ExportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        RunFolder folder = run.folder(environment);
        Winner winner = WinnerBundle.of(folder);
        List<String> told =
                format.exporter(folder.path().resolve(WinnerBundle.FILE)).write(winner, output);
        told.forEach(line ->
                Paragraph.lines("", "  ", line).forEach(spec.commandLine().getOut()::println));
        spec.commandLine().getOut().flush();
    }
}
