package nas.data;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Descriptions of the small data sets that tests make. */
public final class Descriptions {
    private Descriptions() {}

    public static DataDescription of(DataSource source) {
        return of(source, null);
    }

    public static DataDescription of(DataSource source, @Nullable String target, String... ignored) {
        TargetChoice choice = target == null ? TargetChoice.INFERRED : TargetChoice.of(target);
        Map<String, ColumnKind> columns = Maps.toMap(Arrays.asList(ignored), name -> ColumnKind.IGNORE);
        return DataDescription.of(source).withTarget(choice).withReading(TableReading.DEFAULT.withColumns(columns));
    }

    public static DataDescription withTask(DataDescription d, Task task) {
        return d.withTarget(d.target().withTask(task));
    }

    public static DataDescription withSplit(DataDescription d, Portion validation, Portion test) {
        return d.withSplit(new SplitRule(validation, test, 1));
    }

    public static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataSource.CsvFile table(Path folder, String... lines) {
        return new DataSource.CsvFile(write(folder, "table.csv", String.join("\n", lines) + "\n"));
    }
}
