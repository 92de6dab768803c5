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
 * blocks, which are independent of each other and so use all cores.
 */
final class Fingerprint {
    private static final String FORMAT = "nas-data-1";
    private static final int BLOCK = 1 << 18;

    private final Hasher hasher = Hashing.sha256().newHasher();

    private Fingerprint() {}

    static String of(Dataset.Rows rows, Split split, Preprocessing preprocessing) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text(FORMAT);
        fingerprint.text(rows.targets().task().word());
        fingerprint.floats(rows.features());
        fingerprint.targets(rows.targets());
        fingerprint.ints(split.train());
        fingerprint.ints(split.validation());
        fingerprint.ints(split.test());
        fingerprint.inputs(preprocessing);
        return fingerprint.hasher.hash().toString();
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(encoded.length).putBytes(encoded);
    }

    private Hasher targets(Targets targets) {
        return targets.match(
                classes -> ints(classes.labels()).putInt(classes.outputs()),
                values -> standardisation(floats(values.standardised()), values.standardisation()));
    }

    private void inputs(Preprocessing preprocessing) {
        hasher.putInt(preprocessing.inputNames().size());
        for (int i = 0; i < preprocessing.inputNames().size(); i++) {
            standardisation(hasher, preprocessing.inputs().input(i));
        }
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

    private Hasher floats(float[] values) {
        int blocks = (int) (((long) values.length + BLOCK - 1) / BLOCK);
        List<HashCode> hashes = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> block(values, block * BLOCK))
                .toList();
        hasher.putInt(values.length);
        hashes.forEach(hash -> hasher.putBytes(hash.asBytes()));
        return hasher;
    }

    private static HashCode block(float[] values, int from) {
        FloatBuffer floats = FloatBuffer.wrap(values, from, Math.min(BLOCK, values.length - from));
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return Hashing.sha256().hashBytes(bytes);
    }
}
