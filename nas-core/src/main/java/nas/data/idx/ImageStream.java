package nas.data.idx;

import com.google.common.primitives.Ints;
import java.nio.file.Path;
import nas.InvalidInputException;

/** The images of a file, one chunk after another, in constant memory. */
public final class ImageStream implements AutoCloseable {
    private static final int MAGIC = 0x0803;

    private final IdxFile file;
    private int left;

    private ImageStream(IdxFile file) {
        this.file = file;
        this.left = file.size(0);
    }

    /**
     * Opens a file of images.
     *
     * @param pixels how many pixels an image must have
     * @throws InvalidInputException if it is none, or its images have another size
     */
    public static ImageStream open(Path file, int pixels) {
        IdxFile images = IdxFile.images(file);
        long found = (long) images.size(1) * images.size(2);
        if (found != pixels) {
            images.close();
            throw images.error(
                    IdxFile.offsetOfSize(1),
                    "images must have " + pixels + " pixels, as in training, but have " + images.size(1) + " x "
                            + images.size(2));
        }
        return new ImageStream(images);
    }

    /** Tells whether a file begins as one of images does; of one that cannot be read it does not. */
    public static boolean isImages(Path file) {
        try (IdxStream in = IdxStream.open(file)) {
            byte[] magic = in.read(Ints.BYTES);
            return magic.length == Ints.BYTES && Ints.fromByteArray(magic) == MAGIC;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Returns how many images are left. */
    public int left() {
        return left;
    }

    /**
     * Returns the pixels of the next images, row by row, of fewer where no more are left.
     *
     * @throws InvalidInputException if the file is damaged
     */
    public byte[] next(int most) {
        int count = Math.min(most, left);
        left -= count;
        return file.read(count * file.size(1) * file.size(2));
    }

    @Override
    public void close() {
        file.close();
    }
}
