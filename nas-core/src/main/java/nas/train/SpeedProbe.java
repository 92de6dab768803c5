package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nas.data.Dataset;

/**
 * Measures how fast this machine trains. What is compared takes turns, so that a slow minute of the machine slows all of
 * it, and ratios are taken within a turn. Figures are medians.
 */
public final class SpeedProbe {
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final Effort effort;

    public SpeedProbe(Effort effort) {
        this.effort = effort;
    }

    /**
     * What to measure, and how thoroughly.
     *
     * @param networks whose steps, from small to large
     * @param rows generated rows, at least 5
     * @param rounds how often those that are compared take turns, at least 1
     * @param limit after how long a measurement makes do with fewer rounds, but with 3 at least
     * @param warmUp for how long each runs before the first round, and then for one epoch at least
     * @param turn for how long a turn lasts, but at least for one epoch
     * @param trials trials in a set for throughput, at least 1
     */
    public record Effort(
            List<ProbeNetwork> networks,
            int rows,
            int rounds,
            Duration limit,
            Duration warmUp,
            Duration turn,
            int trials) {
        private static final int MIN_ROUNDS = 3;

        /** Takes most of a minute, on the networks by which the engines are judged. */
        public static final Effort FULL = new Effort(
                List.of(
                        new ProbeNetwork(10, List.of(16, 16), 32),
                        new ProbeNetwork(784, List.of(32), 128),
                        new ProbeNetwork(784, List.of(128, 64), 128),
                        new ProbeNetwork(784, List.of(512, 512), 128)),
                ProbeSteps.ROWS,
                9,
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                30);

        /** @throws IllegalArgumentException if a number is below its limit */
        public Effort {
            networks = ImmutableList.copyOf(networks);
            checkArgument(rows >= 5, "rows must be >= 5, but was %s", rows);
            checkArgument(
                    rounds >= 1 && trials >= 1, "rounds and trials must be >= 1, but were %s, %s", rounds, trials);
        }

        /** Tells whether so many rounds, the first of which began at a nano time, are enough. */
        boolean isEnough(int done, long began) {
            return done >= rounds || (done >= MIN_ROUNDS && System.nanoTime() - began >= limit.toNanos());
        }
    }

    /**
     * What one training step costs on one thread.
     *
     * @param network whose step
     * @param blasMicroseconds with the engine {@code blas}
     * @param dl4jMicroseconds with the engine {@code dl4j}
     * @param sgemmMicroseconds the matrix products alone
     * @param blasVsDl4j how many steps {@code blas} does while {@code dl4j} does one
     * @param sgemmShare what part of a step of {@code blas} its matrix products alone would take
     */
    public record StepTimes(
            ProbeNetwork network,
            double blasMicroseconds,
            double dl4jMicroseconds,
            double sgemmMicroseconds,
            double blasVsDl4j,
            double sgemmShare) {
        static StepTimes of(ProbeNetwork network, List<Round> rounds) {
            return new StepTimes(
                    network,
                    median(rounds, Round::blas),
                    median(rounds, Round::dl4j),
                    median(rounds, Round::sgemm),
                    median(rounds, round -> round.dl4j / round.blas),
                    median(rounds, round -> round.sgemm / round.blas));
        }
    }

    /** Microseconds per step of those that are compared. */
    record Round(double blas, double sgemm, double dl4j) {}

    /** Measures the steps of a network, on the calling thread. */
    public StepTimes steps(ProbeNetwork network) {
        Dataset data = ProbeRows.of(network.inputs(), effort.rows);
        try (ProbeSteps blas = ProbeSteps.open(ProbeSteps.Kind.BLAS, network, data);
                ProbeSteps sgemm = ProbeSteps.open(ProbeSteps.Kind.SGEMM, network, data);
                ProbeSteps dl4j = ProbeSteps.open(ProbeSteps.Kind.DL4J, network, data)) {
            for (ProbeSteps steps : List.of(blas, sgemm, dl4j)) {
                microseconds(steps, effort.warmUp);
            }
            List<Round> rounds = new ArrayList<>();
            long began = System.nanoTime();
            while (!effort.isEnough(rounds.size(), began)) {
                rounds.add(new Round(
                        microseconds(blas, effort.turn),
                        microseconds(sgemm, effort.turn),
                        microseconds(dl4j, effort.turn)));
            }
            return StepTimes.of(network, rounds);
        }
    }

    /**
     * Measures how many trials one worker and several end in a second.
     *
     * @param workers how many several are, at least 1
     * @throws IllegalStateException if a trial fails
     */
    public Throughput throughput(int workers) {
        return Throughput.measure(effort, workers);
    }

    private static double microseconds(ProbeSteps steps, Duration atLeast) {
        long began = System.nanoTime();
        long done = 0;
        long elapsed;
        do {
            steps.runEpoch();
            done += ProbeSteps.PER_EPOCH;
            elapsed = System.nanoTime() - began;
        } while (elapsed < atLeast.toNanos());
        return elapsed / NANOS_PER_MICROSECOND / done;
    }

    /** Returns the middle one of the rounds' figures, or the mean of the two in the middle. */
    static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] figures = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = figures.length / 2;
        return Arrays.stream(figures, (figures.length - 1) / 2, middle + 1)
                .average()
                .orElseThrow();
    }
}
