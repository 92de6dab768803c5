package nas.data.idx;

import com.google.common.collect.ImmutableList;
import java.util.BitSet;
import java.util.List;
import nas.data.ByteRows;
import nas.data.ClassWeights;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Split;
import nas.data.Splitter;
import nas.data.Standardisation;
import nas.data.Strata;
import nas.data.Targets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads images and labels; the official test rows, if any, come last. Pixels stay bytes; what they stand for is fitted on
 * the training rows.
 */
public final class IdxLoader {
    private static final Logger LOG = LoggerFactory.getLogger(IdxLoader.class);

    private final IdxContents contents;

    private IdxLoader(IdxContents contents) {
        this.contents = contents;
    }

    /**
     * Reads a folder.
     *
     * @throws nas.InvalidInputException if a file does not hold what it should, if the images do not fit the memory, or
     *     if the description says what does not suit images
     */
    public static Dataset load(DataSource.IdxFolder source, DataDescription description) {
        ImageDescription.check(source, description);
        IdxLoader loader = new IdxLoader(IdxContents.read(source.folder()));
        Targets.Classes classes = loader.classes();
        return Splitter.split(description.split(), description.rows(), Strata.of(classes, loader.contents.testRows()))
                .dataset(split -> loader.dataset(
                        source, split, ClassWeights.apply(description.target().weights(), classes, split.train())));
    }

    private Dataset dataset(DataSource.IdxFolder source, Split split, Targets.Classes classes) {
        Standardisation pixels = fit(split.train());
        Dataset.Rows rows = new Dataset.Rows(Features.Bytes.of(contents.pixels(), pixels), classes);
        return Dataset.of(source.label(), rows, split, preprocessing(pixels, classes));
    }

    private Preprocessing preprocessing(Standardisation pixels, Targets.Classes classes) {
        return new Preprocessing(new InputEncoding.Pixels(contents.pixels().inputs(), pixels), classes.encoding());
    }

    private Targets.Classes classes() {
        BitSet known = contents.labels().distinct();
        List<String> names = known.stream().mapToObj(String::valueOf).collect(ImmutableList.toImmutableList());
        int[] classes = new int[contents.rows()];
        contents.labels().index(known, classes, 0);
        contents.testLabels()
                .ifPresent(
                        labels -> labels.index(known, classes, contents.labels().count()));
        return new Targets.Classes(classes, names);
    }

    private Standardisation fit(int[] rows) {
        ByteRows pixels = contents.pixels();
        long[] histogram = new long[Features.Bytes.LEVELS];
        for (int row : rows) {
            byte[] block = pixels.block(row);
            int from = pixels.offset(row);
            for (int i = from; i < from + pixels.inputs(); i++) {
                histogram[Byte.toUnsignedInt(block[i])]++;
            }
        }
        return fit(histogram, (double) rows.length * pixels.inputs());
    }

    private static Standardisation fit(long[] histogram, double count) {
        long sum = 0;
        for (int level = 0; level < histogram.length; level++) {
            sum += level * histogram[level];
        }
        double mean = sum / count;
        double squares = 0;
        for (int level = 0; level < histogram.length; level++) {
            squares += histogram[level] * (level - mean) * (level - mean);
        }
        if (squares > 0) {
            return new Standardisation(mean, Math.sqrt(squares / count));
        }
        LOG.warn("All pixels of the training rows are {}; every input becomes 0", mean);
        return new Standardisation(mean, 1);
    }
}
