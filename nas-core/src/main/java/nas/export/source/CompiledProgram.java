package nas.export.source;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** An exported program that was compiled, and is run in this process. */
final class CompiledProgram implements AutoCloseable {
    private final URLClassLoader loader;
    private final Class<?> program;

    private CompiledProgram(URLClassLoader loader, Class<?> program) {
        this.loader = loader;
        this.program = program;
    }

    /**
     * Compiles a source and loads its class, which sees nothing but the JDK.
     *
     * @param source {@code NAME.java}; its classes go next to it
     * @throws IllegalStateException if it does not compile
     */
    static CompiledProgram of(JavaCompiler compiler, Path source) throws IOException {
        Path folder = source.resolveSibling("");
        compile(compiler, source, folder);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try {
            String name = source.getFileName().toString();
            return new CompiledProgram(loader, loader.loadClass(name.substring(0, name.lastIndexOf('.'))));
        } catch (ReflectiveOperationException e) {
            loader.close();
            throw new IllegalStateException(source.getFileName() + " has no class of its name", e);
        }
    }

    private static void compile(JavaCompiler compiler, Path source, Path folder) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.US_ASCII)) {
            List<String> options =
                    List.of("-Xlint:none", "-proc:none", "-d", folder.toString(), "-cp", folder.toString());
            if (!compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(source))
                    .call()) {
                String first = found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .findFirst()
                        .map(each -> "line " + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
                        .orElse("no reason is told");
                throw new IllegalStateException(source.getFileName() + " does not compile: " + first);
            }
        }
    }

    /** Returns a constant that lists names. */
    List<String> names(String constant) {
        try {
            List<?> names = (List<?>) program.getField(constant).get(null);
            return names.stream().map(String.class::cast).collect(ImmutableList.toImmutableList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program has no " + constant, e);
        }
    }

    /** Returns the method that predicts what has such parameters. */
    Method prediction(Class<?>... parameters) {
        try {
            return program.getMethod("predict", parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program does not predict such rows", e);
        }
    }

    /**
     * Predicts a row.
     *
     * @param result the field of what is predicted
     */
    static double[] predicted(Method prediction, String result, Object... row) {
        try {
            Object predicted = prediction.invoke(null, row);
            return (double[]) predicted.getClass().getField(result).get(predicted);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program fails on a made-up row: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
