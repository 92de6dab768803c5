package nas.bench;

import java.util.concurrent.TimeUnit;
import nas.train.ProbeNetwork;
import nas.train.ProbeSteps;
import nas.train.SpeedProbe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step, gathering its batch included. With {@code -prof gc}, {@code gc.alloc.rate.norm} is the number of
 * bytes that a step allocates on the heap; opening a training is no part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrainingStepBenchmark {
    /** Who makes the step. */
    @Param({"BLAS", "BLAS_BYTES", "DL4J", "SGEMM"})
    public ProbeSteps.Kind kind = ProbeSteps.Kind.BLAS;

    /** Name of the network, one of those of {@code nas bench}. */
    @Param({"10-16-16-10", "784-32-10", "784-128-64-10", "784-512-512-10"})
    public String network = "10-16-16-10";

    @SuppressWarnings("NullAway.Init") // JMH has open() called first
    private ProbeSteps steps;

    /** Makes the training ready. */
    @Setup
    public void open() {
        ProbeNetwork chosen = SpeedProbe.Effort.FULL.networks().stream()
                .filter(known -> known.label().equals(network))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no network " + network));
        steps = ProbeSteps.open(kind, chosen);
    }

    /** Runs an epoch of steps. */
    @Benchmark
    @OperationsPerInvocation(ProbeSteps.PER_EPOCH)
    public void step() {
        steps.runEpoch();
    }

    /** Frees what the training holds. */
    @TearDown
    public void close() {
        steps.close();
    }
}
