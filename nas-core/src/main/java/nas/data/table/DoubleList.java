package nas.data.table;

import java.util.ArrayList;
import java.util.List;

/** Numbers that grow in number without being copied or boxed. */
final class DoubleList {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private final List<double[]> chunks = new ArrayList<>();
    private int size;

    void add(double value) {
        if (size == chunks.size() * CHUNK) {
            chunks.add(new double[CHUNK]);
        }
        chunks.get(size >> BITS)[size & (CHUNK - 1)] = value;
        size++;
    }

    double at(int index) {
        return chunks.get(index >> BITS)[index & (CHUNK - 1)];
    }

    int size() {
        return size;
    }
}
