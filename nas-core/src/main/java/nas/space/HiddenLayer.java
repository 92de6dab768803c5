package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * One hidden layer.
 *
 * @param units number of units, at least 1
 * @param activation what each unit does with its weighted sum
 * @param dropout probability of dropping a unit of this layer's output while training, in [0, 1)
 */
public record HiddenLayer(int units, Activation activation, double dropout) {
    /** @throws IllegalArgumentException if units or dropout are out of range */
    public HiddenLayer {
        checkArgument(units >= 1, "units must be >= 1, but was %s", units);
        checkArgument(dropout >= 0 && dropout < 1, "dropout must be >= 0 and < 1, but was %s", dropout);
        dropout = dropout + 0.0; // -0.0 and 0.0 are the same choice
    }

    /** Returns this layer with another number of units. */
    public HiddenLayer withUnits(int newUnits) {
        return new HiddenLayer(newUnits, activation, dropout);
    }

    /** Returns a short form for people, such as {@code 24 elu} or {@code 24 elu (dropout 0.1)}. */
    public String label() {
        return units + " " + activation.word() + (dropout > 0 ? " (dropout " + dropout + ")" : "");
    }
}
