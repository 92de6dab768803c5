package nas.trial;

import nas.space.Genome;

/**
 * What identifies a trial. For given data, engine and training version its result is a pure function of these four
 * values: not of time, thread, number of workers or what ran before.
 *
 * @param genome what is trained
 * @param budget for how long
 * @param seed what initial weights, row order and dropout masks are derived from; any value
 * @param fold on which rows it is trained and measured
 */
public record Trial(Genome genome, Budget budget, long seed, Fold fold) {
    /** Returns the trial that differs in its fold alone. */
    public Trial withFold(Fold changed) {
        return new Trial(genome, budget, seed, changed);
    }
}
