package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a search measures a genome: on the validation rows, or fold by fold. A genome is measured when all of its trials are.
 *
 * @param count number of folds, at least 2; 0 for the validation rows
 */
public record Folding(int count) {
    /** On the validation rows. */
    public static final Folding NONE = new Folding(0);

    /** @throws IllegalArgumentException if {@code count} is 1 or negative */
    public Folding {
        checkArgument(count == 0 || count >= 2, "folds must be 0 or >= 2, but were %s", count);
    }

    /** Returns whether there are folds. */
    public boolean isFolded() {
        return count > 0;
    }

    /** Returns the number of trials that measure a genome. */
    public int trials() {
        return Math.max(1, count);
    }

    /** Returns the trials that measure a genome, which differ from the one given in their folds. */
    public List<Trial> trials(Trial trial) {
        return folds().map(trial::withFold).toList();
    }

    /**
     * Returns whether all trials that measure a genome have ended.
     *
     * @param results the result of the trial of a fold, or empty if it has not ended
     */
    public boolean isEnded(Function<Fold, Optional<TrialResult>> results) {
        return folds().allMatch(fold -> results.apply(fold).isPresent());
    }

    /**
     * Returns the measures of a genome, pooled over the folds; empty as long as not all trials have ended, and if one failed.
     *
     * @param results the result of the trial of a fold, or empty if it has not ended
     */
    public Optional<Measures> measures(Function<Fold, Optional<TrialResult>> results) {
        List<Measures> parts = new ArrayList<>();
        folds().forEach(fold ->
                results.apply(fold).flatMap(TrialResult::measures).ifPresent(parts::add));
        return parts.size() == trials() ? Optional.of(Measures.pooled(parts)) : Optional.empty();
    }

    private Stream<Fold> folds() {
        return isFolded()
                ? IntStream.rangeClosed(1, count).mapToObj(number -> Fold.part(number, count))
                : Stream.of(Fold.VALIDATION);
    }
}
