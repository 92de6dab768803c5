package nas.data.idx;

import static nas.data.idx.IdxFixture.compressed;
import static nas.data.idx.IdxFixture.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxErrorsTest {
    private static final String IMAGES = IdxFixture.TRAIN_IMAGES;
    private static final String LABELS = IdxFixture.TRAIN_LABELS;

    @TempDir
    Path folder;

    @BeforeEach
    void make_images() {
        IdxFixture.training(folder);
    }

    @Test
    void wrong_magic_number() {
        refused(IMAGES, header(0x801, 20, 2, 3), "0: magic number must be 0x00000803, but was 0x00000801");
    }

    @Test
    void wrong_magic_number_of_labels() {
        refused(LABELS, header(0x1080000, 20), "0: magic number must be 0x00000801, but was 0x01080000");
    }

    @Test
    void cut_header() {
        refused(IMAGES, header(0x803, 20, 2), "12: header must have 16 bytes, but the file ends");
        refused(IMAGES, new byte[0], "0: header must have 16 bytes, but the file ends");
    }

    @Test
    void size_that_is_none() {
        refused(IMAGES, header(0x803, 0, 2, 3), "4: size must be >= 1 and <= 2147483639, but was 0");
        refused(IMAGES, header(0x803, 20, 2, 0), "12: size must be >= 1 and <= 2147483639, but was 0");
        refused(IMAGES, header(0x803, 20, -1, 3), "8: size must be >= 1 and <= 2147483639, but was 4294967295");
    }

    @Test
    void sizes_beyond_an_array() {
        refused(
                IMAGES,
                header(0x803, 100_000, 1_000, 1_000),
                "4: sizes must make at most 2147483639 bytes together, but were 100000 x 1000 x 1000");
        refused(
                IMAGES,
                header(0x803, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                "4: sizes must make at most 2147483639 bytes together, but were 2147483647 x 2147483647 x 2147483647");
    }

    @Test
    void large_size_without_the_bytes_costs_no_memory() {
        refused(
                IMAGES,
                compressed(header(0x803, 2_000_000, 32, 32)),
                "16: file must hold 2000000 x 32 x 32 = 2048000000 bytes after its header, but ends after 0");
    }

    @Test
    void cut_body() {
        byte[] images = IdxFixture.images(20, 2, 3);
        String message = "115: file must hold 20 x 2 x 3 = 120 bytes after its header, but ends after 99";
        refused(IMAGES, Arrays.copyOf(images, 115), message);
        refused(IMAGES, compressed(Arrays.copyOf(images, 115)), message);
    }

    @Test
    void trailing_bytes() {
        byte[] images = Arrays.copyOf(IdxFixture.images(20, 2, 3), 137);
        String message = "136: file must end here, after 20 x 2 x 3 = 120 bytes, but goes on";
        refused(IMAGES, images, message);
        refused(IMAGES, compressed(images), message);
    }

    @Test
    void cut_compression() {
        byte[] images = compressed(IdxFixture.images(20, 2, 3));
        refused(
                IMAGES,
                Arrays.copyOf(images, images.length - 4),
                "136: compressed data must not end here; the file is incomplete");
        refused(IMAGES, Arrays.copyOf(images, 5), "0: compressed data must not end here; the file is incomplete");
    }

    @Test
    void damaged_compression() {
        byte[] images = compressed(IdxFixture.images(20, 2, 3));
        images[images.length - 6] ^= 1;
        refused(IMAGES, images, "136: compressed data are damaged: Corrupt GZIP trailer");
        images[10] = 7;
        refused(IMAGES, images, "0: compressed data are damaged: invalid block type");
    }

    @Test
    void trailer_that_lies_about_the_checksum() {
        byte[] images = compressed(IdxFixture.images(20, 2, 3));
        images[images.length - 8] ^= 1;
        refused(IMAGES, images, "136: compressed data are damaged: Corrupt GZIP trailer");
    }

    @Test
    void trailer_that_lies_about_the_size() {
        byte[] images = compressed(IdxFixture.images(20, 2, 3));
        images[images.length - 1] ^= 1;
        refused(IMAGES, images, "136: compressed data are damaged: Corrupt GZIP trailer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 18, 19, 100, 70_000, 200_000})
    void bytes_after_compressed_data(int count) {
        byte[] images = compressed(IdxFixture.images(20, 2, 3));
        String message = "136: compressed data must end here, but the file goes on with other bytes";
        refused(IMAGES, Arrays.copyOf(images, images.length + count), message);
        byte[] begun = Bytes.concat(images, new byte[] {0x1f, (byte) 0x8b}, new byte[count]);
        refused(IMAGES, begun, message);
    }

    @Test
    void bytes_after_compressed_data_that_just_fill_a_buffer() {
        byte[] images = IdxFixture.images(20, 2, 3);
        for (int missing = 0; missing < 20; missing++) {
            byte[] padded = padded(images, (1 << 16) - missing);
            IdxFixture.write(folder, IMAGES, padded);
            assertThat(load(description()).rows()).isEqualTo(20);
            refused(
                    IMAGES,
                    Arrays.copyOf(padded, padded.length + 1),
                    "136: compressed data must end here, but the file goes on with other bytes");
        }
    }

    @Test
    void second_compressed_part_is_read_as_a_continuation() {
        byte[] images = IdxFixture.images(20, 2, 3);
        byte[] first = compressed(Arrays.copyOf(images, 50));
        byte[] second = compressed(Arrays.copyOfRange(images, 50, images.length));
        IdxFixture.write(folder, IMAGES, Bytes.concat(first, second));
        assertThat(load(description()).rows()).isEqualTo(20);
        refused(IMAGES, first, "50: file must hold 20 x 2 x 3 = 120 bytes after its header, but ends after 34");
        refused(
                IMAGES,
                Bytes.concat(compressed(images), compressed(new byte[1])),
                "136: file must end here, after 20 x 2 x 3 = 120 bytes, but goes on");
    }

    @Test
    void header_alone() {
        String message = "16: file must hold 20 x 2 x 3 = 120 bytes after its header, but ends after 0";
        refused(IMAGES, header(0x803, 20, 2, 3), message);
        refused(IMAGES, compressed(header(0x803, 20, 2, 3)), message);
        refused(LABELS, header(0x801, 20), "8: file must hold 20 = 20 bytes after its header, but ends after 0");
    }

    @Test
    void compressed_file_that_holds_nothing() {
        refused(IMAGES, compressed(new byte[0]), "0: header must have 16 bytes, but the file ends");
        refused(IMAGES, new byte[] {0x1f}, "1: header must have 16 bytes, but the file ends");
        refused(IMAGES, new byte[] {0x1f, (byte) 0x8b}, "0: compressed data must not end here; the file is incomplete");
    }

    @Test
    void images_where_labels_should_be() {
        refused(LABELS, IdxFixture.images(20, 2, 3), "0: magic number must be 0x00000801, but was 0x00000803");
        IdxFixture.training(folder);
        refused(IMAGES, IdxFixture.labels(20), "0: magic number must be 0x00000803, but was 0x00000801");
    }

    @Test
    void folder_where_a_file_should_be() throws IOException {
        Files.delete(folder.resolve(IMAGES));
        Files.createDirectory(folder.resolve(IMAGES));
        refused(folder + " must hold train-images-idx3-ubyte (or train-images-idx3-ubyte.gz), but that is a folder");
    }

    @Test
    void images_beyond_the_memory() {
        byte[] noise = new byte[2_100_000];
        new SplittableRandom(1).nextBytes(noise);
        byte[] labels = Arrays.copyOf(header(0x801, 2_000_000), 2_000_008);
        IdxFixture.write(folder, LABELS, labels);
        String room = String.format(Locale.ROOT, "%.2f", Runtime.getRuntime().maxMemory() / 3.0 * 2 / (1 << 30));
        refused(
                IMAGES,
                compressed(Bytes.concat(header(0x803, 2_000_000, 32, 32), noise)),
                "4: 2000000 images of 1024 pixels must fit two thirds of the heap, " + room
                        + " GB, but need about 1.97 GB; run with NAS_JAVA_OPTS=-Xmx4g");
    }

    @Test
    void pixels_whose_names_alone_are_beyond_the_memory() {
        byte[] pixels = Arrays.copyOf(header(0x803, 2, 30_000, 30_000), 16);
        IdxFixture.write(folder, LABELS, IdxFixture.labels(2));
        byte[] noise = new byte[1_800_000];
        new SplittableRandom(1).nextBytes(noise);
        IdxFixture.write(folder, IMAGES, compressed(Bytes.concat(pixels, noise)));
        assertThatThrownBy(() -> load(description()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("byte 4: 2 images of 900000000 pixels must fit two thirds of the heap, ");
    }

    @Test
    void images_without_labels() throws IOException {
        Files.delete(folder.resolve(LABELS));
        refused(folder + " must hold train-labels-idx1-ubyte (or train-labels-idx1-ubyte.gz), but does not");
    }

    @Test
    void labels_without_images() throws IOException {
        Files.delete(folder.resolve(IMAGES));
        refused(folder + " must hold train-images-idx3-ubyte (or train-images-idx3-ubyte.gz), but does not");
    }

    @Test
    void test_images_without_labels() throws IOException {
        IdxFixture.test(folder);
        Files.delete(folder.resolve(IdxFixture.TEST_LABELS));
        refused(folder + " must hold t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz), but does not");
    }

    @Test
    void test_labels_without_images() throws IOException {
        IdxFixture.test(folder);
        Files.delete(folder.resolve(IdxFixture.TEST_IMAGES));
        refused(folder + " must hold t10k-images-idx3-ubyte (or t10k-images-idx3-ubyte.gz), but does not");
    }

    @Test
    void labels_that_are_not_as_many_as_images() {
        refused(
                LABELS,
                IdxFixture.labels(19),
                "4: labels must be as many as the 20 images of train-images-idx3-ubyte, but are 19");
    }

    @Test
    void test_images_of_another_size() {
        IdxFixture.test(folder);
        refused(
                IdxFixture.TEST_IMAGES,
                IdxFixture.images(4, 3, 2),
                "8: height must be 2 as in train-images-idx3-ubyte, but was 3");
        refused(
                IdxFixture.TEST_IMAGES,
                IdxFixture.images(4, 2, 4),
                "12: width must be 3 as in train-images-idx3-ubyte, but was 4");
    }

    @Test
    void test_label_that_never_trains() {
        IdxFixture.test(folder);
        byte[] labels = IdxFixture.labels(4);
        labels[10] = (byte) 200;
        refused(IdxFixture.TEST_LABELS, labels, "10: label must be one of the training labels [3, 7], but was 200");
    }

    @Test
    void single_class() {
        byte[] labels = new byte[28];
        System.arraycopy(header(0x801, 20), 0, labels, 0, 8);
        refused(LABELS, labels, "8: labels must have at least 2 classes, but all 20 are 0");
    }

    /** Compresses with a comment in the header that makes the file so long. */
    private static byte[] padded(byte[] bytes, int length) {
        byte[] plain = compressed(bytes);
        byte[] comment = new byte[length - plain.length];
        Arrays.fill(comment, 0, comment.length - 1, (byte) 'x');
        plain[3] |= 16; // FCOMMENT, RFC 1952
        byte[] header = Arrays.copyOf(plain, 10);
        return Bytes.concat(header, comment, Arrays.copyOfRange(plain, 10, plain.length));
    }

    private void refused(String name, byte[] bytes, String place) {
        IdxFixture.write(folder, name, bytes);
        refused(folder.resolve(name) + ": byte " + place);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> load(description()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    private DataDescription description() {
        return Descriptions.of(new DataSource.IdxFolder(folder));
    }

    private Dataset load(DataDescription description) {
        return IdxLoader.load(new DataSource.IdxFolder(folder), description);
    }
}
