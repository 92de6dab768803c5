package nas.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Integers that grow in number without being copied or boxed. */
final class IntList {
    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    /** Of a table with very many columns but few rows most of a chunk would stay empty. */
    private static final int FEW = 16;

    private final List<int[]> chunks = new ArrayList<>();
    private int[] last = {};
    private int size;

    void add(int value) {
        int position = size & (CHUNK - 1);
        if (position == 0) {
            last = new int[size == 0 ? FEW : CHUNK];
            chunks.add(last);
        } else if (position == last.length) {
            last = Arrays.copyOf(last, 2 * last.length);
            chunks.set(chunks.size() - 1, last);
        }
        last[position] = value;
        size++;
    }

    int at(int index) {
        return chunks.get(index >> BITS)[index & (CHUNK - 1)];
    }

    int size() {
        return size;
    }
}
