package nas.train.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nas.data.ByteRows;
import nas.data.Features;
import nas.data.Standardisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchInputTest {
    private static final int ROWS = 50;
    private static final int INPUTS = 130;
    private static final int[] ORDER = {49, 3, 3, 0, 17, 48, 32, 31};

    private final Workspaces workspaces = new Workspaces();

    @AfterEach
    void free_memory() {
        workspaces.close();
    }

    @ParameterizedTest
    @MethodSource("features")
    void rows_are_gathered_in_the_order_that_is_asked_for(Features features) {
        Workspace workspace = workspaces.lend();
        NativeFloats matrix = workspace.floats(5 * INPUTS);
        BatchInput.of(features, workspace).gather(ORDER, 2, 5, matrix);
        float[] row = new float[INPUTS];
        for (int i = 0; i < 5; i++) {
            matrix.read(i * INPUTS, row, INPUTS);
            assertThat(row).isEqualTo(features.row(ORDER[2 + i]));
        }
    }

    @Test
    void rows_that_are_longer_than_what_is_read_ahead_are_gathered() {
        byte[] bytes = new byte[3 * 100_000];
        new SplittableRandom(1).nextBytes(bytes);
        Features features = Features.Bytes.of(ByteRows.of(bytes, 100_000), new Standardisation(120, 70));
        Workspace workspace = workspaces.lend();
        NativeFloats matrix = workspace.floats(3 * 100_000);
        BatchInput.of(features, workspace).gather(new int[] {2, 0, 1}, 0, 3, matrix);
        float[] row = new float[100_000];
        matrix.read(2 * 100_000, row, 100_000);
        assertThat(row).isEqualTo(features.row(1));
    }

    static List<Features> features() {
        byte[] bytes = new byte[ROWS * INPUTS];
        new SplittableRandom(1).nextBytes(bytes);
        float[] floats = new float[bytes.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = bytes[i] / 3f;
        }
        return List.of(
                new Features.Floats(floats, INPUTS),
                Features.Bytes.of(ByteRows.of(bytes, INPUTS), new Standardisation(120, 70)),
                Features.Bytes.of(blocks(bytes), new Standardisation(120, 70)));
    }

    private static ByteRows blocks(byte[] bytes) {
        byte[] first = Arrays.copyOf(bytes, 32 * INPUTS);
        return new ByteRows(List.of(first, Arrays.copyOfRange(bytes, 32 * INPUTS, bytes.length)), 5, INPUTS);
    }
}
