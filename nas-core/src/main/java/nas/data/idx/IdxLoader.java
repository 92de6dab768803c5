package nas.data.idx;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Sizes;
import nas.data.Split;
import nas.data.Splitter;
import nas.data.Standardisation;
import nas.data.Strata;
import nas.data.Targets;
import nas.data.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads images and labels; the official test rows, if any, come last. */
public final class IdxLoader {
    private static final Logger LOG = LoggerFactory.getLogger(IdxLoader.class);
    private static final int LEVELS = 256;

    private final IdxImages training;
    private final Optional<IdxImages> test;

    private IdxLoader(DataSource.IdxFolder source) {
        training = IdxImages.training(source.folder());
        test = IdxImages.test(source.folder()).map(images -> images.sizedLike(training));
    }

    public static Dataset load(DataSource.IdxFolder source, DataDescription description) {
        checkDescription(source, description);
        IdxLoader loader = new IdxLoader(source);
        int length = Sizes.features(source.text(), loader.rows(), loader.training.pixels());
        Targets.Classes classes = loader.classes();
        Split split = Splitter.split(description.split(), Strata.of(classes, loader.testRows()));
        Standardisation pixels = loader.fit(split.train());
        Dataset.Rows rows = new Dataset.Rows(loader.features(length, pixels), classes);
        return Dataset.of(source.label(), rows, split, loader.preprocessing(pixels, classes));
    }

    private static void checkDescription(DataSource.IdxFolder source, DataDescription description) {
        if (description.target().task() == Task.REGRESSION) {
            throw new InvalidInputException(
                    "data.task must be classification for images, but was regression for " + source.text());
        }
        if (!description.reading().columns().keySet().isEmpty()) {
            throw new InvalidInputException("data.columns must be left out for images, but names "
                    + description.reading().columns().keySet() + " for " + source.text());
        }
    }

    private long rows() {
        return (long) training.count() + testRows();
    }

    private int testRows() {
        return test.map(IdxImages::count).orElse(0);
    }

    private Preprocessing preprocessing(Standardisation pixels, Targets.Classes classes) {
        return new Preprocessing(
                Preprocessing.numbered("pixel", training.pixels()),
                new InputEncoding.Pixels(pixels),
                classes.encoding());
    }

    private Targets.Classes classes() {
        BitSet known = new BitSet();
        for (byte label : training.labels().body()) {
            known.set(Byte.toUnsignedInt(label));
        }
        List<String> names = known.stream().mapToObj(String::valueOf).collect(ImmutableList.toImmutableList());
        if (names.size() < 2) {
            throw training.labels()
                    .error(
                            training.labels().offsetOfBody(),
                            "labels must have at least 2 classes, but " + "all " + training.count() + " are "
                                    + names.get(0));
        }
        return new Targets.Classes(labels(known), names);
    }

    private int[] labels(BitSet known) {
        int[] labels = new int[(int) rows()];
        index(training.labels(), known, labels, 0);
        test.ifPresent(images -> index(images.labels(), known, labels, training.count()));
        return labels;
    }

    private static void index(IdxFile file, BitSet known, int[] labels, int from) {
        int[] classOf = new int[LEVELS];
        int[] values = known.stream().toArray();
        for (int i = 0; i < values.length; i++) {
            classOf[values[i]] = i;
        }
        for (int i = 0; i < file.body().length; i++) {
            int value = Byte.toUnsignedInt(file.body()[i]);
            if (!known.get(value)) {
                throw file.error(
                        file.offsetOfBody() + (long) i,
                        "label must be one of the training labels " + Arrays.toString(values) + ", but was " + value);
            }
            labels[from + i] = classOf[value];
        }
    }

    private Standardisation fit(int[] rows) {
        long[] histogram = new long[LEVELS];
        for (int row : rows) {
            byte[] pixels = body(row);
            int from = offset(row);
            for (int i = from; i < from + training.pixels(); i++) {
                histogram[Byte.toUnsignedInt(pixels[i])]++;
            }
        }
        return fit(histogram, (double) rows.length * training.pixels());
    }

    private static Standardisation fit(long[] histogram, double count) {
        long sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += level * histogram[level];
        }
        double mean = sum / count;
        double squares = 0;
        for (int level = 0; level < LEVELS; level++) {
            squares += histogram[level] * (level - mean) * (level - mean);
        }
        if (squares > 0) {
            return new Standardisation(mean, Math.sqrt(squares / count));
        }
        LOG.warn("All pixels of the training rows are {}; every input becomes 0", mean);
        return new Standardisation(mean, 1);
    }

    private float[] features(int length, Standardisation standardisation) {
        float[] encoded = new float[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            encoded[level] = standardisation.apply(level);
        }
        float[] features = new float[length];
        encode(training, encoded, features, 0);
        test.ifPresent(
                images -> encode(images, encoded, features, training.images().body().length));
        return features;
    }

    private static void encode(IdxImages images, float[] encoded, float[] features, int from) {
        byte[] pixels = images.images().body();
        for (int i = 0; i < pixels.length; i++) {
            features[from + i] = encoded[Byte.toUnsignedInt(pixels[i])];
        }
    }

    private byte[] body(int row) {
        return row < training.count()
                ? training.images().body()
                : test.orElseThrow().images().body();
    }

    private int offset(int row) {
        return (row < training.count() ? row : row - training.count()) * training.pixels();
    }
}
