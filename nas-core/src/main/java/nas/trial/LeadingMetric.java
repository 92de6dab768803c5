package nas.trial;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The metric that a result is told with first. */
public enum LeadingMetric {
    /** Share of rows that are right; for classes. */
    ACCURACY("accuracy", "accuracy"),
    /** Mean of the classes' shares that are right; for classes of which some are rare. */
    BALANCED_ACCURACY(Measures.BALANCED_ACCURACY, "balanced accuracy"),
    /** Root mean squared error in the target's unit; for one number. */
    RMSE(Measures.RMSE, "rmse"),
    /** Mean share of the variance that is explained; for several numbers, which have no common unit. */
    R2(Measures.R2, "r2");

    private static final ImmutableMap<String, LeadingMetric> BY_KEY =
            Maps.uniqueIndex(Arrays.asList(values()), LeadingMetric::key);

    private final String key;
    private final String label;

    LeadingMetric(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the metric of a key, if there is one. */
    public static Optional<LeadingMetric> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Returns the key used in files. */
    public String key() {
        return key;
    }

    /** Returns what people call it. */
    public String label() {
        return label;
    }

    /** Tells whether it is a share of rows, which people read as a percentage. */
    public boolean isShare() {
        return switch (this) {
            case ACCURACY, BALANCED_ACCURACY -> true;
            case RMSE, R2 -> false;
        };
    }

    /** Returns its value, or empty where it was not measured. */
    public Optional<Double> of(Measures measures) {
        return switch (this) {
            case ACCURACY -> Optional.ofNullable(measures.accuracy());
            case RMSE -> Optional.ofNullable(measures.rmse());
            case BALANCED_ACCURACY, R2 -> of(measures.metrics());
        };
    }

    private Optional<Double> of(Map<String, Double> metrics) {
        return Optional.ofNullable(metrics.get(key));
    }

    /** Returns by how much a value is better than another one; negative if it is worse. */
    public double gain(double value, double other) {
        return this == RMSE ? other - value : value - other;
    }
}
