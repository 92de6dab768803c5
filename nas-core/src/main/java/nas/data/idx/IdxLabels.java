package nas.data.idx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import nas.InvalidInputException;

/**
 * What a file of labels holds.
 *
 * @param file where they were read
 * @param offset where in the file they begin
 * @param values one byte for each image
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
record IdxLabels(Path file, int offset, byte[] values) {
    int count() {
        return values.length;
    }

    /**
     * Returns the labels that occur.
     *
     * @throws InvalidInputException if there is only one
     */
    BitSet distinct() {
        BitSet known = new BitSet();
        for (byte label : values) {
            known.set(Byte.toUnsignedInt(label));
        }
        if (known.cardinality() < 2) {
            throw IdxStream.error(
                    file,
                    offset,
                    "labels must have at least 2 classes, but all " + count() + " are " + known.nextSetBit(0));
        }
        return known;
    }

    /**
     * Writes what these labels are among known ones, in their order, from a position on.
     *
     * @throws InvalidInputException if one is not known
     */
    void index(BitSet known, int[] classes, int from) {
        int[] names = known.stream().toArray();
        int[] classOf = new int[1 << Byte.SIZE];
        for (int i = 0; i < names.length; i++) {
            classOf[names[i]] = i;
        }
        for (int i = 0; i < values.length; i++) {
            int value = Byte.toUnsignedInt(values[i]);
            if (!known.get(value)) {
                throw IdxStream.error(
                        file,
                        offset + (long) i,
                        "label must be one of the training labels " + Arrays.toString(names) + ", but was " + value);
            }
            classes[from + i] = classOf[value];
        }
    }
}
