package nas.data.source;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.table.Table;
import nas.data.table.TableReader;

/** The data sets that come with the program. */
final class BuiltIns {
    static final ImmutableSortedSet<String> NAMES = ImmutableSortedSet.of("iris");

    private static final String IRIS_HEADER = "sepal_length,sepal_width,petal_length,petal_width,species\n";

    private BuiltIns() {}

    /** Reads iris (Fisher 1936) from DL4J's jar, which holds its rows without a header. */
    static Table read(DataSource.BuiltIn source, DataDescription description) {
        try {
            String rows = Resources.toString(Resources.getResource("iris.dat"), StandardCharsets.UTF_8);
            StringReader text = new StringReader(IRIS_HEADER + rows);
            return TableReader.read(source.name(), text, withTarget(description));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataDescription withTarget(DataDescription description) {
        boolean isOpen = description.target().columns().isEmpty();
        return isOpen ? description.withTarget(description.target().withColumns(List.of("species"))) : description;
    }
}
