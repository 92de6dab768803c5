package nas.evolve;

import java.util.Locale;

/** How a search chooses what to try next. */
public enum StrategyKind {
    /** A genetic algorithm. */
    EVOLUTION,
    /** Random genomes. */
    RANDOM,
    /** Every genome of the space, in a fixed order. */
    GRID,
    /** The practitioners' method: a network that over-fits, its widths halved until it is no longer good enough. */
    HALVING;

    /** Tells whether a front that stands still says that there is little left to find. */
    public boolean canStagnate() {
        return switch (this) {
            case EVOLUTION, RANDOM -> true;
            case GRID, HALVING -> false;
        };
    }

    /** Returns the word used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
