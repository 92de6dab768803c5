package nas.data.idx;

import static nas.data.idx.IdxFixture.compressed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Descriptions;
import nas.data.Features;
import nas.data.InputEncoding;
import nas.data.Portion;
import nas.data.Standardisation;
import nas.data.Targets;
import nas.data.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxLoaderTest {
    @TempDir
    Path folder;

    @Test
    void images_become_rows_of_pixels() {
        IdxFixture.training(folder);
        Dataset data = load();
        assertThat(data.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(data.rows()).isEqualTo(20);
        assertThat(data.inputs()).isEqualTo(6);
        assertThat(data.inputNames()).startsWith("pixel0", "pixel1").endsWith("pixel5");
        assertThat(data.split().train()).hasSize(16);
        assertThat(data.split().validation()).hasSize(4);
        assertThat(data.split().test()).isEmpty();
    }

    @Test
    void classes_are_the_labels_that_occur() {
        IdxFixture.training(folder);
        Targets.Classes classes = (Targets.Classes) load().targets();
        assertThat(classes.names()).containsExactly("3", "7");
        assertThat(classes.labels()).startsWith(0, 1, 0, 1);
    }

    @Test
    void all_pixels_of_the_training_rows_share_one_standardisation() {
        IdxFixture.training(folder);
        Dataset data = load();
        double[] pixels = IntStream.of(data.split().train())
                .flatMap(row -> IntStream.range(10 * row, 10 * row + 6))
                .asDoubleStream()
                .toArray();
        double mean = IntStream.range(0, 96).mapToDouble(i -> pixels[i]).sum() / 96;
        double variance = IntStream.range(0, 96)
                        .mapToDouble(i -> Math.pow(pixels[i] - mean, 2))
                        .sum()
                / 96;
        Standardisation standardisation = standardisation(data);
        assertThat(standardisation.mean()).isCloseTo(mean, within(1e-9));
        assertThat(standardisation.deviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(data.features().row(13)[4]).isEqualTo(standardisation.apply(134));
        assertThat(data.features().row(19)[5]).isEqualTo(standardisation.apply(195));
    }

    @Test
    void official_test_rows_come_last_and_do_not_train() {
        IdxFixture.training(folder);
        Dataset without = load();
        IdxFixture.test(folder);
        Dataset data = load();
        assertThat(data.rows()).isEqualTo(24);
        assertThat(data.split().test()).containsExactly(20, 21, 22, 23);
        assertThat(data.preprocessing()).isEqualTo(without.preprocessing());
        assertThat(data.features().row(20)).isEqualTo(data.features().row(0));
        assertThat(((Targets.Classes) data.targets()).labels()).endsWith(0, 1, 0, 1);
    }

    @Test
    void pixels_stay_bytes() {
        IdxFixture.training(folder);
        IdxFixture.test(folder);
        Features.Bytes features = (Features.Bytes) load().features();
        assertThat(features.values().blocks()).hasSize(1);
        assertThat(features.values().blocks().get(0)).hasSize(24 * 6);
    }

    /** Blocks of 16 MiB take 4 images of 3 MB, so that the official test begins within a block. */
    @Test
    void images_of_both_sets_follow_each_other_in_blocks() {
        byte[] training = images(6);
        byte[] test = images(3);
        IdxFixture.write(folder, IdxFixture.TRAIN_IMAGES, training);
        IdxFixture.write(folder, IdxFixture.TRAIN_LABELS, IdxFixture.labels(6));
        IdxFixture.write(folder, IdxFixture.TEST_IMAGES, compressed(test));
        IdxFixture.write(folder, IdxFixture.TEST_LABELS, IdxFixture.labels(3));
        Features.Bytes features = (Features.Bytes) load().features();
        assertThat(features.values().blocks())
                .extracting(block -> block.length / 3_000_000)
                .containsExactly(4, 4, 1);
        for (int row = 0; row < 9; row++) {
            byte[] file = row < 6 ? training : test;
            int from = 16 + (row < 6 ? row : row - 6) * 3_000_000;
            byte[] pixels = new byte[3_000_000];
            System.arraycopy(features.values().block(row), features.values().offset(row), pixels, 0, pixels.length);
            assertThat(pixels).isEqualTo(Arrays.copyOfRange(file, from, from + pixels.length));
        }
    }

    private static byte[] images(int count) {
        byte[] bytes = new byte[16 + count * 3_000_000];
        new SplittableRandom(count).nextBytes(bytes);
        System.arraycopy(IdxFixture.header(0x803, count, 1500, 2000), 0, bytes, 0, 16);
        return bytes;
    }

    @Test
    void official_test_rows_can_be_drawn_like_others() {
        IdxFixture.training(folder);
        IdxFixture.test(folder);
        Dataset data = load(Descriptions.withSplit(description(), new Portion.Rows(5), new Portion.Rows(6)));
        assertThat(data.split().train()).hasSize(13).contains(21, 22);
        assertThat(data.split().test()).hasSize(6);
    }

    @Test
    void compressed_files_and_other_spellings_are_the_same_data() throws IOException {
        IdxFixture.training(folder);
        IdxFixture.test(folder);
        String plain = load().fingerprint();
        for (String name : new String[] {
            IdxFixture.TRAIN_IMAGES, IdxFixture.TRAIN_LABELS, IdxFixture.TEST_IMAGES, IdxFixture.TEST_LABELS
        }) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.delete(folder.resolve(name));
            IdxFixture.write(folder, name.replace("-idx", ".idx") + ".gz", compressed(bytes));
        }
        assertThat(load().fingerprint()).isEqualTo(plain);
    }

    @Test
    void plain_file_goes_before_a_compressed_one() {
        IdxFixture.training(folder);
        IdxFixture.write(folder, IdxFixture.TRAIN_IMAGES + ".gz", new byte[0]);
        assertThat(load().rows()).isEqualTo(20);
    }

    @Test
    void compression_is_told_by_the_bytes_not_by_the_name() {
        IdxFixture.write(folder, IdxFixture.TRAIN_IMAGES + ".gz", IdxFixture.images(20, 2, 3));
        IdxFixture.write(folder, IdxFixture.TRAIN_LABELS, compressed(IdxFixture.labels(20)));
        assertThat(load().rows()).isEqualTo(20);
    }

    @Test
    void constant_images_become_zero() {
        byte[] images = new byte[16 + 120];
        System.arraycopy(IdxFixture.header(0x803, 20, 2, 3), 0, images, 0, 16);
        IdxFixture.training(folder);
        IdxFixture.write(folder, IdxFixture.TRAIN_IMAGES, images);
        assertThat(load().features().row(19)).containsOnly(0);
        assertThat(standardisation(load())).isEqualTo(Standardisation.NONE);
    }

    private static Standardisation standardisation(Dataset data) {
        return data.preprocessing()
                .inputs()
                .match(columns -> Standardisation.NONE, InputEncoding.Pixels::standardisation);
    }

    private DataDescription description() {
        return Descriptions.withSplit(
                Descriptions.of(new DataSource.IdxFolder(folder)), new Portion.Share(0.2), new Portion.Automatic());
    }

    private Dataset load() {
        return load(description());
    }

    private Dataset load(DataDescription description) {
        return IdxLoader.load(new DataSource.IdxFolder(folder), description);
    }
}
