package nas.evolve;

/**
 * Says what to try next, one generation at a time. A strategy never trains, stores or threads: it is asked, and told how all
 * that was tried does. Deterministic: what it answers is a pure function of what it was made with and of the standings that
 * it was told. Not thread-safe.
 */
public interface Strategy {
    /**
     * Returns the next generation. Every genome of the generations before has been tried.
     *
     * @param standings how what was tried does; empty before the first generation
     * @return what to try; without proposals once there is nothing left to try
     */
    Generation next(Standings standings);

    /**
     * Returns how many genomes a generation has at most.
     *
     * @see Generation#proposals()
     */
    int size();
}
