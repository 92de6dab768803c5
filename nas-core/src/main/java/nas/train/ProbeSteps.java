package nas.train;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.data.Dataset;
import nas.train.blas.BareProducts;
import nas.train.blas.Workspaces;

/**
 * Training steps of one network over generated rows, an epoch at a time and without end, for a stopwatch. Opened, run
 * and closed on one thread.
 */
public final class ProbeSteps implements AutoCloseable {
    /** Steps of an epoch. */
    public static final int PER_EPOCH = 100;

    /** Number of generated rows: more than fit any cache. */
    static final int ROWS = 12_800;

    /** Different orders of rows; they are made beforehand, since shuffling is no part of a step. */
    private static final int ORDERS = 8;

    private static final long SEED = 1;

    private final BooleanSupplier epoch;
    private final Runnable closing;

    private ProbeSteps(BooleanSupplier epoch, Runnable closing) {
        this.epoch = epoch;
        this.closing = closing;
    }

    /** Whose steps they are. */
    public enum Kind {
        /** The engine {@code blas}. */
        BLAS,
        /** The engine {@code blas} on features that are held as bytes, as those of images are. */
        BLAS_BYTES,
        /** The engine {@code dl4j}. */
        DL4J,
        /** Only the matrix products that a step needs. */
        SGEMM
    }

    /** Makes rows and network ready; nothing of this is a part of a step. The caller closes the steps. */
    public static ProbeSteps open(Kind kind, ProbeNetwork network) {
        Dataset noise = kind == Kind.BLAS_BYTES
                ? ProbeRows.ofBytes(network.inputs(), ROWS)
                : ProbeRows.of(network.inputs(), ROWS);
        return open(kind, network, noise);
    }

    /** Makes the network ready for given rows. */
    static ProbeSteps open(Kind kind, ProbeNetwork network, Dataset data) {
        return switch (kind) {
            case BLAS, BLAS_BYTES -> blas(network, data);
            case DL4J -> of(new Dl4jTraining(data, plan(network), null), data, network, () -> {});
            case SGEMM -> products(network);
        };
    }

    /**
     * Runs the steps of one epoch, {@link #PER_EPOCH} of them, each on a batch of its own.
     *
     * @throws IllegalStateException if the network diverges, after which steps are no measure of anything
     */
    public void runEpoch() {
        if (!epoch.getAsBoolean()) {
            throw new IllegalStateException("the network of the speed probe has diverged");
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    private static TrainingPlan plan(ProbeNetwork network) {
        return new TrainingPlan(network.genome(), SEED, PER_EPOCH * network.batch(), Integer.MAX_VALUE);
    }

    private static ProbeSteps blas(ProbeNetwork network, Dataset data) {
        Workspaces workspaces = new Workspaces();
        try {
            return of(new BlasTraining(data, plan(network), workspaces, null), data, network, workspaces::close);
        } catch (RuntimeException | Error e) {
            workspaces.close();
            throw e;
        }
    }

    private static ProbeSteps of(Training training, Dataset data, ProbeNetwork network, Runnable closing) {
        int[][] orders = IntStream.range(0, ORDERS)
                .mapToObj(seed -> order(data.rows(), PER_EPOCH * network.batch(), seed))
                .toArray(int[][]::new);
        return new ProbeSteps(() -> Double.isFinite(training.advance(orders[training.epochs() % ORDERS])), () -> {
            training.close();
            closing.run();
        });
    }

    /** Returns so many rows at random, each as often as any other or once more. */
    private static int[] order(int rows, int length, long seed) {
        int[] permutation = Seeds.permutation(rows, seed);
        return IntStream.range(0, length).map(i -> permutation[i % rows]).toArray();
    }

    private static ProbeSteps products(ProbeNetwork network) {
        BareProducts products = new BareProducts(network.batch(), network.widths());
        return new ProbeSteps(
                () -> {
                    for (int step = 0; step < PER_EPOCH; step++) {
                        products.step();
                    }
                    return true;
                },
                products::close);
    }
}
