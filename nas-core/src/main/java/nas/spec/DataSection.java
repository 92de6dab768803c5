package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nas.InvalidInputException;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.TableReading;
import nas.data.TargetChoice;
import nas.data.Task;
import nas.data.source.SourceLookup;
import org.jspecify.annotations.Nullable;

/** Reads {@code data}: what to learn. */
final class DataSection {
    static final String AUTO = "auto";
    static final String OFFICIAL = "official";
    static final String IGNORE = "ignore";
    static final ImmutableMap<String, Task> TASKS = Maps.uniqueIndex(Arrays.asList(Task.values()), Task::word);

    private static final Place DATA_OPTION = new Place.Option("--data");
    private static final DataSource STAND_IN = new DataSource.CsvFile(Path.of(""));
    private static final Range<Double> PROPER = Range.open(0.0, 1.0);

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
        Section section = file.section("data", "source", "target", "task", "columns", "split");
        return new DataSection(section, base, overrides).description();
    }

    private DataDescription description() {
        DataSource source = source();
        Optional<String> target = section.find("target", Value::text);
        Task task = section.find("task", value -> value.choice(TASKS)).orElse(null);
        return DataDescription.of(source)
                .withTarget(target.map(TargetChoice::of)
                        .orElse(TargetChoice.INFERRED)
                        .withTask(task))
                .withReading(TableReading.DEFAULT.withColumns(ignored(target.orElse(null))))
                .withSplit(split());
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

    private static DataSource resolve(Place place, Supplier<DataSource> resolution) {
        try {
            return resolution.get();
        } catch (InvalidInputException | InvalidPathException e) {
            throw new Problem(place, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, ColumnKind> ignored(@Nullable String target) {
        Map<String, ColumnKind> kinds = new TreeMap<>();
        Section columns = section.anyKeys("columns");
        for (String column : columns.keys()) {
            columns.find(column, value -> ignoring(value, column.equals(target)))
                    .ifPresent(word -> kinds.put(column, ColumnKind.IGNORE));
        }
        return kinds;
    }

    private static String ignoring(Value value, boolean isTarget) {
        String word = value.choice(Map.of(IGNORE, IGNORE));
        if (isTarget) {
            throw value.problem("is the target and must not be ignored");
        }
        return word;
    }

    private SplitRule split() {
        Section split = section.section("split", "validation", "test", "seed");
        SplitRule rule = SplitRule.DEFAULT;
        Portion validation = split.read("validation", rule.validation(), DataSection::validationPortion);
        Portion test = split.read("test", rule.test(), value -> testPortion(value, validation));
        long seed = split.read("seed", rule.seed(), value -> value.integer(Range.all()));
        return new SplitRule(validation, test, seed);
    }

    private static Portion validationPortion(Value value) {
        Map<String, Portion> words = ImmutableMap.of(AUTO, new Portion.Automatic());
        return portion(value, 1, words, "a number of rows, a share such as 20%, or auto");
    }

    private static Portion testPortion(Value value, Portion validation) {
        Map<String, Portion> words = ImmutableMap.of(AUTO, new Portion.Automatic(), OFFICIAL, new Portion.Official());
        Portion test = portion(value, 0, words, "a number of rows, a share such as 20%, official or auto");
        if (share(validation) + share(test) >= 1) {
            throw value.problem("must leave rows to train on, but validation and test take all");
        }
        return test;
    }

    private static Portion portion(Value value, long leastRows, Map<String, Portion> words, String rule) {
        if (value.isPlain(NumberText::isInteger)) {
            return new Portion.Rows((int) value.integer(Range.closed(leastRows, (long) Integer.MAX_VALUE)));
        }
        if (value.isPlain(text -> NumberText.isReal(text) || NumberText.isPercentage(text))) {
            return new Portion.Share(value.share(PROPER));
        }
        return value.wordOf(words, value.scalar(rule).text(), rule);
    }

    private static double share(Portion portion) {
        return portion.match(() -> 0.0, () -> 0.0, rows -> 0.0, share -> share);
    }
}
