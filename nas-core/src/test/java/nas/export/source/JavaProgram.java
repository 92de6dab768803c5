package nas.export.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java source that was compiled as Java 11 with all warnings, and runs in this process. */
record JavaProgram(Class<?> type, List<String> warnings) {
    /**
     * What a run printed.
     *
     * @param code the exit code
     */
    record Outcome(int code, String out, String err) {}

    /** Compiles a source; its classes go next to it. */
    static JavaProgram of(Path source) throws Exception {
        List<String> warnings = compile(source);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {source.resolveSibling("").toUri().toURL()}, null);
        String name = source.getFileName().toString().replace(".java", "");
        return new JavaProgram(loader.loadClass(name), warnings);
    }

    private static List<String> compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.US_ASCII)) {
            List<String> options = List.of(
                    "--release",
                    "11",
                    "-Xlint:all",
                    "-Xdoclint:all/protected",
                    "-proc:none",
                    "-d",
                    source.resolveSibling("").toString());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                .map(Object::toString)
                .toList();
    }

    /** Returns a public constant. */
    Object constant(String name) throws ReflectiveOperationException {
        return type.getField(name).get(null);
    }

    /** Runs the program with a file. */
    Outcome run(Path file) throws Exception {
        return run(new ByteArrayInputStream(new byte[0]), file.toString());
    }

    /** Runs the program with a text as its standard input. */
    Outcome run(String input) throws Exception {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    /** Runs all of the program but its exit. */
    Outcome run(InputStream input, String... arguments) throws Exception {
        Method run =
                type.getDeclaredMethod("run", String[].class, InputStream.class, PrintStream.class, PrintStream.class);
        run.setAccessible(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = (int) run.invoke(
                null,
                arguments,
                input,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
