package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import nas.data.ByteRows;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.Preprocessing;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.Targets;
import nas.space.Activation;
import nas.space.Clipping;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlasTrainerTest {
    private static final int ROWS = 40;
    private static final int INPUTS = 6;
    private static final int BATCH = 16;
    private static final int[] ORDER = IntStream.range(0, ROWS).toArray();
    private static final Topology TOPOLOGY = new Topology(
            INPUTS,
            List.of(new HiddenLayer(9, Activation.ELU, 0.2), new HiddenLayer(7, Activation.SELU, 0.1)),
            3,
            Loss.CROSS_ENTROPY);

    private final Workspaces workspaces = new Workspaces();
    private final FloatPointer parameters = new FloatPointer(TOPOLOGY.parameters());

    @AfterEach
    void free_memory() {
        workspaces.close();
        parameters.close();
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void a_step_allocates_nothing(Optimizer optimizer) {
        Recipe recipe = new Recipe(optimizer, 0.001, BATCH)
                .withRegularisation(new Regularisation(1e-5, 1e-5, 1e-5))
                .withClipping(new Clipping(Clipping.Kind.NORM, 1));
        allocatesNothing(trainer(recipe, data(1)));
    }

    @Test
    void a_step_on_bytes_allocates_nothing() {
        allocatesNothing(trainer(Recipe.DEFAULT, bytes(bytes -> bytes)));
    }

    @Test
    void bytes_train_as_the_floats_that_they_stand_for() {
        Dataset floats = bytes(bytes -> {
            float[] values = new float[ROWS * INPUTS];
            for (int row = 0; row < ROWS; row++) {
                bytes.copy(row, values, row * INPUTS);
            }
            return new Features.Floats(values, INPUTS);
        });
        assertThat(trained(bytes(bytes -> bytes))).isEqualTo(trained(floats));
    }

    /** What a step allocated would add up to more than one byte a step. */
    private static void allocatesNothing(BlasTrainer trainer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        train(trainer, 0, 500);
        long before = threads.getCurrentThreadAllocatedBytes();
        train(trainer, 500, 2500);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    /** Inputs that stay 0 leave their weights and the moments of these to decay: 2,000 steps take them far below 1e-38. */
    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void nothing_decays_into_subnormal_numbers(Optimizer optimizer) {
        Recipe recipe = new Recipe(optimizer, 0.001, BATCH).withRegularisation(new Regularisation(0, 0, 100));
        float[] restored = new float[trainer(recipe, data(0)).optimizerState().length];
        Arrays.fill(restored, 1e-3f);
        BlasTrainer trainer = trainer(recipe, data(0));
        trainer.restoreOptimizer(restored);
        train(trainer, 0, 2000);
        for (float value : trainer.optimizerState()) {
            assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL)
                    .as("%s", value)
                    .isTrue();
        }
    }

    @Test
    void buffers_that_others_have_used_change_nothing() {
        float[] alone = trained(data(1));
        try (Workspace workspace = workspaces.lend()) {
            for (int i = 0; i < 40; i++) {
                Arrays.fill(workspace.array(5000), Float.NaN);
                NativeFloats floats = workspace.floats(5000);
                float[] dirt = new float[floats.size()];
                Arrays.fill(dirt, Float.NaN);
                floats.write(0, dirt, dirt.length);
            }
        }
        assertThat(trained(data(1))).isEqualTo(alone);
    }

    @Test
    void parameters_stay_where_they_are_once_the_loss_is_no_number() {
        BlasTrainer trainer = trainer(Recipe.DEFAULT, data(1));
        parameters.put(0, Float.NaN);
        float[] before = values();
        assertThat(trainer.step(ORDER, 0, BATCH, 0, 0.1)).isNaN();
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void what_can_never_fit_is_out_of_memory_before_anything_is_made() {
        HiddenLayer huge = new HiddenLayer(1 << 20, Activation.RELU, 0);
        Topology topology = new Topology(INPUTS, List.of(huge, huge), 3, Loss.CROSS_ENTROPY);
        BlasTrainer.Course course = new BlasTrainer.Course(topology, Recipe.DEFAULT, BATCH, 3);
        assertThatThrownBy(() -> BlasTrainer.checkHeap(course))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessageContaining("1099523162115 parameters");
    }

    private float[] trained(Dataset data) {
        try (Workspace workspace = workspaces.lend()) {
            train(trainer(workspace, Recipe.DEFAULT, data), 0, 20);
            return values();
        }
    }

    private BlasTrainer trainer(Recipe recipe, Dataset data) {
        return trainer(workspaces.lend(), recipe, data);
    }

    private BlasTrainer trainer(Workspace workspace, Recipe recipe, Dataset data) {
        Random random = new Random(5);
        for (int i = 0; i < TOPOLOGY.parameters(); i++) {
            parameters.put(i, (float) (0.3 * random.nextGaussian()));
        }
        return new BlasTrainer(workspace, data, new BlasTrainer.Course(TOPOLOGY, recipe, BATCH, 3), parameters);
    }

    private static void train(BlasTrainer trainer, int fromStep, int toStep) {
        for (int step = fromStep; step < toStep; step++) {
            int from = step % 3 * BATCH;
            trainer.step(ORDER, from, Math.min(BATCH, ROWS - from), step, 0.001);
        }
    }

    private float[] values() {
        float[] values = new float[TOPOLOGY.parameters()];
        parameters.get(values);
        return values;
    }

    private static Dataset data(float scale) {
        Random random = new Random(2);
        float[] features = new float[ROWS * INPUTS];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (scale * random.nextGaussian());
        }
        return data(new Features.Floats(features, INPUTS), random);
    }

    private static Dataset bytes(Function<Features.Bytes, Features> held) {
        Random random = new Random(2);
        byte[] features = new byte[ROWS * INPUTS];
        random.nextBytes(features);
        return data(held.apply(Features.Bytes.of(ByteRows.of(features, INPUTS), new Standardisation(127, 74))), random);
    }

    private static Dataset data(Features features, Random random) {
        Targets targets = new Targets.Classes(random.ints(ROWS, 0, 3).toArray(), List.of("a", "b", "c"));
        return Dataset.of(
                "random",
                new Dataset.Rows(features, targets),
                new Split(ORDER, new int[0], new int[0]),
                Preprocessing.none(INPUTS, targets.encoding()));
    }
}
