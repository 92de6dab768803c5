package nas.data.idx;

import com.google.common.primitives.Bytes;
import java.util.ArrayList;
import java.util.List;
import nas.data.ByteRows;

/** Reads the images of one file after another into blocks; what is held at any time was really in a file. */
final class PixelReader {
    private final int pixels;
    private final int blockBits;
    private final List<byte[]> blocks = new ArrayList<>();

    /** Begins without images; each is to have so many pixels. */
    PixelReader(int pixels) {
        this.pixels = pixels;
        this.blockBits = ByteRows.blockBits(pixels);
    }

    /** Appends all images of a file. */
    void append(IdxFile images) {
        for (int left = images.size(0); left > 0; ) {
            int rows = Math.min(left, room());
            append(images.read(rows * pixels));
            left -= rows;
        }
    }

    ByteRows rows() {
        return new ByteRows(blocks, blockBits, pixels);
    }

    /** Returns how many rows the last block lacks, or what a new one takes. */
    private int room() {
        int full = 1 << blockBits;
        return full - (blocks.isEmpty() ? 0 : last().length / pixels % full);
    }

    private void append(byte[] bytes) {
        boolean isBegun = room() < 1 << blockBits;
        blocks.add(isBegun ? Bytes.concat(blocks.remove(blocks.size() - 1), bytes) : bytes);
    }

    private byte[] last() {
        return blocks.get(blocks.size() - 1);
    }
}
