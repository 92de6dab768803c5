package nas.export.pytorch;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.trial.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * An array of float32 as NumPy has it in a file, in version 1.0 of its format (R. Kern, "A simple file format for NumPy
 * arrays", NumPy Enhancement Proposal 1, 2007): a magic text and the version; the length of the header as two bytes, the lower
 * one first; the header, a Python dict in ASCII that is filled with blanks and ends with a newline so that the numbers begin at
 * a multiple of 64; the numbers, row-major, the lowest byte of each first.
 *
 * @param shape the sizes of its dimensions
 * @param values the numbers, row-major
 */
record NpyArray(List<Integer> shape, FloatVector values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int BEFORE_HEADER = MAGIC.length + Short.BYTES;
    private static final int ALIGNMENT = 64;
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\n");

    /** @throws IllegalArgumentException if there are not as many numbers as the shape says */
    NpyArray {
        shape = ImmutableList.copyOf(shape);
        long size = shape.stream().mapToLong(each -> each).reduce(1, Math::multiplyExact);
        checkArgument(values.size() == size, "values must be %s, but were %s", size, values.size());
    }

    /** Returns the array as a file. */
    byte[] bytes() {
        byte[] header = header();
        int size = Math.addExact(BEFORE_HEADER + header.length, Math.multiplyExact(values.size(), Float.BYTES));
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) header.length).put(header);
        bytes.asFloatBuffer().put(values.toArray());
        return bytes.array();
    }

    private byte[] header() {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String text =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + (shape.size() == 1 ? "," : "") + "), }";
        int blanks = Math.floorMod(-(BEFORE_HEADER + text.length() + 1), ALIGNMENT);
        return (text + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the array that a file holds.
     *
     * @throws IllegalArgumentException if it holds none, or one of another version, type or order than {@link #bytes} writes
     */
    static NpyArray of(byte[] file) {
        checkArgument(
                file.length >= BEFORE_HEADER && Arrays.mismatch(file, MAGIC) == MAGIC.length,
                "array must be of version 1.0 of NumPy's format, but is not");
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int length = Short.toUnsignedInt(bytes.getShort());
        int end = Math.min(BEFORE_HEADER + length, file.length);
        String header = new String(file, BEFORE_HEADER, end - BEFORE_HEADER, StandardCharsets.US_ASCII);
        Matcher matcher = HEADER.matcher(header);
        checkArgument(matcher.matches(), "array must be float32 and row-major, but its header is %s", header);
        float[] values = new float[(file.length - end) / Float.BYTES];
        bytes.position(end).asFloatBuffer().get(values);
        return new NpyArray(sizes(matcher.group(1)), FloatVector.copyOf(values));
    }

    private static List<Integer> sizes(String text) {
        return Stream.of(text.split("[, ]+"))
                .map(size -> checked(Ints.tryParse(size), text))
                .toList();
    }

    private static int checked(@Nullable Integer size, String text) {
        checkArgument(size != null, "shape must be sizes, but was %s", text);
        return size;
    }
}
