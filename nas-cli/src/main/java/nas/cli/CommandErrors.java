package nas.cli;

import com.google.common.base.Throwables;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import nas.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and an exit code. */
final class CommandErrors {
    private CommandErrors() {}

    /** Wrong usage: says what, and where to read on. */
    static int wrongUsage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("nas: " + oneLine(String.valueOf(e.getMessage())) + suggestion(e) + "; see '"
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    /** A command that did not get to its end. */
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof InvalidInputException) {
            err.println("nas: " + oneLine(String.valueOf(e.getMessage())));
            return ExitCode.USAGE;
        }
        if (e instanceof UncheckedIOException io) {
            err.println("nas: " + oneLine(reason(io)));
            return ExitCode.SOFTWARE;
        }
        String what = e.getCause() instanceof OutOfMemoryError memory
                ? "out of memory (" + memory.getMessage() + "); NAS_JAVA_OPTS=-Xmx8g gives it more"
                : "internal error, please report it: " + rootCause(e);
        err.println("nas: " + oneLine(what));
        return ExitCode.SOFTWARE;
    }

    private static Throwable rootCause(Throwable e) {
        return Throwables.getRootCause(e);
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        return unmatched.getSuggestions().stream()
                .findFirst()
                .map(word -> "; did you mean '" + word.replaceFirst("^nas ", "") + "'?")
                .orElse("");
    }

    private static String reason(UncheckedIOException e) {
        if (e.getCause() instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + reason;
        }
        return String.valueOf(e.getMessage());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
