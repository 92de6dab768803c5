package nas.data.idx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages valid files in every way: what comes of it is a data set or one clear line, within little memory. */
class IdxFuzzTest {
    private static final int FILES = 1000;
    private static final String[] NAMES = {
        IdxFixture.TRAIN_IMAGES, IdxFixture.TRAIN_LABELS, IdxFixture.TEST_IMAGES, IdxFixture.TEST_LABELS
    };

    /** Four files need eight buffers of 64 KiB; a kilobyte of compressed data never stands for more than a megabyte. */
    private static final long MOST_BYTES = 8 << 20;

    private static final int[] SIZES = {
        Integer.MIN_VALUE,
        -1,
        0,
        1,
        2,
        3,
        19,
        21,
        1 << 16,
        1 << 20,
        500_000_000,
        Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE
    };

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private byte[][] valid = new byte[0][];
    private int loaded;

    @BeforeEach
    void make_images() {
        valid = new byte[][] {
            IdxFixture.images(20, 2, 3), IdxFixture.labels(20), IdxFixture.images(4, 2, 3), IdxFixture.labels(4)
        };
        restore();
        load("warm-up");
    }

    @Test
    void damaged_files_are_data_or_one_clear_line() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < FILES; i++) {
            int part = random.nextInt(NAMES.length);
            check(part, mutated(valid[part], random), "plain " + i);
        }
        assertThat(loaded).isBetween(FILES / 20, FILES * 9 / 10);
    }

    @Test
    void damaged_compressed_files_are_data_or_one_clear_line() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < FILES; i++) {
            int part = random.nextInt(NAMES.length);
            check(part, mutated(IdxFixture.compressed(valid[part]), random), "compressed " + i);
        }
        assertThat(loaded).isBetween(FILES / 50, FILES * 9 / 10);
    }

    @Test
    void damaged_files_that_are_compressed_then_are_data_or_one_clear_line() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < FILES; i++) {
            int part = random.nextInt(NAMES.length);
            check(part, IdxFixture.compressed(mutated(valid[part], random)), "compressed after " + i);
        }
        assertThat(loaded).isBetween(FILES / 20, FILES * 9 / 10);
    }

    @Test
    void sizes_that_lie_are_refused_and_never_allocated() {
        for (int part = 0; part < NAMES.length; part++) {
            for (int dimension = 0; dimension < (part % 2 == 0 ? 3 : 1); dimension++) {
                for (int size : SIZES) {
                    int before = loaded;
                    byte[] lying = sized(valid[part], dimension, size);
                    check(part, lying, NAMES[part] + " " + size);
                    check(part, IdxFixture.compressed(lying), "compressed " + NAMES[part] + " " + size);
                    boolean isTrue = Arrays.equals(lying, valid[part]);
                    assertThat(loaded).isEqualTo(isTrue ? before + 2 : before);
                }
            }
        }
    }

    private void check(int part, byte[] bytes, String what) {
        IdxFixture.write(folder, NAMES[part], bytes);
        long before = threads.getCurrentThreadAllocatedBytes();
        load(what);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(what).isLessThan(MOST_BYTES);
        IdxFixture.write(folder, NAMES[part], valid[part]);
    }

    private void load(String what) {
        DataSource.IdxFolder source = new DataSource.IdxFolder(folder);
        try {
            Dataset data = IdxLoader.load(source, DataDescription.of(source));
            assertThat(data.features().rows()).as(what).isEqualTo(data.rows());
            loaded++;
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).as(what).contains(folder.toString()).hasLineCount(1);
        }
    }

    private void restore() {
        for (int part = 0; part < NAMES.length; part++) {
            IdxFixture.write(folder, NAMES[part], valid[part]);
        }
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        byte[] mutated = bytes.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        int end = at + random.nextInt(bytes.length - at + 1);
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, random);
            case 1 -> before;
            case 2 -> Bytes.concat(before, Arrays.copyOfRange(bytes, end, bytes.length));
            case 3 -> Bytes.concat(before, noise(random), after);
            case 4 -> Bytes.concat(before, Arrays.copyOfRange(bytes, at, end), after);
            default -> bytes.length < 16 ? bytes : sized(bytes, random.nextInt(3), SIZES[random.nextInt(SIZES.length)]);
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[1 + random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] sized(byte[] bytes, int dimension, int size) {
        byte[] sized = bytes.clone();
        ByteBuffer.wrap(sized).putInt(IdxFile.offsetOfSize(dimension), size);
        return sized;
    }
}
