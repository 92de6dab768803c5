package nas.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The name of a search space, which also names the folders of its runs. */
final class SpaceName {
    private static final int LENGTH = 100;
    private static final String EXTENSION = "(?<=.)\\.[^.]*$";
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?!\\.)){0," + (LENGTH - 1) + "}");

    private SpaceName() {}

    /** Returns a name that a file gives. */
    static String read(Value value) {
        String name = value.text();
        if (!NAME.matcher(name).matches()) {
            throw value.mustBe(
                    "at most " + LENGTH + " letters, digits, '-', '_' and single '.', not beginning with '-' or '.'");
        }
        return name;
    }

    /** Returns the name that a file without one has: its own without the extension, with what is not allowed as {@code -}. */
    static String of(Path file) {
        return of(String.valueOf(file.getFileName()).replaceFirst(EXTENSION, ""));
    }

    /** Returns the name of a space that is made for data: that of the folder, or of the file without its extensions. */
    static String ofData(Path data) {
        Path name = data.toAbsolutePath().normalize().getFileName();
        String text = name == null ? "" : name.toString();
        return of(
                Files.isDirectory(data)
                        ? text
                        : text.replaceFirst("(?i)(?<=.)\\.gz$", "").replaceFirst(EXTENSION, ""));
    }

    private static String of(String stem) {
        String name = stem.replaceAll("[^A-Za-z0-9_.-]", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceFirst("^[.-]+", "");
        return name.isEmpty() ? "space" : name.substring(0, Math.min(name.length(), LENGTH));
    }
}
