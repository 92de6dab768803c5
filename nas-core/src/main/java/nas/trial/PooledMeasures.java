package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Weighs sets of rows by their sizes, in the order of the sets. */
record PooledMeasures(List<Measures> parts) {
    PooledMeasures {
        for (Measures part : parts) {
            checkArgument(part.rows() >= 1, "rows must be >= 1 to be pooled, but was %s", part.rows());
        }
    }

    Measures measures() {
        double loss = mean(Measures::loss);
        return new Measures(
                loss,
                Math.sqrt(squares(loss) / Math.max(1, rows() - 1) / rows()),
                mean(Measures::constantLoss),
                parts.get(0).accuracy() == null ? null : (Double) mean(part -> value(part.accuracy())),
                parts.get(0).rmse() == null ? null : (Double) quadraticMean(part -> value(part.rmse())),
                Math.toIntExact(rows()),
                metrics());
    }

    private long rows() {
        return parts.stream().mapToLong(Measures::rows).sum();
    }

    private double mean(ToDoubleFunction<Measures> measure) {
        double sum = 0;
        for (Measures part : parts) {
            sum += part.rows() * measure.applyAsDouble(part);
        }
        return sum / rows();
    }

    private double quadraticMean(ToDoubleFunction<Measures> measure) {
        return Math.sqrt(mean(part -> measure.applyAsDouble(part) * measure.applyAsDouble(part)));
    }

    /** The squared deviations of all rows from a mean: those within the sets and those of the sets' means. */
    private double squares(double mean) {
        double squares = 0;
        for (Measures part : parts) {
            double variance = part.lossStandardError() * part.lossStandardError() * part.rows();
            squares += (part.rows() - 1) * variance + part.rows() * (part.loss() - mean) * (part.loss() - mean);
        }
        return squares;
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        parts.forEach(part -> part.metrics().keySet().forEach(key -> metrics.computeIfAbsent(key, this::metric)));
        return metrics;
    }

    /** Over the sets in which it is defined. */
    private double metric(String key) {
        PooledMeasures defined = new PooledMeasures(
                parts.stream().filter(part -> part.metrics().containsKey(key)).toList());
        ToDoubleFunction<Measures> measure = part -> value(part.metrics().get(key));
        return key.startsWith(Measures.RMSE) ? defined.quadraticMean(measure) : defined.mean(measure);
    }

    private static double value(@Nullable Double measure) {
        checkArgument(measure != null, "parts must all have the same measures");
        return measure;
    }
}
