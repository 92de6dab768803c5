package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.Map;
import nas.data.Portion;
import nas.data.SplitRule;
import org.jspecify.annotations.Nullable;

/** Reads {@code data.split}: which rows train, which compare networks and which test the winner. */
final class SplitSection {
    static final String AUTO = "auto";
    static final String OFFICIAL = "official";

    private static final Range<Double> PROPER = Range.open(0.0, 1.0);
    private static final Range<Long> FOLDS = Range.closed(1L, (long) Integer.MAX_VALUE);

    private SplitSection() {}

    /** Reads what a file says about the split. */
    static SplitRule read(Section data) {
        Section split = data.section("split", "validation", "test", "folds", "seed");
        SplitRule rule = SplitRule.DEFAULT;
        Integer folds = split.find("folds", SplitSection::folds).orElse(0);
        Portion validation = split.read("validation", rule.validation(), value -> validation(value, folds));
        Portion test = split.read("test", rule.test(), value -> test(value, validation));
        long seed = split.read("seed", rule.seed(), value -> value.integer(Range.all()));
        return new SplitRule(validation, test, said(folds), seed);
    }

    private static @Nullable Integer said(int folds) {
        return folds == 0 ? null : (Integer) folds;
    }

    /** Returns 0 for a number that is left open. */
    private static int folds(Value value) {
        if (value.isPlain(NumberText::isInteger)) {
            return (int) value.integer(FOLDS);
        }
        String rule = "a number of folds, or auto";
        return value.wordOf(ImmutableMap.of(AUTO, 0), value.scalar(rule).text(), rule);
    }

    private static Portion validation(Value value, int folds) {
        Map<String, Portion> words = ImmutableMap.of(AUTO, new Portion.Automatic());
        Portion validation = portion(value, 1, words, "a number of rows, a share such as 20%, or auto");
        if (folds > 1 && !(validation instanceof Portion.Automatic)) {
            throw value.mustBe("auto where there are " + folds + " folds");
        }
        return validation;
    }

    private static Portion test(Value value, Portion validation) {
        Map<String, Portion> words = ImmutableMap.of(AUTO, new Portion.Automatic(), OFFICIAL, new Portion.Official());
        Portion test = portion(value, 0, words, "a number of rows, a share such as 20%, official or auto");
        if (share(validation) + share(test) >= 1) {
            throw value.mustBe("so small that rows to train on are left beside validation");
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
