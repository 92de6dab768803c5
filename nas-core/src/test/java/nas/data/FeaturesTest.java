package nas.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final Standardisation PIXELS = new Standardisation(72.94, 90.02);

    @Test
    void floats_are_held_as_they_are() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Features.Floats features = new Features.Floats(values, 3);
        assertThat(features.values()).isSameAs(values);
        assertThat(features.rows()).isEqualTo(2);
        assertThat(features.inputs()).isEqualTo(3);
        assertThat(features.row(1)).containsExactly(4, 5, 6);
    }

    @Test
    void every_byte_stands_for_the_standardised_number_bit_for_bit() {
        byte[] bytes = new byte[256];
        for (int level = 0; level < 256; level++) {
            bytes[level] = (byte) level;
        }
        Features.Bytes features = Features.Bytes.of(ByteRows.of(bytes, 1), PIXELS);
        for (int level = 0; level < 256; level++) {
            assertThat(features.row(level)).containsExactly(PIXELS.apply(level));
        }
    }

    @Test
    void a_row_is_copied_to_where_it_is_wanted() {
        float[] into = {-1, -1, -1, -1};
        Features.Bytes.of(ByteRows.of(new byte[] {1, 2, 3, 4}, 2), Standardisation.NONE)
                .copy(1, into, 1);
        assertThat(into).containsExactly(-1, 3, 4, -1);
        new Features.Floats(new float[] {5, 6, 7, 8}, 2).copy(0, into, 2);
        assertThat(into).containsExactly(-1, 3, 5, 6);
    }

    @Test
    void each_case_is_matched() {
        Features floats = new Features.Floats(new float[] {1}, 1);
        Features bytes = Features.Bytes.of(ByteRows.of(new byte[1], 1), PIXELS);
        assertThat(List.of(floats, bytes))
                .extracting(features -> features.<String>match(held -> "floats", held -> "bytes"))
                .containsExactly("floats", "bytes");
    }

    @Test
    void rows_lie_in_blocks() {
        ByteRows rows =
                new ByteRows(List.of(new byte[] {0, 1, 2, 3}, new byte[] {4, 5, 6, 7}, new byte[] {8, 9}), 1, 2);
        assertThat(rows.rows()).isEqualTo(5);
        Features features = Features.Bytes.of(rows, Standardisation.NONE);
        for (int row = 0; row < 5; row++) {
            assertThat(features.row(row)).containsExactly(2 * row, 2 * row + 1);
        }
    }

    @Test
    void there_may_be_no_rows() {
        assertThat(new ByteRows(List.of(), 3, 2).rows()).isZero();
        assertThat(ByteRows.of(new byte[0], 2).rows()).isZero();
        assertThat(new Features.Floats(new float[0], 2).rows()).isZero();
    }

    @Test
    void blocks_take_some_16_mebibytes_or_a_row() {
        assertThat(784L << ByteRows.blockBits(784)).isBetween(1L << 23, 1L << 24);
        assertThat(1L << ByteRows.blockBits(1)).isEqualTo(1L << 24);
        assertThat(ByteRows.blockBits(1 << 24)).isZero();
        assertThat(ByteRows.blockBits(Sizes.MAX_VALUES)).isZero();
    }

    @Test
    void blocks_that_are_not_full_are_refused() {
        assertThatThrownBy(() -> new ByteRows(List.of(new byte[3], new byte[4]), 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block 0 must have 4 bytes, but had 3");
        assertThatThrownBy(() -> new ByteRows(List.of(new byte[4], new byte[5]), 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block 1 must have at most 4 bytes, but had 5");
        assertThatThrownBy(() -> ByteRows.of(new byte[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes must fill whole rows of 2 and be at most 2147483639, but were 3");
    }

    @Test
    void rows_without_inputs_are_refused() {
        assertThatThrownBy(() -> ByteRows.of(new byte[3], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs must be >= 1, but were 0");
        assertThatThrownBy(() -> new Features.Floats(new float[3], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs must be >= 1, but were 0");
        assertThatThrownBy(() -> new ByteRows(List.of(), 32, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blockBits must be in 0..31, but was 32");
    }

    @Test
    void rows_that_are_not_whole_are_refused() {
        assertThatThrownBy(() -> new Features.Floats(new float[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must fill whole rows of 2 inputs, but were 3 values");
    }

    @Test
    void levels_must_be_256_finite_numbers() {
        ByteRows rows = ByteRows.of(new byte[1], 1);
        assertThatThrownBy(() -> new Features.Bytes(rows, new float[255]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels must be 256, but were 255");
        float[] levels = new float[256];
        levels[9] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(() -> new Features.Bytes(rows, levels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be finite, but one was Infinity");
    }
}
