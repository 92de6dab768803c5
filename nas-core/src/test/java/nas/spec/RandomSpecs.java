package nas.spec;

import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.data.ClassWeighting;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.MissingCells;
import nas.data.Portion;
import nas.data.RowChoice;
import nas.data.SplitRule;
import nas.data.TableFormat;
import nas.data.TableReading;
import nas.data.TargetChoice;
import nas.data.Task;
import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;
import nas.run.ObjectiveSettings;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.Clipping;
import nas.space.DropoutChoice;
import nas.space.Initialisation;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.Schedule;
import nas.space.SearchSpace;
import nas.space.Shape;
import nas.space.WidthSpace;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;

/** Draws search spaces, all of them possible, from a seed. */
final class RandomSpecs {
    private final SplittableRandom random;
    private final Path table;

    RandomSpecs(long seed, Path table) {
        this.random = new SplittableRandom(seed);
        this.table = table;
    }

    SearchSpec next() {
        SearchSpace space = space();
        return new SearchSpec(
                pick("space", "2024", "a.b-c_d"),
                data(),
                Choices.of(space),
                new ObjectiveSettings(
                        share(), rule(), random.nextBoolean() ? null : random.nextLong(1, Long.MAX_VALUE)),
                new EffortChoice(
                        pick(StrategyKind.values()),
                        random.nextInt(2, 100),
                        random.nextInt(1, 100),
                        random.nextInt(1, 100),
                        operators()),
                budgets(),
                start(space.architectures()),
                random.nextLong());
    }

    private WinnerRule rule() {
        return pick(
                new WinnerRule.Within(share()),
                new WinnerRule.OneStandardError(),
                new WinnerRule.Reach(pick(LeadingMetric.ACCURACY, LeadingMetric.BALANCED_ACCURACY), share()));
    }

    private OperatorRates operators() {
        return new OperatorRates(share(), share(), 0, share(), share(), 1, share(), share());
    }

    private BudgetChoice budgets() {
        List<Integer> rungs = ladder(() -> pick(random.nextInt(1, 5), random.nextInt(1, 1_000)))
                .rungs();
        List<Double> keep = Stream.generate(() -> pick(1 / 2.0, 1 / 3.0, share(), 1.0))
                .limit(rungs.size() - 1)
                .toList();
        int epochs = random.nextInt(rungs.get(rungs.size() - 1), 2_000);
        return new BudgetChoice(rungs, keep, random.nextInt(1, 1_000), random.nextInt(2, 11), epochs);
    }

    /** Rules of thumb, if any, come last. */
    private StartChoice start(ArchitectureSpace space) {
        Stream<StartChoice.Item> architectures =
                draw(3, () -> layers(space)).stream().map(layers -> layers);
        Stream<StartChoice.Item> rules =
                Stream.<StartChoice.Item>of(new StartChoice.RulesOfThumb()).limit(random.nextInt(2));
        return new StartChoice(Stream.concat(architectures, rules).toList());
    }

    private StartChoice.Layers layers(ArchitectureSpace space) {
        List<Integer> units = IntStream.range(0, pick(space.depths()))
                .mapToObj(layer -> pick(space.widths().of(layer)))
                .toList();
        Activation shared = pick(space.activations());
        return new StartChoice.Layers(space.widths().fitted(units).stream()
                .map(width -> new StartChoice.Layer(
                        width, space.isActivationShared() ? shared : pick(space.activations()), pick(space.dropouts())))
                .toList());
    }

    private <T> T pick(Ladder<T> ladder) {
        return ladder.rungs().get(random.nextInt(ladder.size()));
    }

    private DataDescription data() {
        boolean isTable = random.nextBoolean();
        DataSource source = isTable ? new DataSource.CsvFile(table) : new DataSource.BuiltIn("iris");
        TargetChoice target = target(random.nextBoolean() ? List.of() : List.of("target " + name()));
        return new DataDescription(
                source,
                isTable && random.nextBoolean() ? source : null,
                reading(),
                target,
                new RowChoice(maybe("a group: 1"), maybe("time"), maybe(random.nextInt(1, 99))),
                split());
    }

