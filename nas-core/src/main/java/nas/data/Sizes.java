package nas.data;

import com.google.common.math.LongMath;
import java.math.RoundingMode;
import java.util.Locale;
import nas.InvalidInputException;

/** Guards what must fit one array, and the heap. */
public final class Sizes {
    /** The longest array that every JVM can make. */
    public static final int MAX_VALUES = Integer.MAX_VALUE - 8;

    private static final int GIGA = 30;

    private Sizes() {}

    /** Returns {@code rows * inputs}. */
    public static int features(String name, long rows, long inputs) {
        if (rows > MAX_VALUES / inputs) {
            throw new InvalidInputException(name + " must have at most " + MAX_VALUES
                    + " values (rows times inputs), but has at least " + rows + " rows of " + inputs + " inputs");
        }
        return (int) (rows * inputs);
    }

    /**
     * Refuses, before anything is allocated, data that would leave too little of this process's heap.
     *
     * @param what names the data in the message, in the plural: {@code housing.csv: 20640 rows of 9 columns}
     * @param bytes the memory that they need, about
     * @throws InvalidInputException if that is more than two thirds of the heap, of which training needs a part as well,
     *     and some collectors can give no more to what stays
     */
    public static void checkMemory(String what, long bytes) {
        checkMemory(what, bytes, Runtime.getRuntime().maxMemory());
    }

    /** The same for a heap that can grow to so many bytes. */
    static void checkMemory(String what, long bytes, long heap) {
        long room = heap / 3 * 2;
        if (bytes > room) {
            throw new InvalidInputException(what + " must fit two thirds of the heap, " + gigabytes(room)
                    + ", but need about " + gigabytes(bytes) + "; run with NAS_JAVA_OPTS=-Xmx" + heapFor(bytes) + "g");
        }
    }

    /** Returns a whole number of GB that is enough even though some collectors keep a part of what they are given. */
    private static long heapFor(long bytes) {
        return LongMath.divide(LongMath.saturatedAdd(bytes, bytes / 5 * 3), 1L << GIGA, RoundingMode.UP);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f GB", (double) bytes / (1L << GIGA));
    }
}
