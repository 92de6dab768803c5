package nas.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.evolve.Evolution;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.RunEnded;
import nas.select.Selection;
import nas.space.Genome;
import nas.space.ParameterBudget;
import nas.trial.Budget;
import nas.trial.Evaluator;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Parameters;
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
 * how many generations there are. Runs once; not thread-safe.
 */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int FINAL_SEEDS = 5;

    private final SearchSettings settings;
    private final Surroundings surroundings;
    private final Journal journal;
    private final ParameterBudget budget;
    private final TrialLedger ledger;
    private final ObjectiveFitness fitness;
    private final Evolution evolution;
    private final SearchClock clock;
    private Optional<Selection> selection = Optional.empty();
    private Progress.Phase phase = Progress.Phase.SEARCH;
    private int endedBefore;

    /**
     * What a search works with and what does not change its result, but for the time limit.
     *
     * @param evaluator runs the trials
     * @param listener is told how the search gets on
     * @param winnerSink takes the trained winner
     * @param time the clock
     * @param timeLimit how long the search may take, or {@code null}
     */
    public record Surroundings(
            Evaluator evaluator,
            SearchListener listener,
            WinnerSink winnerSink,
            InstantSource time,
            @Nullable Duration timeLimit) {}

    /** Takes the trained winner before the run is recorded as complete. */
    @FunctionalInterface
    public interface WinnerSink {
        /** Takes the winner and its trained parameters. */
        void take(Genome winner, Parameters parameters);
    }

    /**
     * Prepares a search whose journal has just begun.
     *
     * @throws IllegalArgumentException if no genome of the space is within the parameter limit
     */
    public Search(SearchSettings settings, Journal journal, Surroundings surroundings) {
        DataSummary data = journal.history().header().data();
        this.settings = settings;
        this.surroundings = surroundings;
        this.journal = journal;
        this.budget = budget(settings, data.inputs(), data.outputs());
        this.ledger = new TrialLedger(surroundings.evaluator(), journal, result -> report(false));
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

    /** Runs the search to its end and records the end. */
    public void run() {
        evolve();
        Duration searched = clock.elapsed();
        String failure = selection.map(this::finish).orElseGet(this::whyNothing);
        Duration finished = clock.elapsed().minus(searched);
        journal.append(new RunEnded(failure, seconds(searched), seconds(finished)));
        LOG.info("run ended {}", failure.isEmpty() ? "with a winner" : "without a winner: " + failure);
    }

    private void evolve() {
        Stagnation stagnation = new Stagnation(settings.evolution().stagnation());
        boolean isDone = false;
        while (!isDone && evolution.generation() < settings.evolution().generations()) {
            generation();
            boolean isStill = selection.isPresent()
                    && stagnation.isReached(selection.orElseThrow().front());
            isDone = isStill || clock.isTimeUp(finalTrials());
        }
    }

    private void generation() {
        Instant began = clock.now();
        endedBefore = journal.history().trials().size();
        fitness.beginGeneration();
        if (evolution.generation() == 0) {
            evolution.start(firstGenomes());
        } else {
            evolution.next();
        }
        int run = journal.history().trials().size() - endedBefore;
        int bred = evolution.proposals().size();
        journal.append(new GenerationEnded(evolution.generation(), bred, bred - run));
        clock.generationEnded(began, run);
        selection = journal.history().selection();
        report(true);
        LOG.info("generation {}: {} bred, {} trained", evolution.generation(), bred, run);
    }

    /** The linear model where the space has it, the smallest genome and the largest that fits. */
    private List<Genome> firstGenomes() {
        DataSummary data = journal.history().header().data();
        Set<Genome> first = new LinkedHashSet<>();
        if (settings.space().depths().first() == 0) {
            first.add(budget.repair(
                    settings.space().uniform(0, settings.space().units().first())));
        }
        first.add(settings.space().smallest(data.inputs(), data.outputs()));
        first.add(budget.repair(settings.space().largest(data.inputs(), data.outputs())));
        return List.copyOf(first);
    }

    private Map<Genome, Measures> measure(Set<Genome> genomes) {
        List<TrialRequest> requests = genomes.stream()
                .map(genome -> TrialRequest.measuring(searchTrial(genome)))
                .toList();
        ledger.complete(requests);
        Map<Genome, Measures> measured = new LinkedHashMap<>();
        for (TrialRequest request : requests) {
            ledger.find(request.trial())
                    .flatMap(TrialResult::measures)
                    .ifPresent(measures -> measured.put(request.trial().genome(), measures));
        }
        return measured;
    }

    private Trial searchTrial(Genome genome) {
        return new Trial(
                genome, new Budget(settings.epochs()), Seeds.derive(settings.seed(), "search"), Fold.VALIDATION);
    }

    /** Trains the winner for good and hands it over; returns why that failed, or an empty text. */
    private String finish(Selection selection) {
        phase = Progress.Phase.FINAL;
        endedBefore = journal.history().trials().size();
        Genome winner = selection.winner().genome();
        List<Trial> trials = finalTrials(winner);
        List<TrialResult> results = new ArrayList<>();
        ledger.complete(trials.stream().map(TrialRequest::keeping).toList());
        trials.forEach(trial -> ledger.find(trial).ifPresent(results::add));
        report(true);
        for (TrialResult result : results) {
            Parameters parameters = result.parameters();
            if (parameters != null) {
                surroundings.winnerSink().take(winner, parameters);
                return "";
            }
        }
        return "the winner's final training failed: " + reasons(results);
    }

    private List<Trial> finalTrials(Genome winner) {
        Fold fold = hasTestRows() ? Fold.TEST : Fold.FULL;
        return IntStream.range(0, finalTrials())
                .mapToObj(i -> new Trial(
                        winner, new Budget(settings.epochs()), Seeds.derive(settings.seed(), "final", i), fold))
                .toList();
    }

    private int finalTrials() {
        return hasTestRows() ? FINAL_SEEDS : 1;
    }

    private boolean hasTestRows() {
        return journal.history().header().data().rows().test() > 0;
    }

    private String whyNothing() {
        return "every trial failed: " + reasons(journal.history().trials());
    }

    private static String reasons(List<TrialResult> results) {
        return results.stream()
                .flatMap(result -> result.failure().stream())
                .distinct()
                .sorted()
                .findFirst()
                .orElse("no trial was run");
    }

    private void report(boolean isStepEnded) {
        surroundings
                .listener()
                .onProgress(new Progress(
                        phase,
                        evolution.generation(),
                        settings.evolution().generations(),
                        journal.history().trials().size(),
                        isStepEnded,
                        selection,
                        clock.remaining(trialsLeft())));
    }

    /** At most so many trials are to come: those of the generation under way, of later ones, and the final ones. */
    private long trialsLeft() {
        long ended = (long) journal.history().trials().size() - endedBefore;
        if (phase == Progress.Phase.FINAL) {
            return Math.max(0, finalTrials() - ended);
        }
        long generations = 1L + settings.evolution().generations() - evolution.generation();
        return Math.max(0, generations * settings.evolution().population() - ended) + finalTrials();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
