package nas.evolve;

import java.util.List;
import nas.space.SearchSpace;

/**
 * A move with its name and how often it is made.
 *
 * @param word what a proposal calls it
 * @param rate how probably an offspring undergoes it, in [0, 1]
 * @param move what it does
 */
record Operator(String word, double rate, Move move) {
    /** Returns the operators of a space, in the order in which they are applied. */
    static List<Operator> of(SearchSpace space, OperatorRates rates) {
        DepthMoves depth = new DepthMoves(space);
        WidthMoves widths = new WidthMoves(space);
        LayerMoves layers = new LayerMoves(space);
        return List.of(
                new Operator("insert", rates.insert(), depth::inserted),
                new Operator("remove", rates.remove(), depth::removed),
                new Operator("widen", rates.widen(), widths::widened),
                new Operator("narrow", rates.narrow(), widths::narrowed),
                new Operator("activation", rates.activation(), layers::activated),
                new Operator("dropout", rates.dropout(), layers::dropped),
                new Operator("recipe", rates.recipe(), new RecipeMoves(space)));
    }
}
