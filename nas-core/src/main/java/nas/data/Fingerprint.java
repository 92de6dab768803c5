package nas.data;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hashes what decides a training. Arrays enter as their length and their little-endian elements; floats as the hashes of
 * blocks, which are independent of each other and so use all cores. Features that are held as bytes enter as the floats
 * that they stand for, so that it does not matter how they are held; only a block at a time is ever made of them.
 */
final class Fingerprint {
    private static final String FORMAT = "nas-data-1";
    private static final String FORMAT_WITH_FOLDS = "nas-data-1-folds";
    private static final String FORMAT_OF_BLOCKS = "nas-data-1-block";
    private static final int BLOCK = 1 << 18;

    private final Hasher hasher = Hashing.sha256().newHasher();

    private Fingerprint() {}

    static String of(Dataset.Rows rows, Split split, Preprocessing preprocessing) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text(FORMAT);
        fingerprint.text(rows.targets().task().word());
        fingerprint.features(rows.features());
        fingerprint.targets(rows.targets());
        fingerprint.ints(split.train());
        fingerprint.ints(split.validation());
        fingerprint.ints(split.test());
        fingerprint.inputs(preprocessing);
        return fingerprint.hasher.hash().toString();
    }

    /** Returns the fingerprint of a data set with folds. */
    static String of(String whole, List<String> folds) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text(FORMAT_WITH_FOLDS);
        fingerprint.text(whole);
        fingerprint.hasher.putInt(folds.size());
        folds.forEach(fingerprint::text);
        return fingerprint.hasher.hash().toString();
    }

    /** Returns the fingerprint of a block that has the features and targets of its data set. */
    static String of(String whole, Split block) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text(FORMAT_OF_BLOCKS);
        fingerprint.text(whole);
        fingerprint.ints(block.train());
        fingerprint.ints(block.validation());
        return fingerprint.hasher.hash().toString();
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(encoded.length).putBytes(encoded);
    }

    private void targets(Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            ints(classes.labels()).putInt(classes.outputs());
            if (classes.isWeighted()) {
                text("weights");
                classes.weights().forEach(hasher::putDouble);
            }
        } else if (targets instanceof Targets.Values values) {
            floats(values.standardised());
            if (values.outputs() > 1) {
                hasher.putInt(values.outputs());
            }
            values.encoding().outputs().forEach(output -> standardisation(hasher, output.standardisation()));
        }
    }

    private void inputs(Preprocessing preprocessing) {
        hasher.putInt(preprocessing.inputs().count());
        preprocessing.inputs().match(columns -> columns(columns.columns()), this::pixels);
    }

    private Hasher columns(List<ColumnEncoding> columns) {
        columns.forEach(column -> column.match(this::number, this::levels, flag -> hasher.putInt(2)));
        return hasher;
    }

    private Hasher number(ColumnEncoding.Numeric number) {
        hasher.putInt(0).putDouble(number.fill()).putFloat(number.least()).putFloat(number.most());
        return standardisation(hasher, number.standardisation()).putBoolean(number.isIndicated());
    }

    private Hasher levels(ColumnEncoding.Levels levels) {
        return hasher.putInt(1)
                .putInt(levels.levels().size())
                .putBoolean(levels.hasOther())
                .putBoolean(levels.hasMissing());
    }

    /** One for each pixel: what stood here before pixels were told from columns. */
    private Hasher pixels(InputEncoding.Pixels pixels) {
        for (int i = 0; i < pixels.count(); i++) {
            standardisation(hasher, pixels.standardisation());
        }
        return hasher;
    }

    private static Hasher standardisation(Hasher hasher, Standardisation numbers) {
        return hasher.putDouble(numbers.mean()).putDouble(numbers.deviation());
    }

    private Hasher ints(int[] values) {
        hasher.putInt(values.length);
        for (int value : values) {
            hasher.putInt(value);
        }
        return hasher;
    }

    private Hasher features(Features features) {
        return features.match(
                floats -> floats(floats.values()),
                bytes -> blocks(bytes.rows() * bytes.inputs(), (from, count) -> block(bytes, from, count)));
    }

    private Hasher floats(float[] values) {
        return blocks(values.length, (from, count) -> hash(FloatBuffer.wrap(values, from, count)));
    }

    private Hasher blocks(int length, BlockHash hash) {
        int blocks = (int) (((long) length + BLOCK - 1) / BLOCK);
        List<HashCode> hashes = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> hash.of(block * BLOCK, Math.min(BLOCK, length - block * BLOCK)))
                .toList();
        hasher.putInt(length);
        hashes.forEach(code -> hasher.putBytes(code.asBytes()));
        return hasher;
    }

    private static HashCode block(Features.Bytes bytes, int from, int count) {
        float[] values = new float[count];
        bytes.fill(from, values);
        return hash(FloatBuffer.wrap(values));
    }

    private static HashCode hash(FloatBuffer floats) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return Hashing.sha256().hashBytes(bytes);
    }

    private interface BlockHash {
        HashCode of(int from, int count);
    }
}
