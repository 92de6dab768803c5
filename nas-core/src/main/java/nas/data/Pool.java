package nas.data;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that are to be divided.
 *
 * @param strata what is known of them
 * @param rows their indices, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Lives while a split is made; a copy would be as large as the data.
record Pool(Strata strata, int[] rows) {
    /** Returns the first rows. */
    static Pool of(Strata strata, int rows) {
        return new Pool(strata, IntStream.range(0, rows).toArray());
    }

    int size() {
        return rows.length;
    }

    /** Returns the class of the row at a place in this pool. */
    int label(int place) {
        return strata.labels()[rows[place]];
    }

    /** Returns the group of the row at a place in this pool. */
    int group(int place) {
        return strata.groups()[rows[place]];
    }

    /** Returns the time of the row at a place in this pool. */
    int time(int place) {
        return strata.times()[rows[place]];
    }

    /** Returns how many rows each class has. */
    int[] classSizes() {
        int[] sizes = new int[strata.classes().size()];
        for (int place = 0; place < rows.length; place++) {
            sizes[label(place)]++;
        }
        return sizes;
    }

    /** Returns the number of classes that have rows. */
    int presentClasses() {
        return (int) IntStream.of(classSizes()).filter(size -> size > 0).count();
    }

    /** Returns the rows at the places that are chosen. */
    int[] rows(IntPredicate isChosen) {
        return IntStream.range(0, rows.length)
                .filter(isChosen)
                .map(place -> rows[place])
                .toArray();
    }

    /** Returns the pool of the rows at the places that are chosen. */
    Pool where(IntPredicate isChosen) {
        return new Pool(strata, rows(isChosen));
    }
}
