package nas.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nas.Seeds;
import nas.evolve.Evolution;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.ReusableRun;
import nas.select.Assessed;
import nas.select.Selection;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.ParameterBudget;
import nas.space.SearchSpace;
import nas.trial.Budget;
import nas.trial.Evaluator;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Folding;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search: generations are bred and tried until there are enough of them, the front stands still or time is up; the
 * winner is chosen, trained on all training and validation rows with new seeds, and measured once on the test rows.
 *
 * <p>What it finds depends on settings, data and the evaluator's results alone: decisions are taken on complete sets, so
 * neither the number of workers nor the order in which trials end matters. Only a time limit lets time decide, and only
 * how many generations there are. Where the data have folds, a genome is measured by one trial in each, and its measures
 * are those of all folds together.
 *
 * <p>A search that was interrupted is run again from its beginning, with every trial that its journal holds answered from
 * there: breeding costs microseconds. So a resumed search is exact by construction. Runs once; not thread-safe.
 */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final SearchSettings settings;
    private final Surroundings surroundings;
    private final Journal journal;
    private final DataSummary data;
    private final Folding folding;
    private final ParameterBudget budget;
    private final Budget searchBudget;
    private final long searchSeed;
    private final TrialLedger ledger;
    private final Decisions decisions;
    private final FinalTraining finalTraining;
    private final ObjectiveFitness fitness;
    private final Evolution evolution;
    private final SearchClock clock;
    private Optional<Selection> selection = Optional.empty();
    private Progress.Phase phase = Progress.Phase.SEARCH;
    private int answeredBefore;
    private boolean isReplayed;

    /**
     * What a search works with and what does not change its result, but for the time limit.
     *
     * @param evaluator runs the trials
     * @param reusable other runs that may know trials
     * @param listener is told how the search gets on
     * @param winnerSink takes the trained winner
     * @param time the clock
     * @param timeLimit how long this process may take, or {@code null}
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
        /** Takes the winner and its trained parameters. */
        void take(Genome winner, FloatVector parameters);
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
        this.data = journal.history().header().data();
        this.folding = data.folding();
        this.budget = budget(settings, data.inputs(), data.outputs());
        this.searchBudget = new Budget(settings.epochs());
        this.searchSeed = Seeds.derive(settings.seed(), "search");
        this.ledger =
                new TrialLedger(surroundings.evaluator(), surroundings.reusable(), journal, result -> report(false));
        this.decisions = new Decisions(journal);
        this.finalTraining = new FinalTraining(settings, data, ledger);
        this.fitness = new ObjectiveFitness(
                this::measure, budget::parameters, settings.objective().perDecade());
        this.evolution = new Evolution(
                new Evolution.Breeding(
                        settings.space(), budget::repair, settings.evolution().population(), settings.seed()),
                fitness);
        this.clock = new SearchClock(surroundings.time(), surroundings.timeLimit());
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
        Stop stop = evolve();
        Duration searched = clock.elapsed();
        String winner = selection.map(found -> found.winner().genome().key()).orElse(null);
        decisions.take(new WinnerChosen(winner, evolution.generation(), stop));
        String failure = selection.map(this::finish).orElseGet(this::whyNothing);
        Duration finished = clock.elapsed().minus(searched);
        double earlier = journal.history().earlierSeconds();
        journal.append(new RunEnded(failure, earlier + seconds(searched), seconds(finished)));
        LOG.info("run ended {}", failure.isEmpty() ? "with a winner" : "without a winner: " + failure);
    }

    private Stop evolve() {
        Stagnation stagnation = new Stagnation(settings.evolution().stagnation());
        Optional<Stop> stop = Optional.empty();
        while (stop.isEmpty()) {
            generation();
            boolean isStill = selection.isPresent()
                    && stagnation.isReached(selection.orElseThrow().front());
            stop = isStill ? Optional.of(Stop.STAGNATION) : stopByLimit();
        }
        return stop.get();
    }

    /** What was stopped by time once stops there again; generations that the journal holds take no time. */
    private Optional<Stop> stopByLimit() {
        int generation = evolution.generation();
        if (generation >= settings.evolution().generations()) {
            return Optional.of(Stop.GENERATIONS);
        }
        long next = (long) evolution.proposals().size() * folding.trials() + finalTraining.trials();
        boolean isTimeUp =
                journal.history().timeStop().map(at -> at == generation).orElse(false)
                        || (!isReplayed && clock.isTimeUp(next));
        return isTimeUp ? Optional.of(Stop.TIME) : Optional.empty();
    }

    private void generation() {
        Instant began = clock.now();
        int trainedBefore = ledger.trained();
        answeredBefore = ledger.size();
        fitness.beginGeneration();
        if (evolution.generation() == 0) {
            evolution.start(firstGenomes());
        } else {
            evolution.next();
        }
        isReplayed = decisions.knows(evolution.generation());
        int proposed = evolution.proposals().size();
        int fresh = (ledger.size() - answeredBefore) / folding.trials();
        decisions.take(evolution.generation(), evolution.proposals(), proposed - fresh);
        int trained = ledger.trained() - trainedBefore;
        clock.trained(began, trained);
        if (!isReplayed) {
            LOG.info("generation {}: {} bred, {} new, {} trained", evolution.generation(), proposed, fresh, trained);
            report(true);
        }
    }

    /** The linear model where the space has it, the smallest genome and the largest that fits. */
    private List<Genome> firstGenomes() {
        Set<Genome> first = new LinkedHashSet<>();
        SearchSpace space = settings.space();
        if (space.architectures().depths().first() == 0) {
            first.add(budget.repair(
                    new Genome(Architecture.LINEAR, space.recipes().usual())));
        }
        first.add(space.smallest(data.inputs(), data.outputs()));
        first.add(budget.repair(space.largest(data.inputs(), data.outputs())));
        return List.copyOf(first);
    }

    private Map<Genome, Measures> measure(Set<Genome> genomes) {
        ledger.complete(genomes.stream()
                .flatMap(genome -> folding.trials(searchTrial(genome)).stream())
                .map(TrialRequest::of)
                .toList());
        Map<Genome, Measures> measured = new LinkedHashMap<>();
        for (Genome genome : genomes) {
            folding.measures(fold -> ledger.find(searchTrial(genome).withFold(fold)))
                    .ifPresent(measures -> measured.put(genome, measures));
        }
        select(measured);
        return measured;
    }

    /** Whoever is not on the front of some genomes is not on the front of more, so the front so far stands for all. */
    private void select(Map<Genome, Measures> measured) {
        List<Assessed> candidates = Stream.concat(
                        selection.stream().flatMap(found -> found.front().stream()),
                        measured.entrySet().stream()
                                .map(each ->
                                        Assessed.of(each.getKey(), each.getValue(), data.inputs(), data.outputs())))
                .distinct()
                .toList();
        selection = Selection.of(candidates, journal.history().header().aim().rule());
    }

    private Trial searchTrial(Genome genome) {
        return new Trial(genome, searchBudget, searchSeed, Fold.VALIDATION);
    }

    /** Trains the winner for good and hands it over; returns why that failed, or an empty text. */
    private String finish(Selection found) {
        Genome winner = found.winner().genome();
        phase = Progress.Phase.FINAL;
        answeredBefore = ledger.size();
        FinalTraining.Ending ending = finalTraining.run(winner, searched(winner));
        report(true);
        FloatVector parameters = ending.parameters();
        if (parameters != null) {
            surroundings.winnerSink().take(winner, parameters);
        }
        return ending.failure();
    }

    private List<TrialResult> searched(Genome winner) {
        return folding.trials(searchTrial(winner)).stream()
                .flatMap(trial -> ledger.find(trial).stream())
                .toList();
    }

    private String whyNothing() {
        return (folding.isFolded() ? "every network failed in some fold: " : "every trial failed: ")
                + FinalTraining.reasons(ledger.results());
    }

    private void report(boolean isStepEnded) {
        surroundings
                .listener()
                .onProgress(new Progress(
                        phase,
                        evolution.generation(),
                        settings.evolution().generations(),
                        ledger.size(),
                        isStepEnded,
                        selection,
                        clock.remaining(trialsLeft())));
    }

    /** At most so many trials are to come: those of the generation under way, of later ones, and the final ones. */
    private long trialsLeft() {
        long ended = (long) ledger.size() - answeredBefore;
        if (phase == Progress.Phase.FINAL) {
            return Math.max(0, finalTraining.trials() - ended);
        }
        long generations = 1L + settings.evolution().generations() - evolution.generation();
        long trials = generations * settings.evolution().population() * folding.trials();
        return Math.max(0, trials - ended) + finalTraining.trials();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
