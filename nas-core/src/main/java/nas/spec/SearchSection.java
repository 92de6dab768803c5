package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.List;
import nas.run.EvolutionSettings;
import nas.run.ObjectiveSettings;

/** Reads {@code objective} and {@code search}: what is minimised and how far the search goes. */
final class SearchSection {
    static final String EVOLUTION = "evolution";
    static final long DEFAULT_SEED = 42;

    private static final Range<Long> POSITIVE = Range.closed(1L, (long) Integer.MAX_VALUE);
    private static final Range<Double> PROPER = Range.open(0.0, 1.0);

    private final Section section;

    private SearchSection(Section section) {
        this.section = section;
    }

    /** Opens what a file says about the search. */
    static SearchSection of(Section file) {
        SearchSection search = new SearchSection(
                file.section("search", "strategy", "population", "generations", "seed", "stagnation", "rungs"));
        search.section.find("strategy", value -> value.choice(ImmutableMap.of(EVOLUTION, EVOLUTION)));
        return search;
    }

    /** Reads what a file says about the objective. */
    static ObjectiveSettings objective(Section file) {
        Section section = file.section("objective", "penalty", "max_params", "choose");
        ObjectiveSettings usual = ObjectiveSettings.DEFAULT;
        return new ObjectiveSettings(
                section.section("penalty", "per_decade")
                        .read("per_decade", usual.perDecade(), value -> value.share(PROPER)),
                section.section("choose", "within").read("within", usual.within(), value -> value.share(PROPER)),
                section.find("max_params", value -> value.integer(Range.closed(1L, Long.MAX_VALUE)))
                        .orElse(null));
    }

    /** Reads how far the search goes. */
    EffortChoice effort() {
        Range<Long> populations = Range.closed(2L, (long) EvolutionSettings.MOST);
        return new EffortChoice(
                section.find("population", value -> count(value, populations)).orElse(null),
                section.find("generations", value -> count(value, POSITIVE)).orElse(null),
                section.find("stagnation", value -> count(value, POSITIVE)).orElse(null),
                section.section("rungs", "epochs")
                        .find("epochs", SearchSection::onlyRung)
                        .orElse(null));
    }

    /** Reads what everything random is derived from. */
    long seed() {
        return section.read("seed", DEFAULT_SEED, value -> value.integer(Range.all()));
    }

    private static int onlyRung(Value value) {
        List<Value> rungs = value.node().match(scalar -> List.of(value), value::items, mapping -> List.of(value));
        if (rungs.size() != 1) {
            throw value.problem("must have one value, but has " + rungs.size());
        }
        return count(rungs.get(0), POSITIVE);
    }

    private static int count(Value value, Range<Long> range) {
        return (int) value.integer(range);
    }
}
