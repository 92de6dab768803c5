package nas.journal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.GenerationEnded;
import nas.select.Assessed;
import nas.space.Genome;
import nas.space.RuleOfThumb;

/**
 * How a rule of thumb did.
 *
 * @param rule the rule
 * @param units hidden units that it asks for, at least 1
 * @param genome the network of the space that comes nearest
 * @param epochs for how long the search trained it, at least 1
 * @param assessed what it did after them; empty if it failed
 */
public record TriedRule(RuleOfThumb rule, int units, Genome genome, int epochs, Optional<Assessed> assessed) {
    /** @throws IllegalArgumentException if a number is below 1 */
    public TriedRule {
        checkArgument(units >= 1 && epochs >= 1, "units and epochs must be >= 1, but were %s, %s", units, epochs);
    }

    /** Returns how the rules did that a search began with, in their order, without those that are still under way. */
    public static List<TriedRule> of(RunHistory history) {
        List<Bred> first = history.generation(1).map(GenerationEnded::bred).orElse(List.of());
        SearchTrials trials = history.search();
        DataSummary data = history.header().data();
        return Stream.of(RuleOfThumb.values())
                .flatMap(rule -> first.stream()
                        .filter(bred -> bred.operators().contains(rule.reason()))
                        .flatMap(bred -> trials.find(bred.key()).stream())
                        .map(tried -> new TriedRule(
                                rule,
                                rule.units(data.inputs(), data.outputs()),
                                tried.genome(),
                                tried.epochs(),
                                tried.assessed())))
                .toList();
    }

    /** Tells whether the network has other units than the rule asks for, because the space or the limit has no others. */
    public boolean isClipped() {
        return genome.architecture().units().stream().noneMatch(each -> each == units);
    }
}
