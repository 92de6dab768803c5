package nas.bench;

import nas.evolve.StrategyKind;
import nas.run.RungSettings;

/** Who searches a table. */
enum SearchMethod {
    /** Random genomes, all trained to the highest rung. */
    RANDOM("random", StrategyKind.RANDOM, false),
    /** Random genomes, of which the better ones are trained on. */
    RANDOM_RUNGS("random, rungs", StrategyKind.RANDOM, true),
    /** A genetic algorithm, all of whose genomes are trained to the highest rung. */
    EVOLUTION("evolution", StrategyKind.EVOLUTION, false),
    /** A genetic algorithm as a search uses it. */
    EVOLUTION_RUNGS("evolution, rungs", StrategyKind.EVOLUTION, true),
    /** The practitioners' method, which draws nothing, so that all its searches are one. */
    HALVING("halving (draws nothing)", StrategyKind.HALVING, false);

    private final String label;
    private final StrategyKind strategy;
    private final boolean hasRungs;

    SearchMethod(String label, StrategyKind strategy, boolean hasRungs) {
        this.label = label;
        this.strategy = strategy;
        this.hasRungs = hasRungs;
    }

    /** Returns its name for people. */
    String label() {
        return label;
    }

    /** Returns how it chooses. */
    StrategyKind strategy() {
        return strategy;
    }

    /** Tells whether its searches differ by their seeds. */
    boolean isRandom() {
        return this != HALVING;
    }

    /** Returns the rungs at which it trains a task's genomes. */
    RungSettings rungs(TabularTask task) {
        return hasRungs ? task.rungs() : task.noRungs();
    }
}
