package nas.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nas.evolve.Fitness;
import nas.space.Genome;
import nas.trial.LossScale;
import nas.trial.Measures;

/**
 * The objective as fitness. The reference is the lowest loss of the trials that had ended before the generation began;
 * the first generation uses its own.
 */
final class ObjectiveFitness implements Fitness {
    private final Function<Set<Genome>, Map<Genome, Measures>> measure;
    private final Function<Genome, Long> parameters;
    private final double perDecade;
    private Optional<Measures> best = Optional.empty();
    private Optional<LossScale> scale = Optional.empty();

    /**
     * Makes a fitness.
     *
     * @param measure returns the measures of genomes, without those that failed
     * @param parameters returns a genome's number of parameters
     * @param perDecade share of what there is to learn that a ten-fold larger network must win back
     */
    ObjectiveFitness(
            Function<Set<Genome>, Map<Genome, Measures>> measure, Function<Genome, Long> parameters, double perDecade) {
        this.measure = measure;
        this.parameters = parameters;
        this.perDecade = perDecade;
    }

    /** Moves the reference to the best of what has been seen so far. */
    void beginGeneration() {
        scale = best.map(ObjectiveFitness::scaleOf);
    }

    @Override
    public Map<Genome, Double> objectives(Set<Genome> genomes) {
        Map<Genome, Measures> measured = measure.apply(genomes);
        best = Stream.concat(best.stream(), measured.values().stream()).min(Comparator.comparingDouble(Measures::loss));
        Optional<LossScale> current = scale.or(() -> best.map(ObjectiveFitness::scaleOf));
        Map<Genome, Double> objectives = new HashMap<>();
        for (Genome genome : genomes) {
            Measures measures = measured.get(genome);
            objectives.put(
                    genome,
                    measures == null ? Double.POSITIVE_INFINITY : objective(current.orElseThrow(), genome, measures));
        }
        return objectives;
    }

    private double objective(LossScale current, Genome genome, Measures measures) {
        return current.objective(measures.loss(), parameters.apply(genome), perDecade);
    }

    private static LossScale scaleOf(Measures best) {
        return new LossScale(best.constantLoss(), best.loss());
    }
}
