package nas.export.pytorch;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.data.Quoted;

/** Names of Python files that can be imported. */
final class ModuleName {
    private static final Pattern FILE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\.py");

    private static final ImmutableSet<String> KEYWORDS = ImmutableSet.copyOf(
            ("False None True and as assert async await break class continue def del elif else except finally for from"
                            + " global if import in is lambda nonlocal not or pass raise return try while with yield")
                    .split(" "));

    /** Names in {@code sys.stdlib_module_names} of Python 3.11; a file so called beside the program would be imported instead. */
    private static final ImmutableSet<String> OF_PYTHON = ImmutableSet.copyOf(
            Splitter.onPattern("\\s+").omitEmptyStrings().split(PythonPart.resourceText("module-names.txt")));

    /** What the file itself needs of others, and what torch imports with it. */
    private static final ImmutableSet<String> OF_OTHERS = ImmutableSet.of(
            "filelock",
            "fsspec",
            "functorch",
            "jinja2",
            "mpmath",
            "networkx",
            "numpy",
            "sympy",
            "torch",
            "torchgen",
            "triton",
            "typing_extensions");

    private ModuleName() {}

    /**
     * Returns the name by which a file can be imported.
     *
     * @throws InvalidInputException if there is none
     */
    static String of(Path file) {
        Matcher matcher = FILE.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches() || KEYWORDS.contains(matcher.group(1))) {
            throw new InvalidInputException(
                    "--output must name a Python file such as winner.py, but was " + Quoted.path(file));
        }
        String name = matcher.group(1);
        if (OF_PYTHON.contains(name) || OF_OTHERS.contains(name)) {
            throw new InvalidInputException(
                    "--output must not be called like a module that PyTorch needs, but was " + Quoted.path(file));
        }
        return name;
    }
}
