package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

/** What textbooks propose for the number of hidden units, from the numbers of inputs and outputs alone. */
public enum RuleOfThumb {
    /** Two thirds of the inputs, and the outputs. */
    TWO_THIRDS("2/3") {
        @Override
        double exactly(int inputs, int outputs) {
            return 2.0 * inputs / 3 + outputs;
        }
    },
    /** A number between inputs and outputs: their mean. */
    BETWEEN("between") {
        @Override
        double exactly(int inputs, int outputs) {
            return (inputs + (double) outputs) / 2;
        }
    },
    /** Fewer than twice the inputs: one less. */
    TWICE("twice") {
        @Override
        double exactly(int inputs, int outputs) {
            return 2.0 * inputs - 1;
        }
    };

    private final String word;

    RuleOfThumb(String word) {
        this.word = word;
    }

    /** Returns its name in results and journals. */
    public String word() {
        return word;
    }

    /** Returns what names it as the reason why a genome was proposed. */
    public String reason() {
        return "rule " + word;
    }

    /**
     * Returns the hidden units that it asks for, rounded half up, at least 1 and at most the largest {@code int}.
     *
     * @throws IllegalArgumentException if {@code inputs} or {@code outputs} is below 1
     */
    public int units(int inputs, int outputs) {
        checkArgument(inputs >= 1 && outputs >= 1, "inputs and outputs must be >= 1, but were %s, %s", inputs, outputs);
        return (int) Math.min(Integer.MAX_VALUE, Math.round(exactly(inputs, outputs)));
    }

    abstract double exactly(int inputs, int outputs);
}
