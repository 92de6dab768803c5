package nas.data.table;

import java.util.AbstractList;
import java.util.List;

/** Some of a row's cells, in another order, not copied. */
final class Picked extends AbstractList<String> {
    private final List<String> cells;
    private final int[] positions;

    Picked(List<String> cells, int[] positions) {
        this.cells = cells;
        this.positions = positions;
    }

    @Override
    public String get(int index) {
        return cells.get(positions[index]);
    }

    @Override
    public int size() {
        return positions.length;
    }
}
