package nas.spec;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nas.InvalidInputException;
import nas.space.Schedule;
import org.jspecify.annotations.Nullable;

/** Reads what to search from a search-space file, or for data alone. Immutable and thread-safe. */
public final class SearchSpecReader {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private static final String SCHEDULE = "training.schedule";

    private final Node.Mapping document;
    private final ImmutableList<Problem> duplicates;
    private final Origin origin;
    private final Overrides overrides;

    private SearchSpecReader(Node.Mapping document, List<Problem> duplicates, Origin origin, Overrides overrides) {
        this.document = overrides.over(document);
        this.duplicates = ImmutableList.copyOf(duplicates);
        this.origin = origin;
        this.overrides = overrides;
    }

    /**
     * Where a document comes from.
     *
     * @param name the name of a space that has none
     * @param base the folder that relative paths start from
     * @param file the search-space file, or {@code null} if there is none
     */
    private record Origin(String name, Path base, @Nullable Path file) {
        static Origin of(Path file) {
            return new Origin(SpaceName.of(file), file.resolveSibling(""), file);
        }
    }

    /**
     * Opens what the argument of a command names: a search-space file if it ends in {@code .yaml}, {@code .yml} or
     * {@code .json} or is something like a pipe, else data.
     *
     * @throws InvalidInputException as {@link #ofFile} and {@link #ofData} do
     */
    public static SearchSpecReader of(String argument, Overrides overrides) {
        return isSpace(argument) ? ofFile(Path.of(argument), overrides) : ofData(argument, overrides);
    }

    /**
     * Opens a search-space file, a YAML document of at most 1 MB in UTF-8.
     *
     * @param file the file; messages show it as it is given
     * @param overrides what the command line says in place of the file
     * @throws InvalidInputException if the file cannot be read or is no YAML mapping
     */
    public static SearchSpecReader ofFile(Path file, Overrides overrides) {
        return of(file, overrides, document -> document);
    }

    /**
     * Opens the settings that a run keeps of itself. Those that were written before there were schedules name none and
     * mean a constant rate, whatever is usual now.
     *
     * @throws InvalidInputException as {@link #ofFile} does
     */
    public static SearchSpecReader ofSettings(Path file, Overrides overrides) {
        Overrides constant = Overrides.NONE.with(SCHEDULE, Schedule.CONSTANT.word(), file.toString());
        return of(file, overrides, settings -> settings.has(SCHEDULE) ? settings : constant.over(settings));
    }

    private static SearchSpecReader of(Path file, Overrides overrides, UnaryOperator<Node.Mapping> completion) {
        Problems duplicates = new Problems();
        Node.Mapping document = document(SourceText.read(file), duplicates);
        return new SearchSpecReader(
                completion.apply(document), duplicates.inDocumentOrder(), Origin.of(file), overrides);
    }

    private static Node.Mapping document(SourceText source, Problems duplicates) {
        try {
            return YamlTree.read(source, duplicates);
        } catch (InvalidInputException e) {
            throw source.looksLikeTable()
                    ? new InvalidInputException(
                            source.file() + ": must be a search space in YAML, but looks like a table;"
                                    + " give it a name that ends in .csv")
                    : e;
        }
    }

    /**
     * Takes data without a search-space file.
     *
     * @param data a table, a folder with IDX files or a built-in name, as on the command line
     * @param overrides what else the command line says
     * @throws InvalidInputException if there are no such data, or what is named is a search space
     */
    public static SearchSpecReader ofData(String data, Overrides overrides) {
        DataArgument argument = new DataArgument(data);
        argument.check(overrides);
        Origin origin = new Origin(argument.name(), Path.of(""), null);
        return new SearchSpecReader(argument.document(), List.of(), origin, overrides);
    }

    /**
     * Reads a search-space file.
     *
     * @throws InvalidInputException as {@link #ofFile} and {@link #spec} do
     */
    public static SearchSpec read(Path file, Overrides overrides) {
        return ofFile(file, overrides).spec();
    }

    /** Tells whether the argument of a command names a search space, not data. */
    public static boolean isSpace(String argument) {
        String name = argument.toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().anyMatch(name::endsWith)) {
            return true;
        }
        Path path = Path.of(argument);
        return !argument.isEmpty() && Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** Returns the search-space file, if there is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(origin.file());
    }

    /**
     * Reads the document. The data it names are looked up, but not read; of a table that is named without a search-space
     * file and without the column to predict, only the names of the columns are.
     *
     * @throws InvalidInputException about all that is wrong: in the overrides, then from the top of the file, a line each
     *     with the full key, the rule, what was written, and the option or {@code file:line:column}
     */
    public SearchSpec spec() {
        Problems problems = new Problems();
        duplicates.forEach(problems::add);
        Section root = Section.root(
                document, problems, "name", "data", "space", "training", "objective", "search", "finalists", "start");
        SearchSpec spec = spec(root);
        problems.throwAll();
        if (origin.file() == null) {
            DataArgument.checkTarget(spec.data());
        }
        return spec;
    }

    /**
     * Returns complaints about keys, such as {@code data.target must be …}, with the places at which the keys, or what
     * comes nearest to them, stand; all others as they are.
     */
    public InvalidInputException located(InvalidInputException complaint) {
        return InvalidInputException.all(
                complaint.lines().stream().map(this::located).toList());
    }

    private InvalidInputException located(String complaint) {
        return new ComplaintPlace(complaint)
                .in(document)
                .map(place -> place.error(complaint))
                .orElseGet(() -> new InvalidInputException(complaint));
    }

    private SearchSpec spec(Section root) {
        SearchSection search = SearchSection.of(root);
        return new SearchSpec(
                root.find("name", SpaceName::read).orElse(origin.name()),
                DataSection.read(root, origin.base(), overrides),
                new SpaceChoice(ArchitectureSection.read(root), RecipeSection.read(root)),
                ObjectiveSection.read(root),
                search.effort(),
                search.budgets(root),
                StartSection.read(root),
                search.seed());
    }
}
