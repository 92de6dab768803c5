package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;

/**
 * One hidden layer: a weighted sum, batch normalisation if there is any, the activation, dropout.
 *
 * @param units number of units, at least 1
 * @param activation what each unit does with its weighted sum
 * @param dropout probability of dropping a unit of this layer's output while training, in [0, 1)
 * @param dropoutKind what stands in the place of a dropped output; that of the activation where nothing is dropped
 * @param batchNorm whether the weighted sums are normalised over the batch (Ioffe & Szegedy 2015, arXiv 1502.03167); such
 *     a layer has a scale and a shift for each unit in place of its bias
 */
public record HiddenLayer(
        int units, Activation activation, double dropout, DropoutKind dropoutKind, boolean batchNorm) {
    /** @throws IllegalArgumentException if units or dropout are out of range */
    public HiddenLayer {
        checkArgument(units >= 1, "units must be >= 1, but was %s", units);
        checkArgument(dropout >= 0 && dropout < 1, "dropout must be >= 0 and < 1, but was %s", dropout);
        dropout = dropout + 0.0; // -0.0 and 0.0 are the same choice
        dropoutKind = dropout == 0 ? DropoutKind.of(activation) : dropoutKind;
    }

    /** A layer without batch normalisation and with the kind of dropout that goes with its activation. */
    public HiddenLayer(int units, Activation activation, double dropout) {
        this(units, activation, dropout, DropoutKind.of(activation), false);
    }

    /** Returns this layer with another number of units; itself if it has so many. */
    public HiddenLayer withUnits(int newUnits) {
        return newUnits == units ? this : new HiddenLayer(newUnits, activation, dropout, dropoutKind, batchNorm);
    }

    /** Returns this layer with batch normalisation, or without; itself if it is so. */
    public HiddenLayer withBatchNorm(boolean newBatchNorm) {
        return newBatchNorm == batchNorm
                ? this
                : new HiddenLayer(units, activation, dropout, dropoutKind, newBatchNorm);
    }

    /**
     * Returns the number of trainable parameters: a weight for each input and unit; for each unit a bias, or with batch
     * normalisation a scale and a shift; with {@link Activation#PRELU} a slope for each unit.
     *
     * @param inputs width of what goes into this layer
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long parameters(long inputs) {
        int besides = (batchNorm ? 2 : 1) + (activation == Activation.PRELU ? 1 : 0);
        return Math.multiplyExact(Math.addExact(inputs, besides), (long) units);
    }

    /** Returns a short form for people, such as {@code 24 elu} or {@code 24 elu (dropout 0.1)}. */
    public String label() {
        List<String> besides = new ArrayList<>();
        if (batchNorm) {
            besides.add("batch norm");
        }
        if (dropout > 0) {
            besides.add((isUsualDropout() ? "" : dropoutKind.word() + " ") + "dropout " + dropout);
        }
        return units + " " + activation.word() + (besides.isEmpty() ? "" : " (" + String.join(", ", besides) + ")");
    }

    /** Parts that were not always there are named only where they are not usual, so that keys never change. */
    String canonicalText() {
        String kind = isUsualDropout() ? "" : " " + dropoutKind.word();
        return units + " " + activation.word() + " " + dropout + kind + (batchNorm ? " batch_norm" : "") + ";";
    }

    private boolean isUsualDropout() {
        return dropoutKind == DropoutKind.of(activation);
    }
}
