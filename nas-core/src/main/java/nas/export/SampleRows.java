package nas.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Numbers;
import nas.data.Preprocessing;
import org.jspecify.annotations.Nullable;

/**
 * Raw rows made up after the rows that a winner was trained on, to see whether what was exported says what the network says:
 * numbers about the mean and far beyond it, every level and others, missing cells. The same ones every time.
 */
public final class SampleRows {
    private static final int ROWS = 256;
    private static final int PIXEL_VALUES = 256;

    /** So many deviations from the mean are beyond what most rows have. */
    private static final double SPREAD = 2;

    private static final double FAR = 50;

    private SampleRows() {}

    /**
     * Returns rows of a table: for each column that is an input, in the order of the inputs, the text of its cell, {@code null}
     * where it is missing.
     */
    public static List<List<@Nullable String>> cells(InputEncoding.Columns columns) {
        SplittableRandom random = new SplittableRandom(Seeds.derive(1, "sample rows"));
        return IntStream.range(0, ROWS)
                .mapToObj(row -> columns.columns().stream()
                        .map(column -> cell(column, columns.missing(), random))
                        .toList())
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns images, a byte for each pixel. */
    public static List<byte[]> images(InputEncoding.Pixels pixels) {
        SplittableRandom random = new SplittableRandom(Seeds.derive(1, "sample rows"));
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    byte[] image = new byte[pixels.count()];
                    for (int i = 0; i < image.length; i++) {
                        image[i] = (byte) random.nextInt(PIXEL_VALUES);
                    }
                    return image;
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the network inputs of such rows, {@code [rows, inputs]}, row-major. */
    public static float[] inputs(Preprocessing preprocessing) {
        return preprocessing
                .inputs()
                .match(
                        columns -> joined(cells(columns).stream()
                                .map(cells -> preprocessing.encode(withMissing(cells, columns.missing())))
                                .toList()),
                        pixels -> joined(images(pixels).stream()
                                .map(image -> standardised(image, pixels))
                                .toList()));
    }

    /** Returns how many rows there are. */
    public static int rows() {
        return ROWS;
    }

    private static float[] joined(List<float[]> rows) {
        float[] all = new float[rows.size() * rows.get(0).length];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * rows.get(i).length, rows.get(i).length);
        }
        return all;
    }

    private static List<String> withMissing(List<@Nullable String> cells, Set<String> missing) {
        String word = missing.stream().findFirst().orElse("");
        return cells.stream().map(cell -> cell == null ? word : cell).toList();
    }

    private static float[] standardised(byte[] image, InputEncoding.Pixels pixels) {
        float[] inputs = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            inputs[i] = pixels.standardisation().apply(Byte.toUnsignedInt(image[i]));
        }
        return inputs;
    }

    /** Where no text stands for a missing cell, none is. */
    private static @Nullable String cell(ColumnEncoding column, Set<String> missing, SplittableRandom random) {
        boolean isMissing = random.nextInt(8) == 0 && !missing.isEmpty();
        boolean isFar = random.nextInt(8) == 0;
        double place = (random.nextDouble() - 0.5) * (isFar ? FAR : SPREAD) * 2;
        int choice = random.nextInt(Integer.MAX_VALUE);
        return isMissing
                ? null
                : column.match(
                        number -> Numbers.format(number.standardisation().invert(place)),
                        levels -> isFar || levels.levels().isEmpty()
                                ? "none of the levels"
                                : levels.levels().get(choice % levels.levels().size()),
                        flag -> isFar ? "neither" : choice % 2 == 0 ? flag.off() : flag.on());
    }
}
