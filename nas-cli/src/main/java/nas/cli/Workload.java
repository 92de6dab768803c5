package nas.cli;

import nas.data.Dataset;
import nas.data.Split;
import nas.run.FinalistSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.run.SpaceSurvey;

/**
 * How much a search trains. Epochs are those of a trial of the search: a training on more rows counts as more.
 *
 * @param least where finalists are soon told apart and hardly a smaller neighbour of the winner is good enough
 * @param most where they are not, and neighbours are
 * @param firstEpochs epochs for which the smallest and the largest network, with which every search begins, train at the
 *     first rung; they are not among those of {@code least} and {@code most}
 */
record Workload(Amount least, Amount most, double firstEpochs) {
    /** Into so many parts rows are cut for finalists, each of which is held back in turn. */
    private static final double PARTS = 10;

    /** All finalists are trained so often before the first is left out. */
    private static final int COMMON_BLOCKS = 2;

    /** Smaller networks next to the winner, of which there are about so many, are tried, beside itself and the best one. */
    private static final int NEIGHBOURS = 10;

    private static final int BESIDE = 2;
    private static final int FEWEST_MOVES = 1;
    private static final int MANY_MOVES = 3;

    /**
     * An amount of training.
     *
     * @param trials how many trainings
     * @param epochs for how many epochs all of them together
     */
    record Amount(long trials, double epochs) {
        Amount plus(Amount other) {
            return new Amount(trials + other.trials, epochs + other.epochs);
        }

        Amount times(long factor) {
            return new Amount(trials * factor, epochs * factor);
        }
    }

    /** Returns how much is trained by a plan. */
    static Workload of(SearchPlan plan, SpaceSurvey survey) {
        SearchSettings settings = plan.settings();
        Dataset data = plan.data();
        Split split = data.ofOneTrial().split();
        double rows = (split.train().length + split.validation().length) / (double) split.train().length;
        int folds = Math.max(1, data.folds().size());
        double blockRows = data.folds().isEmpty() ? rows * (PARTS - 1) / PARTS : 1;
        Amount block = new Amount(1, settings.finalists().epochs() * blockRows).times(folds);
        Amount last = new Amount(1, settings.finalists().epochs() * rows)
                .times(SpaceSurvey.finalTrainings(data.split().test().length > 0));
        double firstEpochs =
                survey.measured() < 2 ? 0 : (double) folds * settings.rungs().epochs(1);
        Amount always =
                search(settings, survey.measured()).times(folds).plus(last).plus(new Amount(0, -2 * firstEpochs));
        long finalists = Math.min(settings.finalists().count(), survey.measured());
        return new Workload(
                always.plus(block.times(fewest(settings.finalists(), finalists))),
                always.plus(block.times(most(settings.finalists(), finalists))),
                firstEpochs);
    }

    private static long fewest(FinalistSettings settings, long finalists) {
        return finalists * COMMON_BLOCKS + descent(settings, FEWEST_MOVES);
    }

    private static long most(FinalistSettings settings, long finalists) {
        return finalists * settings.blocks() + descent(settings, MANY_MOVES);
    }

    private static long descent(FinalistSettings settings, int moves) {
        return (long) settings.blocks() * (BESIDE + moves * NEIGHBOURS);
    }

    /** All generations but the last one are whole. */
    private static Amount search(SearchSettings settings, long genomes) {
        int population = settings.evolution().population();
        return generation(settings.rungs(), population)
                .times(genomes / population)
                .plus(generation(settings.rungs(), (int) (genomes % population)));
    }

    private static Amount generation(RungSettings rungs, int genomes) {
        Amount amount = new Amount(genomes, (double) genomes * rungs.epochs(1));
        int standing = genomes;
        for (int rung = 2; rung <= rungs.count(); rung++) {
            standing = rungs.quota(rung - 1, standing);
            amount = amount.plus(
                    new Amount(standing, (double) standing * (rungs.epochs(rung) - rungs.epochs(rung - 1))));
        }
        return amount;
    }
}
