package nas.cli;

import com.google.common.base.Throwables;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import nas.InvalidInputException;
import nas.data.fetch.FetchFailedException;
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
        err.println("nas: " + oneLine(usual(String.valueOf(e.getMessage()))) + suggestion(e) + "; see '"
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE;
    }

    /** Words of programmers become those of users. */
    private static String usual(String message) {
        return message.replaceAll("' is not an? (int|long)$", "' is not a whole number");
    }

    /** A command that did not get to its end. */
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        print(e, command.getErr());
        return isBadInput(e) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** Prints what went wrong in one line, or in one for each thing that is wrong in a search space. */
    static void print(Exception e, PrintWriter err) {
        List<String> lines = e instanceof InvalidInputException invalid ? invalid.lines() : List.of(text(e));
        lines.forEach(line -> err.println("nas: " + oneLine(line)));
    }

    private static boolean isBadInput(Exception e) {
        return e instanceof InvalidInputException || e instanceof InvalidPathException;
    }

    private static String text(Exception e) {
        if (isBadInput(e) || e instanceof CommandFailure || e instanceof FetchFailedException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException io) {
            return reason(io);
        }
        return e.getCause() instanceof OutOfMemoryError memory
                ? "out of memory (" + memory.getMessage() + "); NAS_JAVA_OPTS=-Xmx8g gives it more"
                : "internal error, please report it: " + Throwables.getRootCause(e);
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

    /** Returns which file, and what is the matter with it. */
    static String reason(UncheckedIOException e) {
        if (e.getCause() instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file);
        }
        return String.valueOf(Throwables.getRootCause(e).getMessage());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    /** Names of files and what users type may hold anything, commands to the terminal too. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cc}", "?");
    }
}
