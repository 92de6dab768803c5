package nas.export.source;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.export.Exporter;
import nas.export.SampleRows;
import nas.export.Winner;
import nas.export.WrittenFile;
import nas.train.TrainedNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Writes a winner as one Java source file, {@code NAME.java}, that predicts without any library: a class with methods for other
 * programs and a {@code main} for files. Where this Java has a compiler, the file is compiled, run and compared before it is there.
 */
public final class JavaExporter implements Exporter {
    private static final String ENDING = ".java";

    /** Programs compute in double, and differ from the formulas by no more than the order of their sums. */
    private static final double BOUND = 1e-9;

    private final @Nullable JavaCompiler compiler;

    /** Makes an exporter that checks with the compiler of this Java, if it has one. */
    public JavaExporter() {
        this(ToolProvider.getSystemJavaCompiler());
    }

    /** The same with another compiler, or none. */
    JavaExporter(@Nullable JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * {@inheritDoc}
     *
     * @param output {@code NAME.java}, whose name is that of the class
     * @throws InvalidInputException if no class can be called so, or the network has more than 20 million parameters
     */
    @Override
    public List<String> write(Winner winner, Path output) {
        String name = className(output);
        WrittenFile.check(output);
        try (TrainedNetwork network = winner.network()) {
            String text = ProgramText.of(name, winner, network.forward());
            return ImmutableList.of(write(text, output, file -> checked(file, winner, network)));
        } catch (IOException e) {
            throw new UncheckedIOException(output + ": cannot be written", e);
        }
    }

    private static String className(Path output) {
        String file = String.valueOf(output.getFileName());
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
        if (!JavaNames.isClass(name)) {
            throw misnamed(Quoted.text(file));
        }
        return name;
    }

    /** Returns the error about an output that is called so. */
    static InvalidInputException misnamed(String name) {
        return new InvalidInputException("--output must name a Java class such as Winner.java, but was " + name);
    }

    /** Writes the file beside where it goes, and moves it there if the check says nothing against it. */
    private static String write(String text, Path output, Check check) throws IOException {
        Path parent = output.toAbsolutePath().resolveSibling("");
        Path folder = Files.createTempDirectory(parent, ".nas-export-");
        try {
            Path file = folder.resolve(output.getFileName());
            Files.writeString(file, text, StandardCharsets.US_ASCII);
            String checked = check.of(file);
            Files.move(file, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return checked;
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    /** Says how a file was checked, if it is right. */
    private interface Check {
        String of(Path file) throws IOException;
    }

    private String checked(Path file, Winner winner, TrainedNetwork network) throws IOException {
        if (compiler == null) {
            return file.getFileName() + ": not compiled and not run, as this Java has no compiler";
        }
        try (CompiledProgram program = CompiledProgram.of(compiler, file)) {
            ProgramCheck.Differences largest = new ProgramCheck(program, winner.preprocessing()).differences(network);
            if (!(largest.toFormulas() <= BOUND)) {
                throw new IllegalStateException(file.getFileName()
                        + " must predict what the network says, but does not on " + measured(largest.toFormulas(), ""));
            }
            return file.getFileName() + ": compiled and run on " + measured(largest.toNetwork(), "to the network ");
        }
    }

    private static String measured(double difference, String from) {
        return String.format(
                Locale.ROOT, "%d made-up rows; largest difference %s%.1e", SampleRows.rows(), from, difference);
    }
}
