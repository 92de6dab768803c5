package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import nas.space.Initialisation;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Schedule;
import org.jspecify.annotations.Nullable;

/** Reads {@code training}: how genomes may be trained. */
final class RecipeSection {
    static final String NONE = "none";

    private static final ImmutableMap<String, Optimizer> OPTIMIZERS =
            Maps.uniqueIndex(Arrays.asList(Optimizer.values()), Optimizer::word);
    private static final ImmutableMap<String, Schedule> SCHEDULES =
            Maps.uniqueIndex(Arrays.asList(Schedule.values()), Schedule::word);
    private static final ImmutableMap<String, Loss> LOSSES = Maps.uniqueIndex(Arrays.asList(Loss.values()), Loss::word);
    private static final ImmutableMap<String, Initialisation> INITIALISATIONS =
            Maps.uniqueIndex(Arrays.asList(Initialisation.values()), Initialisation::word);

    private static final Range<Long> BATCH_SIZES = Range.closed(1L, 1_000_000L);
    private static final Range<Long> PATIENCES = Range.closed(0L, 1_000_000L);
    private static final Range<Double> MOMENTA = Range.open(0.0, 1.0);
    private static final Range<Double> STRENGTHS = Range.atLeast(0.0);

    private final Section section;

    private RecipeSection(Section section) {
        this.section = section;
    }

    /** Reads what a file says about how genomes are trained. */
    static RecipeChoice read(Section file) {
        return new RecipeSection(file.section(
                        "training",
                        "optimizer",
                        "momentum",
                        "learning_rate",
                        "schedule",
                        "batch_size",
                        "early_stopping",
                        "clipping",
                        "loss",
                        "initialisation",
                        "l1",
                        "l2",
                        "weight_decay"))
                .choice();
    }

    private RecipeChoice choice() {
        Ladder<Optimizer> optimizers = words("optimizer", OPTIMIZERS);
        Ladder<Optimizer> moving = optimizers != null ? optimizers : Ladder.of(Defaults.OPTIMIZER);
        boolean isKnown = optimizers != null || !section.has("optimizer");
        return new RecipeChoice(
                optimizers,
                find("momentum", value -> momenta(value, isKnown ? moving : Ladder.of(Optimizer.NESTEROV))),
                find("learning_rate", value -> new RateReader(moving, isKnown).read(value)),
                words("schedule", SCHEDULES),
                find("batch_size", value -> Ladders.integers(value, BATCH_SIZES)),
                words("loss", LOSSES),
                words("initialisation", INITIALISATIONS),
                strengths("l1"),
                strengths("l2"),
                strengths("weight_decay"),
                find("clipping", Clippings::read),
                find("early_stopping", RecipeSection::patiences));
    }

    private <T> @Nullable T find(String key, Function<Value, T> reader) {
        return section.find(key, reader).orElse(null);
    }

    private <E> @Nullable Ladder<E> words(String key, ImmutableMap<String, E> words) {
        return find(key, value -> Ladders.words(value, words));
    }

    private @Nullable Ladder<Double> strengths(String key) {
        return find(key, value -> Ladders.reals(value, STRENGTHS));
    }

    private static Ladder<Double> momenta(Value value, Ladder<Optimizer> optimizers) {
        Ladder<Double> momenta = Ladders.reals(value, MOMENTA);
        if (!optimizers.rungs().contains(Optimizer.NESTEROV)) {
            throw value.problem("must be left out where training.optimizer has no nesterov, but was "
                    + value.node().description());
        }
        return momenta;
    }

    private static Ladder<Integer> patiences(Value value) {
        String rule = "none or a mapping such as {patience: 5}";
        return value.node()
                .match(
                        scalar -> {
                            value.wordOf(
                                    ImmutableMap.of(NONE, 0), value.scalar(rule).text(), rule);
                            return Ladder.of(0);
                        },
                        sequence -> {
                            throw value.mustBe(rule);
                        },
                        mapping -> Section.of(value, "patience")
                                .require("patience", Ladder.of(0), item -> Ladders.integers(item, PATIENCES)));
    }

    /**
     * Reads learning rates.
     *
     * @param optimizers whose they are
     * @param isKnown whether the file says so without mistakes
     */
    private record RateReader(Ladder<Optimizer> optimizers, boolean isKnown) {
        private static final String RULE = "a number, a list, a range or auto";

        /** Infinite rates are refused as such. */
        private static final Range<Double> RATES = Range.greaterThan(0.0);

        RateChoice read(Value value) {
            if (value.isPlain("auto"::equals)) {
                return new RateChoice.Measured();
            }
            boolean isWord =
                    value.node().match(scalar -> !value.isPlain(NumberText::isReal), list -> false, mapping -> false);
            if (isWord) {
                throw Ladders.noNumber(value, RULE);
            }
            return value.section(OPTIMIZERS.keySet().toArray(String[]::new))
                    .map(section -> byOptimizer(section, value))
                    .orElseGet(() -> new RateChoice.Same(Ladders.reals(value, RATES)));
        }

        private RateChoice byOptimizer(Section section, Value value) {
            ImmutableMap.Builder<Optimizer, Ladder<Double>> rates = ImmutableMap.builder();
            OPTIMIZERS.forEach((word, optimizer) -> section.find(word, item -> Ladders.reals(item, RATES))
                    .ifPresent(found -> rates.put(optimizer, found)));
            RateChoice.ByOptimizer choice = new RateChoice.ByOptimizer(rates.buildOrThrow());
            if (isKnown && section.isClean() && !choice.rates().keySet().equals(Set.copyOf(optimizers.rungs()))) {
                throw value.problem("must name the optimizers of training.optimizer (" + words(optimizers.rungs())
                        + ") and no other, but names " + words(choice.rates().keySet()));
            }
            return choice;
        }

        private static String words(Collection<Optimizer> optimizers) {
            return String.join(", ", optimizers.stream().map(Optimizer::word).toList());
        }
    }
}
