package nas.export.pytorch;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a Python file: some definitions, and what they import.
 *
 * @param imports lines such as {@code import csv}
 * @param code the rest
 */
record PythonPart(Set<String> imports, String code) {
    /** Copies the set, sorted. */
    PythonPart {
        imports = ImmutableSortedSet.copyOf(imports);
    }

    /** Returns a part that is at hand as a resource, a file of Python that begins with its imports. */
    static PythonPart resource(String name) {
        List<String> lines = resourceText(name).lines().toList();
        Predicate<String> isHead = line -> isImport(line) || line.isEmpty();
        Set<String> imports = lines.stream()
                .takeWhile(isHead)
                .filter(PythonPart::isImport)
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        return new PythonPart(imports, lines.stream().dropWhile(isHead).collect(Collectors.joining("\n")));
    }

    /** Returns the text of a resource. */
    static String resourceText(String name) {
        URL found = PythonPart.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException("the program lacks " + name);
        }
        try {
            return Resources.toString(found, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a file: its docstring, all imports, Python's own before those of others, and the parts. */
    static String file(String docstring, List<PythonPart> parts) {
        Set<String> imports = new TreeSet<>();
        parts.forEach(part -> imports.addAll(part.imports()));
        String own = sorted(imports, line -> !isOfOthers(line));
        String ofOthers = sorted(imports, PythonPart::isOfOthers);
        String code = parts.stream().map(part -> part.code().strip()).collect(Collectors.joining("\n\n\n"));
        return docstring.strip() + "\n\n" + own + "\n" + ofOthers + "\n\n" + code + "\n";
    }

    private static String sorted(Set<String> imports, Predicate<String> which) {
        return imports.stream()
                .filter(which)
                .sorted(Comparator.comparing((String line) -> line.startsWith("from ")))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ") || line.startsWith("from ");
    }

    private static boolean isOfOthers(String line) {
        return Stream.of("torch", "numpy").anyMatch(name -> line.matches("\\w+ " + name + "\\b.*"));
    }
}
