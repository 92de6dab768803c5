package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Averages measures of several networks on the same rows, in the order of the networks. */
record MeanMeasures(List<Measures> parts) {
    MeanMeasures {
        for (Measures part : parts) {
            checkArgument(
                    part.rows() == parts.get(0).rows(),
                    "parts must be measured on the same rows, but one is on %s and one on %s",
                    parts.get(0).rows(),
                    part.rows());
        }
    }

    Measures measures() {
        return new Measures(
                mean(Measures::loss),
                Math.sqrt(mean(part -> part.lossStandardError() * part.lossStandardError())),
                mean(Measures::constantLoss),
                meanOrNull(Measures::accuracy),
                meanOrNull(Measures::rmse),
                parts.get(0).rows(),
                metrics());
    }

    private double mean(ToDoubleFunction<Measures> measure) {
        double sum = 0;
        for (Measures part : parts) {
            sum += measure.applyAsDouble(part);
        }
        return sum / parts.size();
    }

    private @Nullable Double meanOrNull(Function<Measures, @Nullable Double> measure) {
        return measure.apply(parts.get(0)) == null ? null : (Double) mean(part -> value(measure.apply(part)));
    }

    private static double value(@Nullable Double measure) {
        checkArgument(measure != null, "parts must all have the same measures");
        return measure;
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String key : parts.get(0).metrics().keySet()) {
            if (parts.stream().allMatch(part -> part.metrics().containsKey(key))) {
                metrics.put(key, mean(part -> value(part.metrics().get(key))));
            }
        }
        return metrics;
    }
}
