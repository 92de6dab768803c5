package nas.data.table;

import java.util.Map;
import nas.data.ColumnEncoding;
import nas.data.ColumnKind;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts.
 *
 * @param cells its cells
 * @param encoding its levels, which training rows alone do not change any more
 * @param kind categorical or boolean
 * @param note what is worth saying about it
 */
record LevelColumn(int column, TextCells cells, ColumnEncoding encoding, ColumnKind kind, String note)
        implements InputColumn {
    @Override
    public int count() {
        return encoding.count();
    }

    @Override
    public ColumnEncoding fit(int[] trainingRows) {
        return encoding;
    }

    @Override
    public void encode(ColumnEncoding ignored, float[] features, int inputs, int at) {
        encoding.match(
                number -> {
                    throw new IllegalStateException("a column of texts has levels");
                },
                levels -> encodeLevels(levels, features, inputs, at),
                flag -> encodeFlag(flag, features, inputs, at));
    }

    private @Nullable Void encodeLevels(ColumnEncoding.Levels levels, float[] features, int inputs, int at) {
        Map<String, Integer> known = levels.positions();
        int[] positions = cells.levels().stream()
                .mapToInt(level -> known.getOrDefault(level, levels.other()))
                .toArray();
        for (int row = 0; row < cells.size(); row++) {
            int code = cells.at(row);
            int position = code >= 0 ? positions[code] : code == TextCells.MISSING ? levels.missing() : levels.other();
            levels.encode(position, features, row * inputs + at);
        }
        return null;
    }

    private @Nullable Void encodeFlag(ColumnEncoding.Flag flag, float[] features, int inputs, int at) {
        float[] values = new float[cells.levels().size()];
        for (int code = 0; code < values.length; code++) {
            values[code] = flag.input(cells.levels().get(code));
        }
        for (int row = 0; row < cells.size(); row++) {
            int code = cells.at(row);
            features[row * inputs + at] = code >= 0 ? values[code] : ColumnEncoding.Flag.UNKNOWN;
        }
        return null;
    }

    @Override
    public int bounded(ColumnEncoding ignored) {
        return 0;
    }
}
