package nas.evolve;

import com.google.common.collect.AbstractIterator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts through all combinations of one element of each list, the last list fastest; holds one combination at a time. */
final class Odometer<T> extends AbstractIterator<List<T>> {
    private final List<List<T>> wheels;
    private final int[] digits;
    private boolean hasNext;

    private Odometer(List<List<T>> wheels) {
        this.wheels = wheels;
        this.digits = new int[wheels.size()];
        this.hasNext = wheels.stream().noneMatch(List::isEmpty);
    }

    /** Begins to count. Of no lists there is one combination, which is empty. */
    static <T> Iterator<List<T>> of(List<List<T>> wheels) {
        return new Odometer<>(wheels);
    }

    @Override
    protected @Nullable List<T> computeNext() {
        if (!hasNext) {
            return endOfData();
        }
        List<T> combination = IntStream.range(0, digits.length)
                .mapToObj(wheel -> wheels.get(wheel).get(digits[wheel]))
                .toList();
        advance();
        return combination;
    }

    private void advance() {
        int wheel = digits.length - 1;
        while (wheel >= 0 && digits[wheel] == wheels.get(wheel).size() - 1) {
            digits[wheel--] = 0;
        }
        hasNext = wheel >= 0;
        if (hasNext) {
            digits[wheel]++;
        }
    }
}
