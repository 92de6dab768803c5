package nas.train;

/** Asks whether a training under way is still wanted. */
@FunctionalInterface
interface Abandonment {
    /** That of a training which is wanted to its end. */
    Abandonment NEVER = () -> {};

    /**
     * Does nothing as long as the training is wanted. Called before each batch, so it costs next to nothing.
     *
     * @throws AbandonedException if it is not
     */
    void check();
}
