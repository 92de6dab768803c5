package nas.evolve;

/** All strategies, one line each. */
public final class Strategies {
    private Strategies() {}

    /** Makes a strategy that has not said anything yet. */
    public static Strategy of(StrategyKind kind, StrategySetup setup) {
        return switch (kind) {
            case EVOLUTION -> new Evolution(setup);
            case RANDOM -> new RandomStrategy(setup);
            case GRID -> new GridStrategy(setup);
            case HALVING -> new HalvingStrategy(setup);
        };
    }
}
