package nas.spec;

import com.google.common.collect.Range;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.RowChoice;
import nas.data.TargetChoice;
import nas.data.source.SourceLookup;
import org.jspecify.annotations.Nullable;

/** Reads {@code data}: where rows lie, which of them are used, and by its parts what to learn from them. */
final class DataSection {
    private static final Place DATA_OPTION = new Place.Option("--data");
    private static final DataSource STAND_IN = new DataSource.CsvFile(Path.of(""));
    private static final Range<Long> POSITIVE = Range.closed(1L, (long) Integer.MAX_VALUE);

    private final Section section;
    private final Path base;
    private final Overrides overrides;

    private DataSection(Section section, Path base, Overrides overrides) {
        this.section = section;
        this.base = base;
        this.overrides = overrides;
    }

    /**
     * Reads what a file says about its data.
     *
     * @param base the folder that paths in the file are relative to
     * @param overrides what {@code --data} names
     */
    static DataDescription read(Section file, Path base, Overrides overrides) {
        Section section = file.section(
                "data",
                "source",
                "test",
                "header",
                "delimiter",
                "quote",
                "target",
                "task",
                "columns",
                "missing",
                "weights",
                "group",
                "time",
                "rows",
                "split");
        return new DataSection(section, base, overrides).description();
    }

    private DataDescription description() {
        DataSource source = source();
        TargetChoice target = TargetSection.read(section);
        return new DataDescription(
                source,
                section.find("test", value -> test(value, source)).orElse(null),
                TableSection.read(section, target.columns()),
                target,
                rows(target.columns()),
                SplitSection.read(section));
    }

    private DataSource source() {
        Optional<Path> override = overrides.dataPath();
        if (override.isPresent() && !section.has("source")) {
            String text = override.get().toAbsolutePath().toString();
            return section.noting(() -> resolve(DATA_OPTION, () -> SourceLookup.resolve(text, base, Optional.empty())))
                    .orElse(STAND_IN);
        }
        return section.require("source", STAND_IN, this::named);
    }

    private DataSource named(Value value) {
        String text = value.text();
        Optional<Path> override = overrides.dataPath();
        Place place = override.isPresent() ? DATA_OPTION : value.node().place();
        return resolve(place, () -> SourceLookup.resolve(text, base, override));
    }

    private DataSource test(Value value, DataSource source) {
        String text = value.text();
        boolean isTable = source.match(builtIn -> false, file -> true, folder -> false);
        if (!isTable) {
            throw value.problem("must be left out where data.source is no table, but was " + Excerpt.of(text));
        }
        return resolve(value.node().place(), () -> SourceLookup.resolveTest(text, base, overrides.dataPath()));
    }

    private static DataSource resolve(Place place, Supplier<DataSource> resolution) {
        try {
            return resolution.get();
        } catch (InvalidInputException | InvalidPathException e) {
            throw new Problem(place, String.valueOf(e.getMessage()));
        }
    }

    private RowChoice rows(List<String> targets) {
        String group = section.find("group", value -> otherThan(targets, "the target", value))
                .orElse(null);
        String time = section.find("time", value -> time(value, targets, group)).orElse(null);
        Integer limit =
                section.find("rows", value -> (int) value.integer(POSITIVE)).orElse(null);
        return new RowChoice(group, time, limit);
    }

    private static String time(Value value, List<String> targets, @Nullable String group) {
        otherThan(targets, "the target", value);
        return otherThan(group == null ? List.of() : List.of(group), "the group column", value);
    }

    private static String otherThan(List<String> taken, String what, Value value) {
        String column = value.name();
        if (taken.contains(column)) {
            throw value.problem("must be another column than " + what + ", but was " + Excerpt.of(column));
        }
        return column;
    }
}
