package nas.cli;

import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import nas.InvalidInputException;
import nas.data.InputEncoding;
import nas.data.idx.ImageStream;
import nas.data.table.TextSource;
import nas.export.Winner;
import nas.export.WinnerBundle;
import nas.export.WrittenFile;
import nas.export.predict.Predictor;
import nas.export.predict.Predictor.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says of new rows what the winner of a run says. */
@Command(
        name = "predict",
        description =
                "Say of new rows what the winner says: the same rows come out, with the prediction and how probable "
                        + "each class is.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class PredictCommand implements Runnable {
    private static final String STANDARD = "-";

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "A table with the columns of the training rows, by name, in any order; or IDX images; - is "
                    + "standard input. May be compressed with gzip.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String input;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the rows go; - is standard output, the default.")
    private String output = STANDARD;

    PredictCommand(Environment environment) {
        this.environment = environment;
    }

    /** Predicts to a writer. */
    @FunctionalInterface
    private interface Prediction {
        Summary to(Writer out) throws IOException;
    }

    @Override
    public void run() {
        Winner winner = WinnerBundle.of(run.folder(environment));
        if (winner.preprocessing().inputs() instanceof InputEncoding.Pixels && input.equals(STANDARD)) {
            withImagesOfStandardInput(file -> predict(winner, file));
        } else {
            predict(winner, Path.of(input));
        }
    }

    private void predict(Winner winner, Path file) {
        checkOutput();
        try (Predictor predictor = new Predictor(winner)) {
            boolean isImages = winner.preprocessing().inputs() instanceof InputEncoding.Pixels
                    || (Files.isRegularFile(file) && ImageStream.isImages(file));
            write(predictor, isImages ? out -> predictor.images(file, out) : out -> predictor.table(text(file), out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pipe can be read but once, and tells no position, for which channels ask. */
    private TextSource text(Path file) throws IOException {
        if (input.equals(STANDARD)) {
            return TextSource.once("standard input", System.in);
        }
        boolean isPipe = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
        return isPipe ? TextSource.once(input, new FileInputStream(file.toFile())) : TextSource.of(file);
    }

    private void checkOutput() {
        if (!output.equals(STANDARD) && !isDevice(Path.of(output))) {
            WrittenFile.check(Path.of(output));
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private void write(Predictor predictor, Prediction prediction) throws IOException {
        Path file = Path.of(output);
        Summary summary = output.equals(STANDARD)
                ? toStandardOutput(prediction)
                : isDevice(file) ? toDevice(file, prediction) : toFile(file, predictor, prediction);
        summary.warnings().forEach(warning -> spec.commandLine().getErr().println("nas: " + warning));
        spec.commandLine().getErr().flush();
    }

    private static Summary toDevice(Path file, Prediction prediction) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            return prediction.to(out);
        }
    }

    private Summary toStandardOutput(Prediction prediction) throws IOException {
        Writer out = new BufferedWriter(spec.commandLine().getOut(), 1 << 16);
        try {
            return prediction.to(out);
        } finally {
            out.flush();
        }
    }

    /** The file is there whole or not at all; what was predicted before an error is beside its place. */
    private Summary toFile(Path file, Predictor predictor, Prediction prediction) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path part = target.resolveSibling(target.getFileName() + ".nas-part");
        Summary summary;
        Files.deleteIfExists(part);
        try (Writer out = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            summary = prediction.to(out);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.getMessage() + kept(part, predictor.rows()), e);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            FileSystemException named = new FileSystemException(output, null, e.getMessage());
            named.initCause(e);
            throw named;
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        spec.commandLine().getErr().println("nas: " + Figures.plural(summary.rows(), "row") + " predicted, in " + file);
        return summary;
    }

    private static String kept(Path part, long rows) throws IOException {
        if (rows == 0) {
            Files.deleteIfExists(part);
            return "";
        }
        return "; "
                + (rows == 1 ? "the row before it is in " : "the " + Figures.count(rows) + " rows before it are in ")
                + part;
    }

    /** Work on a file. */
    @FunctionalInterface
    private interface FileWork {
        void on(Path file);
    }

    /** How long a file of images is has to be known before it is read. */
    private void withImagesOfStandardInput(FileWork work) {
        try {
            Path copy = Files.createTempFile("nas-images", ".idx");
            try {
                Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
                work.on(copy);
            } catch (InvalidInputException e) {
                throw new InvalidInputException(
                        String.valueOf(e.getMessage()).replace(copy.toString(), "standard input"), e);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
