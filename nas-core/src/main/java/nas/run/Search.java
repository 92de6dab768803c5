package nas.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nas.evolve.StartGenomes;
import nas.evolve.Strategies;
import nas.evolve.Strategy;
import nas.evolve.StrategySetup;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TimeUp;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.ReusableRun;
import nas.select.Assessed;
import nas.select.Race;
import nas.select.Selection;
import nas.select.TimeLeft;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.space.ParameterBudget;
import nas.trial.Evaluator;
import nas.trial.Folding;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search: generations are proposed and tried until there are enough of them, the front stands still or time is up; among
 * the finalists the winner is chosen and made smaller as long as that is not shown to lose anything; it is trained on all
 * training and validation rows with new seeds, and measured once on the test rows.
 *
 * <p>What it finds depends on settings, data and the evaluator's results alone: decisions are taken on complete sets, so
 * neither the number of workers nor the order in which trials end matters. Only a time limit lets time decide, and only
 * how many generations there are and how far the descent goes. Where the data have folds, a genome is measured by one trial in each, and its measures
 * are those of all folds together.
 *
 * <p>A search that was interrupted is run again from its beginning, with every trial that its journal holds answered from
 * there: breeding costs microseconds. So a resumed search is exact by construction. Runs once; not thread-safe.
 */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    /** With so many seeds a genome is measured at most while the search goes on. */
    private static final int MOST_SEEDS = 3;

    private final SearchSettings settings;
    private final Surroundings surroundings;
    private final Journal journal;
    private final Folding folding;
    private final WinnerRule rule;
    private final TrialLedger ledger;
    private final Decisions decisions;
    private final Exploration exploration;
    private final Conclusion conclusion;
    private final FinalTraining finalTraining;
    private final Forecast forecast;
    private final SearchClock clock;
    private Optional<Selection> selection = Optional.empty();
    private Optional<Assessed> best = Optional.empty();
    private Progress.Phase phase = Progress.Phase.SEARCH;
    private boolean isReplayed;

    /**
     * What a search works with and what does not change its result, but for the time limit.
     *
     * @param evaluator runs the trials
     * @param reusable other runs that may know trials
     * @param listener is told how the search gets on
     * @param winnerSink takes the trained winner
     * @param time the clock
     * @param timeLimit how long it may take from now on, or {@code null}; may be negative, as what came before counts, too
     */
    public record Surroundings(
            Evaluator evaluator,
            List<ReusableRun> reusable,
            SearchListener listener,
            WinnerSink winnerSink,
            InstantSource time,
            @Nullable Duration timeLimit) {}

    /** Takes the trained winner before the run is recorded as complete. */
    @FunctionalInterface
    public interface WinnerSink {
        /** Takes the first of the winner's final trainings that did not fail, with its {@link Detail#PARAMETERS}. */
        void take(TrialResult winner);
    }

    /**
     * Prepares a search whose journal has just begun or was opened again.
     *
     * @throws IllegalArgumentException if no genome of the space is within the parameter limit
     */
    public Search(SearchSettings settings, Journal journal, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.journal = journal;
        DataSummary data = journal.history().header().data();
        this.folding = data.folding();
        this.rule = journal.history().header().aim().rule();
        ParameterBudget budget = budget(settings, data.inputs(), data.outputs());
        this.ledger =
                new TrialLedger(surroundings.evaluator(), surroundings.reusable(), journal, result -> report(false));
        this.decisions = new Decisions(journal);
        this.exploration = exploration(settings, data, ledger);
        Conclusion.Question question = new Conclusion.Question(settings, data, rule, budget::repair);
        this.conclusion = new Conclusion(question, ledger, () -> blockEnded());
        this.finalTraining = new FinalTraining(settings, data, ledger);
        this.forecast = new Forecast(question, finalTraining.trials());
        this.clock = new SearchClock(surroundings.time(), surroundings.timeLimit());
    }

    /** Begins the exploration of a search. */
    static Exploration exploration(SearchSettings settings, DataSummary data, Trials trials) {
        ParameterBudget budget = budget(settings, data.inputs(), data.outputs());
        Exploration.Terms terms = new Exploration.Terms(
                settings.rungs(),
                settings.finalists().epochs(),
                settings.objective().perDecade(),
                data.folding(),
                budget::parameters,
                settings.seed(),
                MOST_SEEDS,
                UnseenEstimate.details(data));
        return new Exploration(terms, strategy(settings, data.inputs(), data.outputs(), budget), trials);
    }

    /** Begins the strategy of a search between so many inputs and outputs. */
    static Strategy strategy(SearchSettings settings, int inputs, int outputs, ParameterBudget budget) {
        StartGenomes start = new StartGenomes(settings.space(), budget::repair, inputs, outputs);
        double tolerance = settings.objective()
                .rule()
                .match(WinnerRule.Within::share, one -> WinnerRule.DEFAULT_SHARE, reach -> WinnerRule.DEFAULT_SHARE);
        return Strategies.of(
                settings.evolution().strategy(),
                new StrategySetup(
                        settings.space(),
                        budget::repair,
                        start.proposals(
                                settings.start().architectures(),
                                settings.start().hasRulesOfThumb()),
                        start.largest(),
                        settings.evolution().population(),
                        settings.evolution().operators(),
                        tolerance / settings.objective().perDecade(),
                        settings.seed()));
    }

    /**
     * Returns the parameter budget of a search between so many inputs and outputs.
     *
     * @throws IllegalArgumentException if no genome of the space is within the parameter limit
     */
    public static ParameterBudget budget(SearchSettings settings, int inputs, int outputs) {
        Long limit = settings.objective().maxParams();
        return new ParameterBudget(settings.space(), inputs, outputs, limit == null ? Long.MAX_VALUE : limit);
    }

    /**
     * Runs the search to its end and records the end.
     *
     * @throws nas.trial.EvaluationStoppedException if its evaluator is stopped; the search can be resumed
     * @throws nas.InvalidInputException if the journal was written by another version of the search
     * @throws java.io.UncheckedIOException if the disk refuses; the search can be resumed
     */
    public void run() {
        Stop stop = explore();
        if (stop == Stop.TIME) {
            decisions.take(new TimeUp(exploration.generation()));
        }
        Duration searched = clock.elapsed();
        Optional<Concluded> concluded = conclude();
        String winner = concluded.map(found -> found.winner().genome().key()).orElse(null);
        decisions.take(new WinnerChosen(winner, exploration.generation(), stop));
        String failure = concluded.map(this::finish).orElseGet(this::whyNothing);
        Duration finished = clock.elapsed().minus(searched);
        double earlier = journal.history().earlierSeconds();
        journal.append(new RunEnded(failure, earlier + seconds(searched), seconds(finished), ledger.newlyAsked()));
        LOG.info("run ended {}", failure.isEmpty() ? "with a winner" : "without a winner: " + failure);
    }

    private Stop explore() {
        Stagnation stagnation = new Stagnation(settings.evolution().stagnation());
        boolean isLearning = settings.evolution().strategy().canStagnate();
        Optional<Stop> stop = Optional.empty();
        while (stop.isEmpty()) {
            if (!generation()) {
                return Stop.EXHAUSTED;
            }
            boolean isStill = isLearning && selection.isPresent() && stagnation.isReached(exploration.front());
            stop = isStill ? Optional.of(Stop.STAGNATION) : stopByLimit();
        }
        return stop.get();
    }

    /** What was stopped by time once stops there again; generations that the journal holds take no time. */
    private Optional<Stop> stopByLimit() {
        int generation = exploration.generation();
        if (generation >= settings.evolution().generations()) {
            return Optional.of(Stop.GENERATIONS);
        }
        boolean isTimeUp =
                journal.history().timeStop().map(at -> at == generation).orElse(false)
                        || (!isReplayed && clock.isTimeUp(forecast.generation() + forecast.end(selection)));
        return isTimeUp ? Optional.of(Stop.TIME) : Optional.empty();
    }

    /** Runs a generation and tells whether there was anything to try. */
    private boolean generation() {
        Optional<Exploration.Round> ended = exploration.next();
        ended.ifPresent(round -> {
            isReplayed = decisions.knows(round.number());
            decisions.take(round, ledger.newlyAsked());
            clock.trained(ledger.computed());
            forecast.generationEnded(ledger.work());
            selection = Selection.of(candidates(), rule);
            best = selection.map(Selection::winner);
            if (!isReplayed) {
                LOG.info(
                        "generation {}: {} bred, {} known",
                        round.number(),
                        round.proposals().size(),
                        round.duplicates());
                report(true);
            }
        });
        return ended.isPresent();
    }

    /** Only a metric may choose who is not on the front of the losses. */
    private List<Assessed> candidates() {
        return rule.match(within -> exploration.front(), one -> exploration.front(), reach -> exploration.top());
    }

    /** Finds the winner among the finalists and below; nothing where every one of them failed. */
    private Optional<Concluded> conclude() {
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        phase = Progress.Phase.FINALISTS;
        Optional<Race> race = conclusion.race(conclusion.finalists(exploration));
        best = race.map(found -> found.winner().assessed());
        forecast.phaseEnded(ledger.work());
        phase = Progress.Phase.DESCENT;
        Optional<Concluded> concluded = race.map(found -> conclusion.descend(found, exploration, timeLeft(found)));
        concluded.ifPresent(decisions::take);
        best = concluded.map(Concluded::winner);
        forecast.phaseEnded(ledger.work());
        return concluded;
    }

    /** The final training must still fit. */
    private TimeLeft timeLeft(Race race) {
        double last = forecast.last(race.winner().parameters());
        return new DescentTime(decisions, conclusion::workLeft, work -> clock.isTimeUp(work + last));
    }

    /** A block that was answered from the journal is no news. */
    private void blockEnded() {
        clock.trained(ledger.computed());
        if (ledger.hasJustRun()) {
            report(true);
        }
    }

    /** Trains the winner for good and hands it over; returns why that failed, or an empty text. */
    private String finish(Concluded concluded) {
        Genome winner = concluded.winner().genome();
        phase = Progress.Phase.FINAL;
        List<TrialResult> measured = conclusion.trialsOf(winner).stream()
                .flatMap(trial -> ledger.find(trial).stream())
                .toList();
        FinalTraining.Ending ending = finalTraining.run(winner, measured);
        report(true);
        ending.trained().ifPresent(surroundings.winnerSink()::take);
        return ending.failure();
    }

    private String whyNothing() {
        String what = selection.isPresent()
                ? "every finalist failed: "
                : folding.isFolded() ? "every network failed in some fold: " : "every trial failed: ";
        return what + FinalTraining.reasons(ledger.results());
    }

    private void report(boolean isStepEnded) {
        boolean isLast = phase == Progress.Phase.FINAL && isStepEnded;
        double left = isLast ? 0 : forecast.left(phase, selection, ledger.work());
        surroundings
                .listener()
                .onProgress(new Progress(
                        phase,
                        exploration.generation(),
                        settings.evolution().generations(),
                        ledger.size(),
                        ledger.epochs(),
                        isStepEnded,
                        best,
                        clock.remaining(left),
                        pace(left)));
    }

    private Progress.Pace pace(double workLeft) {
        double whole = ledger.work() + workLeft;
        double elapsed = seconds(clock.elapsed());
        return new Progress.Pace(
                whole > 0 ? ledger.work() / whole : 0,
                elapsed > 0 ? ledger.computedEpochs() / elapsed : 0,
                ledger.known());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
