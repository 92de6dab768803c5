package nas.data.idx;

import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;

/**
 * Images and as many labels.
 *
 * @param images {@code [count, height, width]}
 * @param labels {@code [count]}
 */
record IdxImages(IdxFile images, IdxFile labels) {
    /** @throws InvalidInputException if images and labels are not equally many */
    IdxImages {
        if (images.sizes().get(0) != labels.sizes().get(0)) {
            throw labels.error(
                    IdxFile.offsetOfSize(0),
                    "labels must be as many as the " + images.sizes().get(0) + " images of "
                            + images.file().getFileName() + ", but are "
                            + labels.sizes().get(0));
        }
    }

    static IdxImages training(Path folder) {
        return read(folder, IdxPart.TRAIN_IMAGES, IdxPart.TRAIN_LABELS);
    }

    /** Returns the official test set, where the folder has one. */
    static Optional<IdxImages> test(Path folder) {
        boolean isAbsent = IdxPart.TEST_IMAGES.in(folder).isEmpty()
                && IdxPart.TEST_LABELS.in(folder).isEmpty();
        return isAbsent ? Optional.empty() : Optional.of(read(folder, IdxPart.TEST_IMAGES, IdxPart.TEST_LABELS));
    }

    int count() {
        return images.sizes().get(0);
    }

    int height() {
        return images.sizes().get(1);
    }

    int width() {
        return images.sizes().get(2);
    }

    int pixels() {
        return height() * width();
    }

    /** @throws InvalidInputException if these images do not have the size of the others */
    IdxImages sizedLike(IdxImages other) {
        checkSize(1, "height", other);
        checkSize(2, "width", other);
        return this;
    }

    private void checkSize(int dimension, String word, IdxImages other) {
        int expected = other.images.sizes().get(dimension);
        int actual = images.sizes().get(dimension);
        if (actual != expected) {
            throw images.error(
                    IdxFile.offsetOfSize(dimension),
                    word + " must be " + expected + " as in "
                            + other.images.file().getFileName() + ", but was " + actual);
        }
    }

    private static IdxImages read(Path folder, IdxPart images, IdxPart labels) {
        IdxFile imageFile = IdxFile.images(required(folder, images));
        return new IdxImages(imageFile, IdxFile.labels(required(folder, labels)));
    }

    private static Path required(Path folder, IdxPart part) {
        return part.in(folder)
                .orElseThrow(() -> new InvalidInputException(
                        folder + " must hold " + part.fileName() + " (or " + part.fileName() + ".gz), but does not"));
    }
}
