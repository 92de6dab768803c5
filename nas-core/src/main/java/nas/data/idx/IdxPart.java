package nas.data.idx;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of an image data set in the IDX format, under the names that MNIST gave them. */
public enum IdxPart {
    TRAIN_IMAGES("train-images", "idx3-ubyte"),
    TRAIN_LABELS("train-labels", "idx1-ubyte"),
    TEST_IMAGES("t10k-images", "idx3-ubyte"),
    TEST_LABELS("t10k-labels", "idx1-ubyte");

    private final ImmutableList<String> spellings;

    IdxPart(String stem, String kind) {
        spellings = ImmutableList.of(
                stem + "-" + kind, stem + "-" + kind + ".gz", stem + "." + kind, stem + "." + kind + ".gz");
    }

    public static boolean anyIn(Path folder) {
        return Stream.of(values()).anyMatch(part -> part.isIn(folder));
    }

    /** Returns whether the folder has this file. */
    boolean isIn(Path folder) {
        return in(folder).isPresent();
    }

    /** Returns the name under which the file is published, uncompressed. */
    public String fileName() {
        return spellings.get(0);
    }

    /** Returns the file in a folder; of several spellings the plain one, then the compressed one. */
    public Optional<Path> in(Path folder) {
        return spellings.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
