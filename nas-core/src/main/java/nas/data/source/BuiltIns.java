package nas.data.source;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Task;
import nas.data.fetch.PublishedSet;
import nas.data.generate.GeneratedSet;
import nas.data.generate.GeneratedTable;
import nas.data.source.BuiltInSet.Origin;
import nas.data.table.Table;
import nas.data.table.TableReader;
import nas.data.table.TextSource;

/** The data sets that a search space can name. */
public final class BuiltIns {
    private static final String IRIS = "iris";
    private static final String IRIS_TARGET = "species";
    private static final String IRIS_HEADER = "sepal_length,sepal_width,petal_length,petal_width,species\n";

    private static final ImmutableSortedMap<String, BuiltInSet> SETS =
            ImmutableSortedMap.copyOf(Maps.uniqueIndex(sets().iterator(), BuiltInSet::name), Comparator.naturalOrder());

    private BuiltIns() {}

    private static Stream<BuiltInSet> sets() {
        BuiltInSet iris = new BuiltInSet(IRIS, Origin.INCLUDED, 150, 4, Task.CLASSIFICATION, 3);
        Stream<BuiltInSet> published = PublishedSet.ALL.stream()
                .map(set -> new BuiltInSet(set.name(), Origin.DOWNLOADED, 70_000, 784, Task.CLASSIFICATION, 10));
        Stream<BuiltInSet> generated = Stream.of(GeneratedSet.values()).map(BuiltIns::described);
        return Stream.concat(Stream.of(iris), Stream.concat(published, generated));
    }

    private static BuiltInSet described(GeneratedSet set) {
        return new BuiltInSet(
                set.word(),
                Origin.GENERATED,
                GeneratedSet.DEFAULT_ROWS,
                set.inputs(),
                set.task(),
                Math.max(1, set.classNames().size()));
    }

    /** Returns all sets, by name. */
    public static List<BuiltInSet> all() {
        return SETS.values().asList();
    }

    static ImmutableSortedSet<String> names() {
        return SETS.keySet();
    }

    /** Tells whether a name is that of a set that is downloaded. */
    static boolean isPublished(String name) {
        BuiltInSet set = SETS.get(name);
        return set != null && set.origin() == Origin.DOWNLOADED;
    }

    /** Reads a set that is included or generated; of a generated one there are as many rows as the description says. */
    static Table read(DataSource.BuiltIn source, DataDescription description) {
        Optional<GeneratedSet> generated = GeneratedSet.of(source.name());
        if (generated.isEmpty()) {
            return read(TextSource.of(source.name(), iris()), description, IRIS_TARGET);
        }
        Integer rows = description.rows().limit();
        GeneratedTable table = generated.get().table(rows == null ? GeneratedSet.DEFAULT_ROWS : rows);
        return read(TextSource.of(source.name(), () -> new TableText(table)), description, table.target());
    }

    private static Table read(TextSource text, DataDescription description, String target) {
        boolean isOpen = description.target().columns().isEmpty();
        return TableReader.read(
                text,
                Optional.empty(),
                isOpen ? description.withTarget(description.target().withColumns(List.of(target))) : description);
    }

    /** Iris (Fisher 1936) lies in DL4J's jar, without a header. */
    private static String iris() {
        try {
            return IRIS_HEADER + Resources.toString(Resources.getResource("iris.dat"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
