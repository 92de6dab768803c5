package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;
import nas.run.EvolutionSettings;

/** Reads {@code search}: how networks are chosen and how far the search goes. */
final class SearchSection {
    static final long DEFAULT_SEED = 42;

    private static final ImmutableMap<String, StrategyKind> STRATEGIES =
            Maps.uniqueIndex(Arrays.asList(StrategyKind.values()), StrategyKind::word);
    private static final Range<Long> POPULATIONS = Range.closed(2L, (long) EvolutionSettings.MOST);
    private static final Range<Double> PROBABILITIES = Range.closed(0.0, 1.0);

    private final Section section;

    private SearchSection(Section section) {
        this.section = section;
    }

    /** Opens what a file says about the search. */
    static SearchSection of(Section file) {
        return new SearchSection(file.section(
                "search", "strategy", "population", "generations", "seed", "stagnation", "operators", "rungs"));
    }

    /** Reads how the search chooses and how far it goes. */
    EffortChoice effort() {
        return new EffortChoice(
                section.read("strategy", StrategyKind.EVOLUTION, value -> value.choice(STRATEGIES)),
                section.find("population", value -> (int) value.integer(POPULATIONS))
                        .orElse(null),
                section.find("generations", Value::count).orElse(null),
                section.find("stagnation", Value::count).orElse(null),
                operators());
    }

    /** Reads how long networks are trained, in the search and as finalists. */
    BudgetChoice budgets(Section file) {
        return BudgetSection.read(section, file);
    }

    /** Reads what everything random is derived from. */
    long seed() {
        return section.read("seed", DEFAULT_SEED, value -> value.integer(Range.all()));
    }

    private OperatorRates operators() {
        OperatorRates usual = OperatorRates.DEFAULT;
        Section operators = section.section(
                "operators", "crossover", "insert", "remove", "widen", "narrow", "activation", "dropout", "recipe");
        return new OperatorRates(
                rate(operators, "crossover", usual.crossover()),
                rate(operators, "insert", usual.insert()),
                rate(operators, "remove", usual.remove()),
                rate(operators, "widen", usual.widen()),
                rate(operators, "narrow", usual.narrow()),
                rate(operators, "activation", usual.activation()),
                rate(operators, "dropout", usual.dropout()),
                rate(operators, "recipe", usual.recipe()));
    }

    private static double rate(Section operators, String key, double usual) {
        return operators.read(key, usual, value -> value.share(PROBABILITIES));
    }
}
