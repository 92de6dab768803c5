package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.Stats;
import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pooled_measures_are_those_of_all_rows_together(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] losses = new double[2 + random.nextInt(6)][];
        Arrays.setAll(losses, part -> random.doubles(1 + random.nextInt(9)).toArray());
        Measures whole = measures(Doubles.concat(losses));
        Measures pooled = Measures.pooled(
                Arrays.stream(losses).map(MeasuresTest::measures).toList());
        assertThat(pooled.loss()).isCloseTo(whole.loss(), within(1e-12));
        assertThat(pooled.lossStandardError()).isCloseTo(whole.lossStandardError(), within(1e-12));
        assertThat(pooled.constantLoss()).isCloseTo(whole.constantLoss(), within(1e-12));
        assertThat(pooled.accuracy()).isCloseTo(whole.accuracy(), within(1e-12));
        assertThat(pooled.rmse()).isCloseTo(whole.rmse(), within(1e-12));
        assertThat(pooled.rows()).isEqualTo(whole.rows());
    }

    @Test
    void measures_of_one_set_are_returned_as_they_are() {
        Measures measures = new Measures(0.5, 0.1, 1, 0.9, null);
        assertThat(Measures.pooled(List.of(measures))).isSameAs(measures);
    }

    @Test
    void what_no_set_has_the_pool_has_not() {
        Measures classes = Measures.pooled(List.of(
                new Measures(0.5, 0.1, 1, 0.9, null, 10, Map.of()),
                new Measures(0.5, 0.1, 1, 0.6, null, 20, Map.of())));
        assertThat(classes.accuracy()).isCloseTo(0.7, within(1e-12));
        assertThat(classes.rmse()).isNull();
        Measures values = Measures.pooled(List.of(
                new Measures(0.5, 0.1, 1, null, 3.0, 10, Map.of()),
                new Measures(0.5, 0.1, 1, null, 4.0, 10, Map.of())));
        assertThat(values.accuracy()).isNull();
        assertThat(values.rmse()).isCloseTo(Math.sqrt(12.5), within(1e-12));
    }

    @Test
    void sets_of_an_unknown_number_of_rows_are_not_pooled() {
        Measures unknown = new Measures(0.5, 0.1, 1, 0.9, null);
        assertThat(unknown.rows()).isZero();
        assertThatThrownBy(() -> Measures.pooled(List.of(unknown, unknown)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be >= 1 to be pooled, but was 0");
        assertThatThrownBy(() -> Measures.pooled(List.of())).hasMessage("parts must be at least 1, but were none");
    }

    @Test
    void means_over_seeds_keep_the_error_that_comes_of_the_rows() {
        Measures mean = Measures.mean(List.of(
                new Measures(0.5, 0.3, 1, 0.9, null, 10, Map.of("f1", 0.5, "rocAuc", 0.8)),
                new Measures(0.6, 0.4, 2, 0.6, null, 10, Map.of("f1", 0.7))));
        assertThat(mean.loss()).isCloseTo(0.55, within(1e-12));
        assertThat(mean.lossStandardError()).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(mean.constantLoss()).isCloseTo(1.5, within(1e-12));
        assertThat(mean.accuracy()).isCloseTo(0.75, within(1e-12));
        assertThat(mean.rmse()).isNull();
        assertThat(mean.rows()).isEqualTo(10);
        assertThat(mean.metrics()).containsOnlyKeys("f1");
        assertThat(mean.metrics().get("f1")).isCloseTo(0.6, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_mean_of_equal_measures_is_these(long seed) {
        Measures measures = measures(new SplittableRandom(seed).doubles(9).toArray());
        Measures mean = Measures.mean(List.of(measures, measures, measures, measures));
        assertThat(mean.loss()).isEqualTo(measures.loss());
        assertThat(mean.lossStandardError()).isCloseTo(measures.lossStandardError(), within(1e-15));
        assertThat(mean.rmse()).isEqualTo(measures.rmse());
        assertThat(Measures.mean(List.of(measures))).isSameAs(measures);
    }

    @Test
    void measures_on_other_rows_or_of_another_task_have_no_mean() {
        Measures ten = new Measures(0.5, 0.1, 1, 0.9, null, 10, Map.of());
        Measures eleven = new Measures(0.5, 0.1, 1, 0.9, null, 11, Map.of());
        Measures values = new Measures(0.5, 0.1, 1, null, 2.0, 10, Map.of());
        assertThatThrownBy(() -> Measures.mean(List.of(ten, eleven)))
                .hasMessage("parts must be measured on the same rows, but one is on 10 and one on 11");
        assertThatThrownBy(() -> Measures.mean(List.of(ten, values))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Measures.mean(List.of())).hasMessage("parts must be at least 1, but were none");
    }

    /** Measures with all that there can be; errors are the roots of losses, hits the losses below a half. */
    private static Measures measures(double[] losses) {
        Stats stats = Stats.of(losses);
        double variance = losses.length == 1 ? 0 : stats.sampleVariance();
        long hits = Arrays.stream(losses).filter(loss -> loss < 0.5).count();
        return new Measures(
                stats.mean(),
                Math.sqrt(variance / losses.length),
                1 - stats.mean(),
                (double) hits / losses.length,
                3 * Math.sqrt(stats.mean()),
                losses.length,
                Map.of());
    }
}
