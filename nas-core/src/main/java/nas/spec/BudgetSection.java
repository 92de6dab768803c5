package nas.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import nas.run.FinalistSettings;
import org.jspecify.annotations.Nullable;

/** Reads {@code search.rungs} and {@code finalists}: how long networks are trained. */
final class BudgetSection {
    private static final String EPOCHS = "an integer or a list of integers";
    private static final String KEEP = "a share such as 1/2, 50% or 0.5, or a list of shares";
    private static final Range<Long> COUNTS = Range.closed(1L, (long) FinalistSettings.MOST);
    private static final Range<Long> BLOCKS = Range.closed(2L, (long) FinalistSettings.MOST_BLOCKS);

    private BudgetSection() {}

    /** Reads what a file says. */
    static BudgetChoice read(Section search, Section file) {
        Section rungs = search.section("rungs", "epochs", "keep");
        List<Integer> epochs = rungs.find("epochs", BudgetSection::epochs).orElse(null);
        List<Double> keep = rungs.find("keep", value -> keep(value, epochs)).orElse(null);
        Section finalists = file.section("finalists", "count", "blocks", "epochs");
        return new BudgetChoice(
                epochs,
                keep,
                finalists.find("count", value -> (int) value.integer(COUNTS)).orElse(null),
                finalists.find("blocks", value -> (int) value.integer(BLOCKS)).orElse(null),
                finalists.find("epochs", value -> finalEpochs(value, epochs)).orElse(null));
    }

    private static List<Integer> epochs(Value value) {
        return value.node()
                .match(
                        scalar -> {
                            if (!value.isPlain(NumberText::isReal)) {
                                throw value.problem(value.rule(EPOCHS)
                                        + value.quotesHint(NumberText::isInteger)
                                        + Meant.list(scalar.text(), NumberText::isInteger));
                            }
                            return ImmutableList.of(value.count());
                        },
                        sequence -> ascending(value, value.items(sequence)),
                        mapping -> {
                            throw value.mustBe(EPOCHS);
                        });
    }

    private static ImmutableList<Integer> ascending(Value value, List<Value> items) {
        if (items.isEmpty()) {
            throw value.problem("is an empty list: it needs at least one value");
        }
        List<Integer> epochs = new ArrayList<>();
        int last = 0;
        for (Value item : items) {
            int next = item.count();
            if (next <= last) {
                throw item.problem(
                        next == last ? "has " + next + " twice" : "must ascend, but has " + next + " behind " + last);
            }
            epochs.add(next);
            last = next;
        }
        return ImmutableList.copyOf(epochs);
    }

    private static List<Double> keep(Value value, @Nullable List<Integer> epochs) {
        List<Double> keep = value.node()
                .match(
                        scalar -> ImmutableList.of(value.fraction(KEEP)),
                        sequence -> value.items(sequence).stream()
                                .map(item -> item.fraction(KEEP))
                                .toList(),
                        mapping -> {
                            throw value.mustBe(KEEP);
                        });
        if (epochs != null && keep.size() != epochs.size() - 1) {
            String found = value.isPlain(text -> true) ? "was " + value.node().description() : "has " + keep.size();
            throw value.problem(
                    "must have one value fewer than search.rungs.epochs, " + (epochs.size() - 1) + ", but " + found);
        }
        return keep;
    }

    private static int finalEpochs(Value value, @Nullable List<Integer> rungs) {
        int epochs = value.count();
        int highest = rungs == null ? 1 : rungs.get(rungs.size() - 1);
        if (epochs < highest) {
            throw value.mustBe(">= " + highest + ", the highest of search.rungs.epochs");
        }
        return epochs;
    }
}
