package nas.bench;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nas.data.Dataset;
import nas.space.Genome;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * Trains genomes for a whole schedule and measures them on the validation rows after each epoch.
 *
 * @param epochs epochs of the schedule
 * @param workers number of threads
 * @param onEnd called as each training ends
 */
record FullTraining(int epochs, int workers, Runnable onEnd) {
    /**
     * Trains with one seed.
     *
     * @param data which rows train, and which measure
     * @param genomes no two of them equal
     * @param seed what initial weights and row order are derived from
     */
    Curves of(Dataset data, List<Genome> genomes, long seed) {
        List<TrialRequest> requests = genomes.stream()
                .map(genome -> TrialRequest.of(new Trial(genome, new Budget(epochs), seed, Fold.VALIDATION)))
                .toList();
        Map<Genome, TrialResult> results = new HashMap<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, workers)) {
            evaluator.evaluate(requests, result -> {
                results.put(result.trial().genome(), result);
                onEnd.run();
            });
        }
        return new Curves(results, epochs);
    }

    /**
     * What one seed gave.
     *
     * @param results of each genome
     * @param epochs epochs of the schedule
     */
    record Curves(Map<Genome, TrialResult> results, int epochs) {
        /** Copies the map. */
        Curves {
            results = ImmutableMap.copyOf(results);
        }

        /**
         * Returns the loss after each epoch: of what stopped without progress the loss that it keeps, and no number from where
         * the training failed.
         *
         * @throws IllegalArgumentException if the genome was not trained
         */
        FloatVector of(Genome genome) {
            TrialResult result = results.get(genome);
            if (result == null) {
                throw new IllegalArgumentException("genome must be trained, but was not: " + genome);
            }
            float[] losses = new float[epochs];
            Arrays.fill(
                    losses,
                    result.measures().map(measures -> (float) measures.loss()).orElse(Float.NaN));
            List<LearningCurve.Point> points = result.outcome().curve().points();
            for (int i = 0; i < points.size(); i++) {
                Double loss = points.get(i).measuredLoss();
                losses[i] = loss == null ? Float.NaN : loss.floatValue();
            }
            return FloatVector.copyOf(losses);
        }

        /** Returns the loss of the constant prediction on the rows that measure; empty if every training has failed. */
        OptionalDouble constantLoss() {
            return results.values().stream()
                    .flatMap(result -> result.measures().stream())
                    .mapToDouble(Measures::constantLoss)
                    .findFirst();
        }
    }
}
