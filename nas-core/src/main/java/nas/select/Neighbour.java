package nas.select;

import nas.space.Genome;
import org.jspecify.annotations.Nullable;

/**
 * A genome a step away from another one, trained in blocks.
 *
 * @param genome the genome
 * @param kind what differs, such as {@code layer 1 narrower: 24 -> 20}
 * @param parameters number of its trainable parameters
 * @param difference d, by how much its loss exceeds the reference's; {@code null} where it failed in a block
 * @param standardError that of d; {@code null} where it failed in a block
 * @param metric the metric that must reach a threshold; {@code null} where it failed, or the rule is about the loss
 * @param verdict what is known of it
 */
public record Neighbour(
        Genome genome,
        String kind,
        long parameters,
        @Nullable Double difference,
        @Nullable Double standardError,
        @Nullable MetricEstimate metric,
        Verdict verdict) {
    /** What descent says of a neighbour. */
    public enum Verdict {
        /** It is good enough, and so surely that it was accepted, or could have been. */
        ACCEPTED,
        /** It is not good enough, with 95 % confidence, or failed. */
        SHOWN_WORSE,
        /** It seems good enough, but not surely. */
        WITHIN_TOLERANCE,
        /** It seems not good enough, but not surely. */
        UNDECIDED
    }
}
