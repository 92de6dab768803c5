package nas.data.idx;

import nas.InvalidInputException;

/**
 * Open files of images and of as many labels.
 *
 * @param images {@code [count, height, width]}
 * @param labels {@code [count]}
 */
record IdxImages(IdxFile images, IdxFile labels) {
    /** @throws InvalidInputException if images and labels are not equally many */
    IdxImages {
        if (images.size(0) != labels.size(0)) {
            throw labels.error(
                    IdxFile.offsetOfSize(0),
                    "labels must be as many as the " + images.size(0) + " images of "
                            + images.path().getFileName() + ", but are " + labels.size(0));
        }
    }

    int count() {
        return images.size(0);
    }

    /** Returns the number of pixels of an image. */
    int pixels() {
        return images.size(1) * images.size(2);
    }

    /** Returns all labels. */
    IdxLabels readLabels() {
        return new IdxLabels(labels.path(), labels.offsetOfBody(), labels.read(count()));
    }

    /** @throws InvalidInputException if these images do not have the size of the others */
    IdxImages sizedLike(IdxImages other) {
        checkSize(1, "height", other);
        checkSize(2, "width", other);
        return this;
    }

    private void checkSize(int dimension, String word, IdxImages other) {
        int expected = other.images.size(dimension);
        int actual = images.size(dimension);
        if (actual != expected) {
            throw images.error(
                    IdxFile.offsetOfSize(dimension),
                    word + " must be " + expected + " as in "
                            + other.images.path().getFileName() + ", but was " + actual);
        }
    }
}
