package nas.select;

import nas.space.Genome;

/**
 * A step down: a smaller neighbour that took the winner's place.
 *
 * @param from the winner before
 * @param to the neighbour that was accepted
 * @param rungs how many rungs a step was, 1 or 2
 * @param neighboursTested how many neighbours were tested in this step, most of them in the first blocks only
 */
public record DescentMove(Genome from, Neighbour to, int rungs, int neighboursTested) {}
