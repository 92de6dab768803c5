package nas.spec;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nas.data.Dataset;
import nas.data.LoadedData;
import nas.evolve.StrategyKind;
import nas.run.EvolutionSettings;
import nas.run.FinalistSettings;
import nas.run.ObjectiveSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.run.StartSettings;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.SearchSpace;

/**
 * Writes a search space for people: every key with its value and a comment that says what it means. Read back, it gives
 * the same data description and the same settings. Equal arguments give equal texts.
 */
public final class SpecYaml {
    private static final int FEW = 13;

    private final YamlLines lines = new YamlLines();
    private final YamlText text;
    private final SearchSpec spec;
    private final SearchSettings settings;
    private final LoadedData loaded;

    private SpecYaml(SearchSpec spec, LoadedData loaded, Charset charset) {
        this.text = new YamlText(charset);
        this.spec = spec;
        this.settings = spec.settings(DataShape.of(loaded.data()));
        this.loaded = loaded;
    }

    /**
     * Returns the text.
     *
     * @param spec what to search: its data say no more than source and target
     * @param loaded the data
     * @param charset what the text will be encoded in
     */
    public static String write(SearchSpec spec, LoadedData loaded, Charset charset) {
        return new SpecYaml(spec, loaded, charset).text();
    }

    private String text() {
        head(loaded.data());
        lines.line("# What to learn. Every column but the target is an input, unless it is ignored.");
        new DataYaml(lines, text, spec.data(), loaded.data()).write(loaded);
        lines.blank();
        space(settings.space());
        training(settings.space().recipes().usual());
        objective(settings.objective());
        search(settings.evolution());
        finalists(settings.finalists());
        start(settings.start());
        return lines.toString();
    }

    private void head(Dataset data) {
        String file = spec.name() + ".yaml";
        lines.line("# " + spec.name() + ": predict " + target(data) + " from " + DataYaml.count(data.inputs())
                + " network inputs, with " + DataYaml.count(data.rows()) + " rows.");
        lines.line("# These are the choices that nas makes for these data. Change what you like, save it and run it:");
        lines.line("#");
        lines.line("#     nas search " + file);
        lines.line("#");
        lines.line("# This space holds "
                + String.format(Locale.ROOT, "%,d", settings.space().size()) + " networks.");
        lines.blank();
        lines.line(
                "name: " + text.scalar(spec.name()),
                "a run is called by this name and a number: " + spec.name() + "-1, " + spec.name() + "-2, ...");
        lines.blank();
    }

    private String target(Dataset data) {
        List<String> columns = spec.data().target().columns();
        String what = DataYaml.target(data.targets());
        return columns.size() == 1 ? Excerpt.of(columns.get(0)) + " (" + what + ")" : what;
    }

    private void space(SearchSpace space) {
        lines.line(
                "# The networks to choose among. One value fixes a choice; a list [4, 8] or a range {min, max} opens it.");
        lines.line("space:");
        lines.line("  layers: " + integers(space.architectures().depths()), "hidden layers; 0 is the linear model");
        lines.line(
                "  units: " + integers(space.architectures().widths().first()),
                "in each hidden layer: "
                        + choices(space.architectures().widths().first()));
        lines.line(
                "  activation: "
                        + words(space.architectures().activations().rungs().stream()
                                .map(Activation::word)
                                .toList()),
                "also: " + otherActivations(space));
        lines.line(
                "  dropout: "
                        + words(space.architectures().dropouts().rungs().stream()
                                .map(String::valueOf)
                                .toList()),
                "share of a layer's units that are switched off at random while training");
        lines.blank();
    }

    private static String otherActivations(SearchSpace space) {
        return Arrays.stream(Activation.values())
                .filter(activation ->
                        !space.architectures().activations().rungs().contains(activation))
                .map(Activation::word)
                .collect(Collectors.joining(", "));
    }

    private void training(Recipe recipe) {
        lines.line("# How each network is trained. These are the same for all of them.");
        lines.line("training:");
        lines.line("  optimizer: " + recipe.optimizer().word(), "also: " + otherOptimizers(recipe));
        lines.line("  learning_rate: " + recipe.learningRate(), "size of a training step");
        lines.line("  schedule: " + recipe.schedule().word(), "how that size changes over a training");
        lines.line("  batch_size: " + recipe.batchSize(), "rows in each step");
        lines.line("  # early_stopping: {patience: 10}", "stop after so many epochs without progress");
        lines.line("  # weight_decay: [0, 1e-4, 1e-3]", "pulls weights towards 0; also: l1, l2");
        lines.blank();
    }

