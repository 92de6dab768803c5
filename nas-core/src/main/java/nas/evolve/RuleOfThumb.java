package nas.evolve;

import nas.space.Genome;

/**
 * What a rule of thumb says for some data, and the network of the space that comes nearest.
 *
 * @param name what the rule is called: {@code 2/3}, {@code between} (inputs and outputs) or {@code twice} (less than the inputs)
 * @param wantedUnits hidden units that it asks for
 * @param genome the network: one hidden layer where the space and its parameter limit allow it
 */
public record RuleOfThumb(String name, int wantedUnits, Genome genome) {
    /** Tells whether the network has other units than the rule asks for. */
    public boolean isClipped() {
        return genome.architecture().depth() == 0 || units() != wantedUnits;
    }

    /** Returns a sentence such as {@code 2/3 rule: 533 units, clipped to 256}. */
    public String text() {
        String clipped = genome.architecture().depth() == 0 ? "no hidden layer" : Integer.toString(units());
        return name + " rule: " + wantedUnits + " units" + (isClipped() ? ", clipped to " + clipped : "");
    }

    /** Returns what a proposal calls it, such as {@code rule 2/3}. */
    String word() {
        return "rule " + name;
    }

    private int units() {
        return genome.architecture().layers().get(0).units();
    }
}
