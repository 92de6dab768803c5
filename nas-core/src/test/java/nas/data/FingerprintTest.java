package nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Split SPLIT = new Split(new int[] {0, 2}, new int[] {1}, new int[0]);
    private static final Targets CLASSES = classes(0, 1, 1);

    @Test
    void fingerprint_is_golden() {
        assertThat(fingerprint(features(), CLASSES, SPLIT))
                .isEqualTo("57b2135398d0ab5cdda226c538e9a6091074f04a817868038a4c998f1e0d6d4b");
    }

    @Test
    void names_do_not_matter() {
        Targets renamed = new Targets.Classes(new int[] {0, 1, 1}, List.of("left", "right"));
        Preprocessing preprocessing =
                new Preprocessing(List.of("width"), new InputEncoding.Pixels(Standardisation.NONE), renamed.encoding());
        Dataset data = Dataset.of("other", new Dataset.Rows(features(), renamed), SPLIT, preprocessing);
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
        fingerprints.add(fingerprint(features(), CLASSES, new Split(new int[] {0, 1}, new int[] {2}, new int[0])));
        fingerprints.add(fingerprint(features(), CLASSES, new Split(new int[] {0, 2}, new int[0], new int[] {1})));
        fingerprints.add(scaled(new Standardisation(1, 1)));
        fingerprints.add(scaled(new Standardisation(0, 2)));
        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
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

    private static float[] features() {
        return new float[] {1, 2, 3};
    }

    private static Targets classes(int... labels) {
        return new Targets.Classes(labels, List.of("a", "b"));
    }

    private static Targets values(double mean, double deviation) {
        return new Targets.Values(new float[] {0, 1, 1}, new Standardisation(mean, deviation));
    }

    private static String fingerprint(float[] features, Targets targets, Split split) {
        return Dataset.of("toy", features, targets, split).fingerprint();
    }

    private static String scaled(Standardisation standardisation) {
        Preprocessing preprocessing =
                new Preprocessing(List.of("x0"), new InputEncoding.Pixels(standardisation), CLASSES.encoding());
        return Dataset.of("toy", new Dataset.Rows(features(), CLASSES), SPLIT, preprocessing)
                .fingerprint();
    }
}
