package nas.cli;

import com.google.common.primitives.Doubles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.Split;
import nas.run.SpaceSurvey;
import nas.space.Genome;
import nas.train.Engine;
import nas.train.EngineChoice;
import nas.train.TrialProbe;
import nas.train.TrialProbe.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What a search usually takes, though it may be less or more, judged by trials that were begun: one of the smallest
 * network, one of the largest that fits and some that stand for all that the search draws.
 *
 * @param workers trainings at a time
 * @param leastTrials trainings of the whole search, the final ones included, if choosing the winner takes few
 * @param trials as many, if it takes many
 * @param smallestSeconds time that the smallest network trains; no number where that failed
 * @param meanSeconds time that networks train on average; no number where all failed
 * @param largestSeconds time that the largest network that fits trains; no number where that failed
 * @param atLeastSeconds time of the whole search, if it comes to prefer networks that train fast
 * @param atMostSeconds time of the whole search, if it comes to prefer others, and the machine is busier
 * @param dataBytes memory for the data
 * @param workerBytes memory for the training of the largest network that fits
 * @param processBytes memory that this process took at its peak, with the data read and as many trainings at a time as a
 *     search has; {@code null} where the system does not tell
 * @param failures why trials failed
 */
record SearchEstimate(
        int workers,
        long leastTrials,
        long trials,
        double smallestSeconds,
        double meanSeconds,
        double largestSeconds,
        double atLeastSeconds,
        double atMostSeconds,
        long dataBytes,
        long workerBytes,
        @Nullable Long processBytes,
        List<String> failures) {
    /** Networks that stand for all. */
    private static final int REPRESENTATIVES = 12;

    /** Of so many genomes drawn. */
    private static final int AMONG = 2_000;

    /** All trials together so take a few seconds. */
    private static final Duration LIMIT = Duration.ofMillis(250);

    /** A step costs about as much as so many products of a weight and a row, however small the network. */
    private static final double STEP = 20_000;

    /** Workers wait for each other at the end of a generation, and the machine may become busier. */
    private static final double SLOW = 1.3;

    /** Until the JVM has compiled it, everything takes longer; here it was compiled before trials were timed. */
    private static final double START_SECONDS = 1;

    /** Copies the list. */
    SearchEstimate {
        failures = List.copyOf(failures);
    }

    /**
     * Who begins the trials.
     *
     * @param engine which engine trains
     * @param workers trials at a time
     * @param timeLimit how long the search may take, or {@code null}
     * @param stopper is told how to stop them
     */
    record Probe(EngineChoice engine, int workers, @Nullable Duration timeLimit, Consumer<Runnable> stopper) {
        double limited(double seconds) {
            return timeLimit == null ? seconds : Math.min(seconds, timeLimit.toMillis() / 1e3);
        }
    }

    /**
     * Begins trials and judges by them.
     *
     * @throws nas.trial.EvaluationStoppedException if they are stopped
     */
    static SearchEstimate of(SearchPlan plan, SpaceSurvey survey, Probe probe) {
        List<Genome> some = representatives(plan, survey, probe.engine());
        Genome largest = survey.repaired(survey.largest());
        List<Genome> genomes = new ArrayList<>(some); // once to warm up
        genomes.addAll(some);
        genomes.add(survey.smallest());
        genomes.add(largest);
        TrialProbe trials = new TrialProbe(
                plan.data(),
                probe.engine(),
                new TrialProbe.Pace(probe.workers(), plan.settings().finalists().epochs(), LIMIT));
        probe.stopper().accept(trials::stop);
        List<Timing> timings = trials.run(genomes);
        return judged(plan, survey, probe, timings.subList(some.size(), timings.size()));
    }

    /** Evenly spread over all, ordered by who trains them and by what they cost. */
    private static List<Genome> representatives(SearchPlan plan, SpaceSurvey survey, EngineChoice choice) {
        Split split = plan.data().ofOneTrial().split();
        List<Genome> drawn = survey.drawn().stream()
                .limit(AMONG)
                .map(survey::repaired)
                .sorted(Comparator.comparing((Genome genome) -> choice.engine(genome) == Engine.DL4J)
                        .thenComparingDouble(genome -> cost(genome, survey, split.train().length)))
                .toList();
        return IntStream.range(0, REPRESENTATIVES)
                .mapToObj(i -> drawn.get((2 * i + 1) * drawn.size() / (2 * REPRESENTATIVES)))
                .toList();
    }

    private static double cost(Genome genome, SpaceSurvey survey, int rows) {
        return (double) survey.parameters(genome) * rows + STEP * TrialProbe.steps(genome, rows);
    }

    private static SearchEstimate judged(SearchPlan plan, SpaceSurvey survey, Probe probe, List<Timing> timings) {
        double[] some = timings.subList(0, REPRESENTATIVES).stream()
                .filter(timing -> !timing.isFailed())
                .mapToDouble(Timing::seconds)
                .sorted()
                .toArray();
        double mean = mean(some, 0, some.length);
        double smallest = seconds(timings.get(REPRESENTATIVES));
        double largest = seconds(timings.get(REPRESENTATIVES + 1));
        Workload work = Workload.of(plan.settings(), plan.data(), survey);
        int epochs = plan.settings().finalists().epochs();
        double fast = mean(some, 0, (some.length + 1) / 2) / epochs;
        double slow = mean(some, some.length / 2, some.length) / epochs;
        double first = (work.smallestEpochs() * or(smallest, mean) + work.largestEpochs() * or(largest, mean)) / epochs;
        double least = (work.least().epochs() * fast + first) / probe.workers();
        double most = (work.most().epochs() * slow + first) / probe.workers();
        return new SearchEstimate(
                probe.workers(),
                work.least().trials(),
                work.most().trials(),
                smallest,
                mean,
                largest,
                probe.limited(least),
                probe.limited(START_SECONDS + SLOW * most),
                dataBytes(plan.data()),
                workerBytes(plan, survey),
                ProcessMemory.peakBytes().stream().boxed().findFirst().orElse(null),
                failures(timings));
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(Double.NaN);
    }

    /** What failed is taken for one like the others. */
    private static double or(double seconds, double other) {
        return Double.isNaN(seconds) ? other : seconds;
    }

    private static List<String> failures(List<Timing> timings) {
        return timings.stream()
                .filter(Timing::isFailed)
                .map(SearchEstimate::failure)
                .distinct()
                .toList();
    }

    private static String failure(Timing timing) {
        return timing.genome().architecture().label() + ": " + timing.failure();
    }

    private static double seconds(Timing timing) {
        return timing.isFailed() ? Double.NaN : timing.seconds();
    }

    /** Each fold has inputs of its own. */
    private static long dataBytes(Dataset data) {
        long cells = (long) data.rows() * data.inputs();
        long one = data.features().match(floats -> cells * Float.BYTES, bytes -> cells);
        return one * (1 + data.folds().size());
    }

    /**
     * Parameters, gradients and two moments of the optimizer, the first two also off the heap; and for each layer what goes
     * in and what comes back for a batch, on the heap and off it.
     */
    private static long workerBytes(SearchPlan plan, SpaceSurvey survey) {
        Genome largest = survey.repaired(survey.largest());
        long rows = plan.data().ofOneTrial().split().train().length;
        long batch =
                Math.min(rows, plan.settings().space().recipes().batchSizes().last());
        long units = plan.data().inputs()
                + plan.data().outputs()
                + largest.architecture().units().stream()
                        .mapToLong(each -> each)
                        .sum();
        return Float.BYTES * (6 * survey.parameters(largest) + 4 * batch * units);
    }

    /** Returns the time of the whole search in words. */
    String span() {
        if (!Doubles.isFinite(atMostSeconds)) {
            return "unknown";
        }
        String least = Figures.seconds(atLeastSeconds);
        String most = Figures.seconds(atMostSeconds);
        return least.equals(most) ? "about " + most : "about " + least + " to " + most;
    }
}