    private static String otherOptimizers(Recipe recipe) {
        return Arrays.stream(Optimizer.values())
                .filter(optimizer -> optimizer != recipe.optimizer())
                .map(Optimizer::word)
                .collect(Collectors.joining(", "));
    }

    private void objective(ObjectiveSettings objective) {
        String price = percent(objective.perDecade());
        lines.line("# What counts as better.");
        lines.line("objective:");
        lines.line(
                "  penalty: {per_decade: " + price + "}",
                "a network ten times as large must learn " + price + " more of what there is to learn");
        String limit = objective.maxParams() == null ? "# max_params: 100000" : "max_params: " + objective.maxParams();
        lines.line("  " + limit, "no network has more parameters than this");
        objective.rule().<YamlLines>match(this::within, this::standardError, this::reach);
        lines.blank();
    }

    private YamlLines within(WinnerRule.Within rule) {
        String give = percent(rule.share());
        return lines.line(
                "  choose: {within: " + give + "}",
                "the winner is the smallest that gives up at most " + give + " of that");
    }

    private YamlLines standardError(WinnerRule.OneStandardError rule) {
        return lines.line(
                "  choose: {within: " + ObjectiveSection.ONE_STANDARD_ERROR + "}", "the winner is the " + rule.text());
    }

    private YamlLines reach(WinnerRule.Reach rule) {
        return lines.line(
                "  choose: {reach: {" + ObjectiveSection.word(rule.metric()) + ": " + rule.threshold() + "}}",
                "the winner is the " + rule.text());
    }

    private void search(EvolutionSettings evolution) {
        lines.line(
                "# How long to search. A larger population or more generations look at more networks and take longer.");
        lines.line("search:");
        lines.line(
                "  strategy: " + evolution.strategy().word(),
                "also: "
                        + Arrays.stream(StrategyKind.values())
                                .filter(each -> each != evolution.strategy())
                                .map(StrategyKind::word)
                                .collect(Collectors.joining(", ")));
        lines.line(
                "  population: " + evolution.population(),
                "networks that survive a generation, and as many new ones in each");
        lines.line("  generations: " + evolution.generations());
        lines.line("  seed: " + settings.seed(), "the same seed gives the same winner");
        lines.line(
                "  stagnation: " + evolution.stagnation(),
                "stop early when so many generations have brought nothing better");
        rungs(settings.rungs());
        lines.blank();
    }

    private void rungs(RungSettings rungs) {
        lines.line("  rungs:");
        lines.line(
                "    epochs: " + list(rungs.epochs(), String::valueOf),
                "how often a training sees each row; the best networks go on from number to number");
        if (rungs.count() > 1) {
            lines.line(
                    "    keep: " + list(rungs.keep(), SpecYaml::share),
                    "which share of them goes on to the next number");
        }
    }

    private void finalists(FinalistSettings finalists) {
        lines.line(
                "# The best networks of all sizes are then trained anew, longer and several times, to choose the winner among them.");
        lines.line("finalists:");
        lines.line("  count: " + finalists.count(), "networks at most");
        lines.line("  blocks: " + finalists.blocks(), "how often at most each is trained and measured");
        lines.line("  epochs: " + finalists.epochs(), "how often each of them sees each row");
        lines.blank();
    }

    private void start(StartSettings start) {
        lines.line("# What is tried first, besides the linear model and the smallest and the largest network.");
        lines.line("start:");
        if (start.hasRulesOfThumb()) {
            lines.line("  - " + StartSection.RULES_OF_THUMB, "the sizes that textbooks propose");
        }
        String activation =
                settings.space().architectures().activations().first().word();
        int units = settings.space().architectures().widths().first().middle();
        lines.line(
                "  # - [{units: " + units + ", activation: " + activation + "}]",
                "a network of your own, layer by layer");
    }

    private static <T> String list(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String share(double share) {
        return NumberText.fractionOf(share).orElseGet(() -> String.valueOf(share));
    }

    private static String integers(Ladder<Integer> ladder) {
        return RangeText.integers(ladder)
                .orElseGet(
                        () -> words(ladder.rungs().stream().map(String::valueOf).toList()));
    }

    private static String words(List<String> words) {
        return words.size() == 1 ? words.get(0) : "[" + String.join(", ", words) + "]";
    }

    private static String choices(Ladder<Integer> ladder) {
        List<String> all = ladder.rungs().stream().map(String::valueOf).toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        int last = all.size() - 1;
        String before = all.size() <= FEW
                ? String.join(", ", all.subList(0, last))
                : String.join(", ", all.subList(0, FEW / 2)) + ", ... " + all.get(last - 1);
        return before + " or " + all.get(last);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
