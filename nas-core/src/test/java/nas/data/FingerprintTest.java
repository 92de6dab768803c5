package nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Split SPLIT = new Split(new int[] {0, 2}, new int[] {1}, new int[0]);
    private static final Targets CLASSES = classes(0, 1, 1);

    @Test
    void fingerprint_is_golden() {
        assertThat(fingerprint(features(), CLASSES, SPLIT))
                .isEqualTo("c3a725d7498592462700bc53e620ce4e3298801adfce2e8ed6179d9427bd14d8");
    }

    @Test
    void fingerprint_of_numbers_is_golden() {
        assertThat(fingerprint(features(), values(10, 2), SPLIT))
                .isEqualTo("48d416f9332a96fafb4a3a0bdbf0e6559eb07283bdb5a6ee1b11b15c5f140ca8");
    }

    @Test
    void names_do_not_matter() {
        Targets renamed = new Targets.Classes(new int[] {0, 1, 1}, List.of("left", "right"));
        Preprocessing preprocessing = new Preprocessing(
                new InputEncoding.Columns(List.of(ColumnEncoding.Numeric.plain("width")), MissingCells.DEFAULT.words()),
                renamed.encoding());
        Dataset data = Dataset.of(
                "other", new Dataset.Rows(new Features.Floats(features(), 1), renamed), SPLIT, preprocessing);
        assertThat(data.fingerprint()).isEqualTo(fingerprint(features(), CLASSES, SPLIT));
    }

    @Test
    void everything_else_matters() {
        List<String> fingerprints = new ArrayList<>();
        fingerprints.add(fingerprint(features(), CLASSES, SPLIT));
        fingerprints.add(fingerprint(new float[] {1, 2, 4}, CLASSES, SPLIT));
        fingerprints.add(fingerprint(new float[] {1, 2, 3, 4, 5, 6}, CLASSES, SPLIT));
        fingerprints.add(fingerprint(features(), classes(0, 1, 0), SPLIT));
        fingerprints.add(
                fingerprint(features(), new Targets.Classes(new int[] {0, 1, 1}, List.of("a", "b", "c")), SPLIT));
        fingerprints.add(fingerprint(features(), values(0, 1), SPLIT));
        fingerprints.add(fingerprint(features(), values(1, 1), SPLIT));
        fingerprints.add(fingerprint(features(), values(0, 2), SPLIT));
        fingerprints.add(fingerprint(features(), weighted(0.5, 1.25), SPLIT));
        fingerprints.add(fingerprint(features(), weighted(1.25, 0.5), SPLIT));
        fingerprints.add(fingerprint(features(), pairs(0, 1), SPLIT));
        fingerprints.add(fingerprint(features(), pairs(0, 2), SPLIT));
        fingerprints.add(fingerprint(features(), CLASSES, new Split(new int[] {0, 1}, new int[] {2}, new int[0])));
        fingerprints.add(fingerprint(features(), CLASSES, new Split(new int[] {0, 2}, new int[0], new int[] {1})));
        fingerprints.add(scaled(new Standardisation(1, 1)));
        fingerprints.add(scaled(new Standardisation(0, 2)));
        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void every_number_of_the_encoding_matters() {
        Standardisation standardisation = new Standardisation(1, 2);
        assertThat(List.of(
                        encoded(new ColumnEncoding.Numeric("x", 0, standardisation, -10, 10, false)),
                        encoded(new ColumnEncoding.Numeric("x", 1, standardisation, -10, 10, false)),
                        encoded(new ColumnEncoding.Numeric("x", 0, standardisation, -11, 10, false)),
                        encoded(new ColumnEncoding.Numeric("x", 0, standardisation, -10, 11, false)),
                        encoded(new ColumnEncoding.Levels("x", List.of("a"), false, false)),
                        encoded(new ColumnEncoding.Levels("x", List.of(), true, false)),
                        encoded(new ColumnEncoding.Levels("x", List.of(), false, true)),
                        encoded(new ColumnEncoding.Flag("x", "a", "b"))))
                .doesNotHaveDuplicates();
        assertThat(encoded(new ColumnEncoding.Flag("x", "a", "b")))
                .isEqualTo(encoded(new ColumnEncoding.Flag("y", "no", "yes")));
    }

    private static String encoded(ColumnEncoding column) {
        Preprocessing preprocessing = new Preprocessing(
                new InputEncoding.Columns(List.of(column), MissingCells.DEFAULT.words()), CLASSES.encoding());
        return Dataset.of("toy", new Dataset.Rows(new Features.Floats(features(), 1), CLASSES), SPLIT, preprocessing)
                .fingerprint();
    }

    @Test
    void weights_of_1_are_no_weights() {
        assertThat(fingerprint(features(), weighted(1, 1), SPLIT)).isEqualTo(fingerprint(features(), CLASSES, SPLIT));
    }

    @Test
    void every_value_of_a_large_array_matters() {
        float[] features = new float[600_000];
        Split split = new Split(new int[] {0}, new int[] {1}, new int[0]);
        String before = fingerprint(features, classes(0, 1), split);
        for (int changed : new int[] {0, 262_143, 262_144, 524_287, 524_288, 599_999}) {
            features[changed] = 1;
            assertThat(fingerprint(features, classes(0, 1), split)).isNotEqualTo(before);
            features[changed] = 0;
        }
        assertThat(fingerprint(features, classes(0, 1), split)).isEqualTo(before);
    }

    @Test
    void bytes_hash_as_the_floats_that_they_stand_for() {
        int inputs = 7;
        int rows = 90_000;
        byte[] bytes = new byte[rows * inputs];
        new SplittableRandom(3).nextBytes(bytes);
        Features.Bytes held = Features.Bytes.of(ByteRows.of(bytes, inputs), new Standardisation(72.9, 90.2));
        float[] floats = new float[bytes.length];
        for (int row = 0; row < rows; row++) {
            held.copy(row, floats, row * inputs);
        }
        assertThat(fingerprint(held)).isEqualTo(fingerprint(new Features.Floats(floats, inputs)));
    }

    @Test
    void blocks_of_bytes_hash_as_one() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, -7, -8, -9, -10};
        ByteRows parts =
                new ByteRows(List.of(new byte[] {1, 2, 3, 4}, new byte[] {5, 6, -7, -8}, new byte[] {-9, -10}), 1, 2);
        assertThat(fingerprint(Features.Bytes.of(parts, Standardisation.NONE)))
                .isEqualTo(fingerprint(Features.Bytes.of(ByteRows.of(bytes, 2), Standardisation.NONE)));
    }

    private static String fingerprint(Features features) {
        Targets targets = classes(new int[features.rows()]);
        Preprocessing preprocessing = Preprocessing.none(features.inputs(), targets.encoding());
        return Dataset.of("toy", new Dataset.Rows(features, targets), SPLIT, preprocessing)
                .fingerprint();
    }

    private static float[] features() {
        return new float[] {1, 2, 3};
    }

    private static Targets classes(int... labels) {
        return new Targets.Classes(labels, List.of("a", "b"));
    }

    private static Targets weighted(double first, double second) {
        return new Targets.Classes(new int[] {0, 1, 1}, List.of("a", "b"), List.of(first, second));
    }

    private static Targets pairs(double mean, double deviation) {
        return new Targets.Values(
                new float[] {0, 1, 1, 0, 1, 1},
                new TargetEncoding.Output("y", new Standardisation(0, 1)),
                new TargetEncoding.Output("z", new Standardisation(mean, deviation)));
    }

    private static Targets values(double mean, double deviation) {
        return new Targets.Values(
                new float[] {0, 1, 1}, new TargetEncoding.Output("y", new Standardisation(mean, deviation)));
    }

    private static String fingerprint(float[] features, Targets targets, Split split) {
        return Dataset.of("toy", features, targets, split).fingerprint();
    }

    private static String scaled(Standardisation standardisation) {
        Preprocessing preprocessing =
                new Preprocessing(new InputEncoding.Pixels(1, standardisation), CLASSES.encoding());
        return Dataset.of("toy", new Dataset.Rows(new Features.Floats(features(), 1), CLASSES), SPLIT, preprocessing)
                .fingerprint();
    }
}
