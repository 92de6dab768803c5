package nas.run;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.journal.DataSummary;
import nas.journal.JournalRecord.Concluded;
import nas.select.BlockTrials.Training;
import nas.select.Descent;
import nas.select.DescentResult;
import nas.select.Finalists;
import nas.select.Neighbourhood;
import nas.select.Race;
import nas.select.Racing;
import nas.select.TimeLeft;
import nas.select.WinnerRule;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.SearchSpace;
import nas.trial.Trial;

/**
 * What follows the exploration: the finalists are trained anew, block by block, until the winner is clear; then its smaller
 * neighbours are tried until none is good enough.
 */
final class Conclusion {
    private final Question question;
    private final TrialLedger ledger;
    private final Blocks racing;
    private final Blocks descent;

    /**
     * What is asked.
     *
     * @param settings the settings
     * @param data what is learnt
     * @param rule which network is good enough
     * @param canonical brings a genome into its canonical form, within the parameter limit
     */
    record Question(SearchSettings settings, DataSummary data, WinnerRule rule, UnaryOperator<Genome> canonical) {
        SearchSpace space() {
            return settings.space();
        }

        int blocks() {
            return settings.finalists().blocks(data.folds(), data.blocks());
        }

        long parameters(Genome genome) {
            return genome.parameters(data.inputs(), data.outputs());
        }

        Neighbourhood neighbourhood() {
            return new Neighbourhood(space(), data.inputs(), data.outputs(), canonical);
        }

        /**
         * The linear model and the smallest network are finalists whatever the exploration found. Where the limit has no room for
         * the linear model, something else would take its place.
         */
        List<Genome> always() {
            Genome smallest = canonical.apply(space().smallest(data.inputs(), data.outputs()));
            Genome linear = canonical.apply(
                    new Genome(Architecture.LINEAR, space().recipes().usual()));
            boolean hasLinear = space().architectures().depths().first() == 0
                    && linear.architecture().depth() == 0;
            return hasLinear ? List.of(linear, smallest) : List.of(smallest);
        }
    }

    /** Prepares the end of a search; is told of each block that has ended. */
    Conclusion(Question question, TrialLedger ledger, Runnable onBlock) {
        this.question = question;
        this.ledger = ledger;
        Blocks.Plan plan = new Blocks.Plan(question.settings(), question.data());
        this.racing = new Blocks("finalists", plan, ledger, onBlock);
        this.descent = new Blocks("descent", plan, ledger, onBlock);
    }

    /** Returns the finalists of an exploration. */
    List<Genome> finalists(Exploration exploration) {
        return new Finalists(question.always(), question.settings().finalists().count())
                .choose(
                        exploration.top(),
                        each -> exploration.standing(each.genome()).objective(),
                        question::parameters,
                        question.rule());
    }

    /** Judges the finalists; empty if all of them failed. */
    Optional<Race> race(List<Genome> finalists) {
        return new Racing(racing, question::parameters, question.rule(), question.blocks()).run(finalists);
    }

    /** Goes down from the winner of the race, and returns what came of both. */
    Concluded descend(Race race, Exploration exploration, TimeLeft time) {
        Optional<DescentResult> ended =
                new Descent(question.neighbourhood(), descent, question.rule(), question.blocks()).run(race, time);
        UnseenEstimate unseen = new UnseenEstimate(
                question.data(), question.rule(), question.settings().seed());
        return new Concluded(ledger.newlyAsked(), race, ended, unseen.of(race, exploration, ledger));
    }

    /** Returns the work of those of such trainings of the descent that are not known yet. */
    double workLeft(List<Training> trainings) {
        return trainings.stream()
                .flatMap(descent::requests)
                .mapToDouble(ledger::workLeft)
                .sum();
    }

    /** Returns the trials of the blocks that the winner may have been measured in, in the descent and in the race. */
    List<Trial> trialsOf(Genome winner) {
        return IntStream.rangeClosed(1, question.blocks())
                .boxed()
                .flatMap(block ->
                        Stream.concat(descent.trials(winner, block).stream(), racing.trials(winner, block).stream()))
                .toList();
    }
}
