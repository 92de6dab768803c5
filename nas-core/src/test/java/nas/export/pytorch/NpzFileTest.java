package nas.export.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import nas.trial.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
    private static final NpyArray MATRIX = new NpyArray(
            List.of(2, 3), FloatVector.copyOf(new float[] {1, -0f, Float.MIN_VALUE, 1e30f, Float.NaN, 0.1f}));
    private static final NpyArray VECTOR = new NpyArray(List.of(1), FloatVector.copyOf(new float[] {1}));

    @TempDir
    Path temporary;

    /** What NumPy 1.24 writes of {@code numpy.ones(1, dtype="<f4")}. */
    @Test
    void an_array_has_the_bytes_that_numpy_gives_it() {
        String header = "\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }";
        String bytes = header + " ".repeat(127 - header.length()) + "\n\0\0\u0080?";
        assertThat(VECTOR.bytes()).isEqualTo(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void what_is_read_is_what_was_written() throws IOException {
        ImmutableMap<String, NpyArray> arrays = ImmutableMap.of("b.weight", MATRIX, "a.bias", VECTOR);
        Path file = temporary.resolve("a.npz");
        NpzFile.write(file, arrays);
        assertThat(NpzFile.read(file)).isEqualTo(arrays);
    }

    @Test
    void equal_arrays_make_equal_files_in_every_time_zone() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        try {
            NpzFile.write(temporary.resolve("a.npz"), ImmutableMap.of("a", MATRIX));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            NpzFile.write(temporary.resolve("b.npz"), ImmutableMap.of("a", MATRIX));
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(temporary.resolve("a.npz")).hasSameBinaryContentAs(temporary.resolve("b.npz"));
        assertThat(Files.size(temporary.resolve("a.npz"))).isLessThan(300);
    }

    @Test
    void what_is_no_such_array_is_refused() {
        byte[] bytes = MATRIX.bytes();
        refused(Arrays.copyOf(bytes, 5), "array must be of version 1.0 of NumPy's format, but is not");
        refused(Arrays.copyOf(bytes, 60), "array must be float32 and row-major, but its header is {'descr'");
        refused(Arrays.copyOf(bytes, bytes.length - 1), "values must be 6, but were 5");
        byte[] doubles = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("<f4", "<f8")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(doubles, "array must be float32 and row-major, but its header is {'descr': '<f8'");
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> NpyArray.of(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
