package nas.spec;

import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.TableReading;
import nas.data.TargetChoice;
import nas.data.Task;
import nas.run.EvolutionSettings;
import nas.run.ObjectiveSettings;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.SearchSpace;

/** Draws search spaces, all of them possible, from a seed. */
final class RandomSpecs {
    private static final List<String> NAMES =
            List.of("x", "true", "NO", "1.5", "a b", "caf\u00E9", "it's: #1", "\uD83D\uDE00", "say \"hi\"", "\u2028");

    private final SplittableRandom random;
    private final Path table;

    RandomSpecs(long seed, Path table) {
        this.random = new SplittableRandom(seed);
        this.table = table;
    }

    SearchSpec next() {
        return new SearchSpec(
                pick("space", "2024", "a.b-c_d"),
                data(),
                space(),
                new ObjectiveSettings(
                        share(), share(), random.nextBoolean() ? null : random.nextLong(1, Long.MAX_VALUE)),
                new EvolutionSettings(random.nextInt(2, 100), random.nextInt(1, 100), random.nextInt(1, 100)),
                random.nextLong(),
                random.nextInt(1, 1_000));
    }

    private DataDescription data() {
        DataSource source = random.nextBoolean() ? new DataSource.BuiltIn("iris") : new DataSource.CsvFile(table);
        TargetChoice target = random.nextBoolean() ? TargetChoice.INFERRED : TargetChoice.of("target");
        Task task = random.nextBoolean() ? Task.REGRESSION : Task.CLASSIFICATION;
        List<String> ignored = draw(random.nextInt(4), () -> NAMES.get(random.nextInt(NAMES.size())));
        SplitRule split = new SplitRule(validation(), test(), random.nextLong());
        return DataDescription.of(source)
                .withTarget(target.withTask(task))
                .withReading(TableReading.DEFAULT.withColumns(Maps.toMap(ignored, name -> ColumnKind.IGNORE)))
                .withSplit(split);
    }

    private Portion validation() {
        return pick(
                new Portion.Automatic(), new Portion.Rows(random.nextInt(1, 10_000)), new Portion.Share(share() / 2));
    }

    private Portion test() {
        return pick(
                new Portion.Automatic(),
                new Portion.Official(),
                new Portion.Rows(random.nextInt(10_000)),
                new Portion.Share(share() / 2));
    }

    private SearchSpace space() {
        Recipe recipe = new Recipe(
                pick(Optimizer.values()),
                Math.scalb(random.nextDouble(1, 2), random.nextInt(-1_000, 1_000)),
                random.nextInt(1, 999));
        return new SearchSpace(
                ladder(() -> random.nextInt(17)),
                ladder(() -> random.nextInt(1, 65_537)),
                new Ladder<>(draw(3, () -> pick(Activation.values()))),
                ladder(() -> random.nextInt(5) == 0 ? 0.0 : Math.pow(random.nextDouble(), 9)),
                recipe);
    }

    private <T extends Comparable<T>> Ladder<T> ladder(Supplier<T> value) {
        return new Ladder<>(draw(random.nextInt(1, 9), value).stream().sorted().toList());
    }

    private double share() {
        return random.nextDouble(1e-9, 1);
    }

    private static <T> List<T> draw(int count, Supplier<T> value) {
        return Stream.generate(value).limit(count).distinct().toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private <T> T pick(T... values) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }
}
