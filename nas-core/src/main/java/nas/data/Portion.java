package nas.data;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** How many rows one part of a split takes. */
public sealed interface Portion {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Supplier<T> automatic, Supplier<T> official, IntFunction<T> rows, Function<Double, T> share);

    /** What suits the data: a fifth of its rows where there are enough of them, the official test set if there is one. */
    record Automatic() implements Portion {
        @Override
        public <T> T match(
                Supplier<T> automatic, Supplier<T> official, IntFunction<T> rows, Function<Double, T> share) {
            return automatic.get();
        }
    }

    /** The test set that the data come with. */
    record Official() implements Portion {
        @Override
        public <T> T match(
                Supplier<T> automatic, Supplier<T> official, IntFunction<T> rows, Function<Double, T> share) {
            return official.get();
        }
    }

    /** A number of rows; 0 means none. */
    record Rows(int count) implements Portion {
        /** @throws IllegalArgumentException if {@code count} is negative */
        public Rows {
            if (count < 0) {
                throw new IllegalArgumentException("rows must be >= 0, but was " + count);
            }
        }

        @Override
        public <T> T match(
                Supplier<T> automatic, Supplier<T> official, IntFunction<T> rows, Function<Double, T> share) {
            return rows.apply(count);
        }
    }

    /** A share of all rows, above 0 and below 1. */
    record Share(double share) implements Portion {
        /** @throws IllegalArgumentException if {@code share} is not within (0, 1) */
        public Share {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("share must be > 0 and < 1, but was " + share);
            }
        }

        @Override
        public <T> T match(
                Supplier<T> automatic, Supplier<T> official, IntFunction<T> rows, Function<Double, T> ofShare) {
            return ofShare.apply(share);
        }
    }
}
