package nas.select;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/** Means over blocks. */
final class BlockMean {
    private BlockMean() {}

    /**
     * Returns the measures of a genome, each the mean over its blocks; the standard error is that of the mean loss, and the
     * rows are all that were measured, those of several partitions counted once.
     */
    static Measures of(List<BlockOutcome> blocks) {
        List<Measures> measures = blocks.stream().map(BlockOutcome::measures).toList();
        return new Measures(
                mean(measures, Measures::loss),
                Difference.ofMean(blocks).standardError(),
                mean(measures, Measures::constantLoss),
                known(measures, Measures::accuracy),
                known(measures, Measures::rmse),
                rows(blocks),
                metrics(measures));
    }

    private static int rows(List<BlockOutcome> blocks) {
        int first = blocks.get(0).measures().rows();
        return blocks.get(0).isPartition()
                ? first
                : blocks.stream().mapToInt(block -> block.measures().rows()).sum();
    }

    private static double mean(List<Measures> measures, ToDoubleFunction<Measures> measure) {
        return measures.stream().mapToDouble(measure).sum() / measures.size();
    }

    /** Over the blocks in which it is known. */
    private static @Nullable Double known(List<Measures> measures, Function<Measures, @Nullable Double> measure) {
        List<Double> values = measures.stream()
                .map(measure)
                .filter(Objects::nonNull)
                .map(value -> (double) value)
                .toList();
        return values.isEmpty()
                ? null
                : (Double) (values.stream().mapToDouble(value -> value).sum() / values.size());
    }

    private static Map<String, Double> metrics(List<Measures> measures) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Measures each : measures) {
            for (String key : each.metrics().keySet()) {
                Double mean = known(measures, other -> other.metrics().get(key));
                if (mean != null) {
                    means.put(key, mean);
                }
            }
        }
        return means;
    }
}
