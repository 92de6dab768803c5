package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Describes exactly how a raw row becomes network inputs and what the outputs stand for; enough to treat a new row as
 * the training rows were treated. All of it is fitted on training rows only.
 *
 * @param inputs how raw inputs are encoded
 * @param target what the outputs stand for
 */
public record Preprocessing(InputEncoding inputs, TargetEncoding target) {
    /** Returns the description of inputs that are used as they are; they are named {@code x0}, {@code x1}, … */
    public static Preprocessing none(int inputs, TargetEncoding target) {
        List<ColumnEncoding> columns = numbered("x", inputs).stream()
                .<ColumnEncoding>map(ColumnEncoding.Numeric::plain)
                .toList();
        return new Preprocessing(new InputEncoding.Columns(columns, MissingCells.DEFAULT.words()), target);
    }

    /**
     * Returns the network inputs of a raw row of a table.
     *
     * @param cells one for each column that is an input, in the order of {@link InputEncoding.Columns#columns()}; blanks
     *     around them do not count
     * @throws IllegalArgumentException if the number of cells is not that of the columns, a cell must hold a number and
     *     does not, or these are the inputs of images
     */
    public float[] encode(List<String> cells) {
        InputEncoding.Columns columns = inputs.match(found -> found, pixels -> {
            throw new IllegalArgumentException("images have no cells");
        });
        float[] encoded = new float[inputs.count()];
        new RowEncoder(columns).encode(cells, encoded, 0);
        return encoded;
    }

    /** Returns so many names, a prefix and a number from 0. */
    public static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(ImmutableList.toImmutableList());
    }
}
