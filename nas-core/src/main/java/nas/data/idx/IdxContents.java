package nas.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nas.InvalidInputException;
import nas.data.ByteRows;
import nas.data.Sizes;

/**
 * What a folder of images holds.
 *
 * @param pixels the images, those of the official test set last
 * @param labels what is on the training images
 * @param testLabels what is on the official test images, where there are some
 */
record IdxContents(ByteRows pixels, IdxLabels labels, Optional<IdxLabels> testLabels) {
    /** What is made of an image beside its pixels: its label, its class and its places in the split. */
    private static final long BYTES_PER_IMAGE = 32;

    /** The name of an input. */
    private static final long BYTES_PER_PIXEL = 64;

    /**
     * Reads a folder. All headers are read and compared before any image is.
     *
     * @throws InvalidInputException if a file is missing, does not hold what it should, or does not suit the others, or
     *     if all together do not fit the memory
     */
    static IdxContents read(Path folder) {
        List<IdxFile> open = new ArrayList<>();
        try {
            IdxImages training = open(folder, IdxPart.TRAIN_IMAGES, IdxPart.TRAIN_LABELS, open);
            boolean hasTest = IdxPart.TEST_IMAGES.isIn(folder) || IdxPart.TEST_LABELS.isIn(folder);
            Optional<IdxImages> test = hasTest
                    ? Optional.of(open(folder, IdxPart.TEST_IMAGES, IdxPart.TEST_LABELS, open)
                            .sizedLike(training))
                    : Optional.empty();
            return read(training, test);
        } finally {
            open.forEach(IdxFile::close);
        }
    }

    int rows() {
        return pixels.rows();
    }

    int testRows() {
        return testLabels.map(IdxLabels::count).orElse(0);
    }

    private static IdxImages open(Path folder, IdxPart images, IdxPart labels, List<IdxFile> open) {
        IdxFile imageFile = open(folder, images, IdxFile::images, open);
        return new IdxImages(imageFile, open(folder, labels, IdxFile::labels, open));
    }

    private static IdxFile open(Path folder, IdxPart part, Function<Path, IdxFile> opening, List<IdxFile> open) {
        IdxFile file = opening.apply(required(folder, part));
        open.add(file);
        return file;
    }

    private static Path required(Path folder, IdxPart part) {
        return part.in(folder)
                .orElseThrow(() -> new InvalidInputException(folder + " must hold " + part.fileName() + " (or "
                        + part.fileName() + ".gz), but "
                        + (Files.isDirectory(folder.resolve(part.fileName())) ? "that is a folder" : "does not")));
    }

    private static IdxContents read(IdxImages training, Optional<IdxImages> test) {
        checkSize(training, (long) training.count() + test.map(IdxImages::count).orElse(0));
        PixelReader pixels = new PixelReader(training.pixels());
        pixels.append(training.images());
        IdxLabels labels = training.readLabels();
        test.ifPresent(images -> pixels.append(images.images()));
        return new IdxContents(pixels.rows(), labels, test.map(IdxImages::readLabels));
    }

    private static void checkSize(IdxImages training, long rows) {
        String what = training.images().path() + ": byte " + IdxFile.offsetOfSize(0) + ": " + rows + " images of "
                + training.pixels() + " pixels";
        Sizes.features(training.images().path().toString(), rows, training.pixels());
        Sizes.checkMemory(what, rows * (training.pixels() + BYTES_PER_IMAGE) + training.pixels() * BYTES_PER_PIXEL);
    }
}