    private TargetChoice target(List<String> columns) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            return TargetChoice.of(several()).withTask(maybe(Task.REGRESSION));
        }
        Map<String, String> spellings = kind == 1 ? Map.of() : mapOf(this::name);
        return new TargetChoice(columns, spellings, maybe(Task.CLASSIFICATION), weights());
    }

    private String[] several() {
        return draw(3, this::name).stream().map(name -> "target " + name).toArray(String[]::new);
    }

    private ClassWeighting weights() {
        Map<String, Double> weights = mapOf(() -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-20, 20)));
        return pick(
                ClassWeighting.EQUAL,
                new ClassWeighting.Balanced(),
                weights.isEmpty() ? ClassWeighting.EQUAL : new ClassWeighting.ByClass(weights));
    }

    private TableReading reading() {
        return new TableReading(
                format(),
                mapOf(() -> pick(ColumnKind.values())),
                pick(MissingCells.DEFAULT, new MissingCells(Set.copyOf(draw(3, this::cell)), random.nextBoolean())));
    }

    private TableFormat format() {
        Character delimiter = maybe(pick(',', ';', '\t', ' ', '|', '\u00A7', '\u0001', '#'));
        Character quote = maybe(pick('"', '\'', '`', TableFormat.NO_QUOTE));
        return random.nextBoolean()
                ? new TableFormat(maybe(random.nextBoolean()), List.of(), delimiter, quote)
                : new TableFormat(false, draw(3, this::name), delimiter, quote);
    }

    private SplitRule split() {
        Integer folds = maybe(pick(1, random.nextInt(2, 100)));
        Portion validation = folds != null && folds > 1 ? new Portion.Automatic() : validation();
        return new SplitRule(validation, test(), folds, random.nextLong());
    }

    private <T> Map<String, T> mapOf(Supplier<T> value) {
        return Maps.toMap(draw(random.nextInt(4), this::name), name -> value.get());
    }

    private String name() {
        return pick(Hostile.NAMES.toArray(String[]::new));
    }

    private String cell() {
        return random.nextInt(3) == 0 ? pick("", "null", "~", "-999") : name();
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
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
        return new SearchSpace(architectures(), recipes());
    }

    private ArchitectureSpace architectures() {
        return new ArchitectureSpace(
                ladder(() -> random.nextInt(17)),
                widths(),
                words(Activation.values()),
                random.nextBoolean(),
                ladder(() -> random.nextInt(5) == 0 ? 0.0 : Math.pow(random.nextDouble(), 9)),
                words(DropoutChoice.values()),
                words(true, false));
    }

    private WidthSpace widths() {
        Ladder<Integer> first = ladder(() -> random.nextInt(1, 65_537));
        Ladder<Integer> rest = ladder(() -> random.nextInt(1, first.last() + 1));
        return random.nextBoolean()
                ? new WidthSpace(first, first, pick(Shape.values()))
                : new WidthSpace(first, rest, pick(Shape.ANY, Shape.FUNNEL));
    }

    private RecipeSpace recipes() {
        Ladder<Optimizer> optimizers = words(Optimizer.values());
        return new RecipeSpace(
                optimizers,
                ladder(this::share),
                Maps.toMap(optimizers.rungs(), optimizer -> ladder(this::rate)),
                words(Schedule.values()),
                ladder(() -> random.nextInt(1, 999)),
                words(Loss.AUTO, Loss.BINARY_CROSS_ENTROPY),
                words(Initialisation.values()),
                ladder(this::strength),
                ladder(this::strength),
                ladder(this::strength),
                new Ladder<>(draw(random.nextInt(1, 5), this::clipping)),
                ladder(() -> random.nextInt(9)));
    }

    private double rate() {
        return Math.scalb(random.nextDouble(1, 2), random.nextInt(-1_000, 1_000));
    }

    private double strength() {
        return random.nextBoolean() ? 0.0 : rate();
    }

    private Clipping clipping() {
        return pick(Clipping.NONE, new Clipping(Clipping.Kind.VALUE, rate()), new Clipping(Clipping.Kind.NORM, rate()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private <E> Ladder<E> words(E... words) {
        return new Ladder<>(draw(random.nextInt(1, 5), () -> pick(words)));
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
