package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Describes exactly how a raw row becomes network inputs and what the outputs stand for; enough to treat a new row as
 * the training rows were treated. All numbers are fitted on training rows only.
 *
 * @param inputNames one name per network input, in order
 * @param inputs how raw inputs are encoded
 * @param target what the outputs stand for
 */
public record Preprocessing(List<String> inputNames, InputEncoding inputs, TargetEncoding target) {
    /**
     * Copies the list of names.
     *
     * @throws IllegalArgumentException if the names and the encoded columns are not equally many
     */
    public Preprocessing {
        inputNames = ImmutableList.copyOf(inputNames);
        if (inputs instanceof InputEncoding.Columns columns
                && columns.standardisations().size() != inputNames.size()) {
            throw new IllegalArgumentException("inputNames must be as many as standardised columns, but were "
                    + inputNames.size() + " and " + columns.standardisations().size());
        }
    }

    /** Returns the description of inputs that are used as they are; they are named {@code x0}, {@code x1}, … */
    public static Preprocessing none(int inputs, TargetEncoding target) {
        List<String> names = numbered("x", inputs);
        List<Standardisation> columns = Collections.nCopies(inputs, Standardisation.NONE);
        return new Preprocessing(names, new InputEncoding.Columns(columns), target);
    }

    /**
     * Returns the network inputs of a raw row.
     *
     * @throws IllegalArgumentException if the row's length is not the number of inputs
     */
    public float[] apply(double[] raw) {
        if (raw.length != inputNames.size()) {
            throw new IllegalArgumentException("row must have " + inputNames.size() + " inputs, but has " + raw.length);
        }
        float[] encoded = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            encoded[i] = inputs.input(i).apply(raw[i]);
        }
        return encoded;
    }

    /** Returns so many names, a prefix and a number from 0. */
    public static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(ImmutableList.toImmutableList());
    }
}
