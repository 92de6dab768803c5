package nas.spec;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import nas.InvalidInputException;

/** Reads search-space files. Thread-safe. */
public final class SearchSpecReader {
    private SearchSpecReader() {}

    /**
     * Reads a search-space file, a YAML document of at most 1 MB in UTF-8. The data it names are looked up, but not
     * read.
     *
     * @param file the file; messages show it as it is given
     * @param overrides what the command line says in place of the file
     * @throws InvalidInputException about the first thing that is wrong: in the overrides, else from the top of the
     *     file, with the full key, the rule, what was written, and the option or {@code file:line:column}
     */
    public static SearchSpec read(Path file, Overrides overrides) {
        Node.Mapping document = document(file, overrides);
        Problems problems = new Problems();
        Section root = Section.root(document, problems, "name", "data", "space", "training", "objective", "search");
        SearchSpec spec = spec(root, file, overrides);
        problems.throwFirst();
        return spec;
    }

    /**
     * Returns a complaint about a key, such as {@code data.target must be …}, with the place at which the key, or what
     * comes nearest to it, stands; any other complaint as it is.
     *
     * @param file the file, read without complaint before
     * @param overrides what the command line says in place of the file
     */
    public static InvalidInputException located(InvalidInputException complaint, Path file, Overrides overrides) {
        String message = String.valueOf(complaint.getMessage());
        String key = Splitter.on(' ').splitToList(message).get(0);
        return document(file, overrides)
                .placeOf(Splitter.on('.').splitToList(key))
                .map(place -> place.error(message))
                .orElse(complaint);
    }

    private static Node.Mapping document(Path file, Overrides overrides) {
        return overrides.over(YamlTree.read(SourceText.read(file)));
    }

    private static SearchSpec spec(Section root, Path file, Overrides overrides) {
        SearchSection search = SearchSection.of(root);
        return new SearchSpec(
                root.find("name", SpaceName::read).orElseGet(() -> SpaceName.of(file)),
                DataSection.read(root, file.resolveSibling(""), overrides),
                SpaceSection.read(root),
                SearchSection.objective(root),
                search.evolution(),
                search.seed(),
                search.epochs().orElse(null));
    }
}
