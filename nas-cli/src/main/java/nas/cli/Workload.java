package nas.cli;

import com.google.common.math.Quantiles;
import nas.data.Dataset;
import nas.data.Split;
import nas.evolve.StrategyKind;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.run.SpaceSurvey;
import nas.select.Neighbourhood;
import nas.space.Genome;

/**
 * How much a search usually trains, though it may be less or more. Epochs are those of a trial of the search: a
 * training on more rows counts as more.
 *
 * @param least where finalists are soon told apart and no smaller neighbour of the winner is good enough
 * @param most where they are not, and a few neighbours are
 * @param smallestEpochs epochs for which the search surely trains the smallest network; like those of the largest they are
 *     not among those of {@code least} and {@code most}
 * @param largestEpochs epochs for which it surely trains the largest network that fits
 */
record Workload(Amount least, Amount most, double smallestEpochs, double largestEpochs) {
    /** All finalists are trained so often before the first is left out. */
    private static final int COMMON_BLOCKS = 2;

    /** In the descent the winner and the best finalist are trained beside neighbours. */
    private static final int BESIDE = 2;

    /** So many drawn networks' neighbours are counted. */
    private static final int COUNTED = 100;

    /** At first a genome may be measured again after the second generation that it survives. */
    private static final int WITHOUT_REPEATS = 2;

    /**
     * How much is tried around a winner.
     *
     * @param steps how often its smaller neighbours are trained: once, and after each step down once more
     * @param quartile of the drawn networks, by how many neighbours they have, where a winner is taken to stand
     */
    private record Surroundings(int steps, int quartile) {
        static final Surroundings FEW = new Surroundings(1, 1);
        static final Surroundings MANY = new Surroundings(3, 3);

        long networks(Neighbourhood neighbourhood, SpaceSurvey survey) {
            return Math.round(Quantiles.quartiles()
                    .index(quartile)
                    .compute(survey.drawn().stream()
                            .limit(COUNTED)
                            .map(survey::repaired)
                            .mapToInt(genome -> around(genome, neighbourhood))
                            .toArray()));
        }

        private int around(Genome genome, Neighbourhood neighbourhood) {
            int smaller = neighbourhood.smaller(genome, 1).size();
            return steps * smaller + neighbourhood.larger(genome).size();
        }
    }

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

    /** Epochs, in each fold, of the two networks with which most searches begin. */
    private record Sure(double smallestEpochs, double largestEpochs) {
        static Sure of(SearchSettings settings, long genomes) {
            RungSettings rungs = settings.rungs();
            return switch (settings.evolution().strategy()) {
                case EVOLUTION, RANDOM -> genomes < 2 ? new Sure(0, 0) : new Sure(rungs.epochs(1), rungs.epochs(1));
                case GRID -> new Sure(0, 0); // begins with the smallest ones, and may never come to the largest
                case HALVING -> new Sure(0, rungs.most()); // alone in its generation it climbs all rungs
            };
        }
    }

    /** Returns how much a search of these data trains. */
    static Workload of(SearchSettings settings, Dataset data, SpaceSurvey survey) {
        Split split = data.ofOneTrial().split();
        double rows = (split.train().length + split.validation().length) / (double) split.train().length;
        int folds = Math.max(1, data.folds().size());
        Amount last = new Amount(1, settings.finalists().epochs() * rows)
                .times(SpaceSurvey.finalTrainings(data.split().test().length > 0));
        Sure sure = Sure.of(settings, survey.measured());
        Amount always = search(settings, survey)
                .plus(new Amount(0, -sure.smallestEpochs - sure.largestEpochs))
                .times(folds)
                .plus(last);
        Amount block = new Amount(1, settings.finalists().epochs() * blockRows(data, rows)).times(folds);
        int blocks = settings.finalists().blocks(data.folds().size(), data.mostBlocks());
        long finalists = Math.min(settings.finalists().count(), survey.measured());
        long beside = Math.min(finalists, BESIDE);
        Neighbourhood neighbourhood =
                new Neighbourhood(settings.space(), data.inputs(), data.outputs(), survey::repaired);
        long few = beside + Surroundings.FEW.networks(neighbourhood, survey);
        long many = beside + Surroundings.MANY.networks(neighbourhood, survey);
        return new Workload(
                always.plus(block.times(finalists * Math.min(COMMON_BLOCKS, blocks) + few * blocks)),
                always.plus(block.times((finalists + many) * blocks)),
                folds * sure.smallestEpochs,
                folds * sure.largestEpochs);
    }

    /** Each part in turn is held back; rows that cannot be divided are those of a trial of the search. */
    private static double blockRows(Dataset data, double rows) {
        int parts = data.mostBlocks();
        return data.folds().isEmpty() && parts >= 2 ? rows * (parts - 1) / parts : 1;
    }

    /** All generations but the last one are whole. */
    private static Amount search(SearchSettings settings, SpaceSurvey survey) {
        long genomes = survey.measured();
        int size = survey.generationSize();
        return generation(settings.rungs(), size)
                .times(genomes / size)
                .plus(generation(settings.rungs(), (int) (genomes % size)))
                .plus(repeats(settings, (genomes + size - 1) / size));
    }

    /** An evolution measures nearly all survivors once more after every second generation. */
    private static Amount repeats(SearchSettings settings, long generations) {
        boolean isRepeating = settings.evolution().strategy() == StrategyKind.EVOLUTION;
        long perGeneration = isRepeating ? settings.evolution().population() / 2 : 0;
        return new Amount(1, settings.rungs().most()).times(perGeneration * Math.max(0, generations - WITHOUT_REPEATS));
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
