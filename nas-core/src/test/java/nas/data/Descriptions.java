package nas.data;

import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Descriptions of the small data sets that tests make. */
final class Descriptions {
    private Descriptions() {}

    static DataDescription of(DataSource source) {
        return of(source, null);
    }

    static DataDescription of(DataSource source, @Nullable String target, String... ignored) {
        return new DataDescription(source, target, null, ImmutableSortedSet.copyOf(ignored), SplitRule.DEFAULT);
    }

    static DataDescription withTask(DataDescription d, Task task) {
        return new DataDescription(d.source(), d.target(), task, d.ignored(), d.split());
    }

    static DataDescription withSplit(DataDescription d, Portion validation, Portion test) {
        return new DataDescription(d.source(), d.target(), d.task(), d.ignored(), new SplitRule(validation, test, 1));
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataSource.CsvFile table(Path folder, String... lines) {
        return new DataSource.CsvFile(write(folder, "table.csv", String.join("\n", lines) + "\n"));
    }
}
