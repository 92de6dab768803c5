package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nas.Seeds;
import nas.evolve.Generation;
import nas.evolve.Proposal;
import nas.evolve.Ranking;
import nas.evolve.Standing;
import nas.evolve.Strategy;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Folding;
import nas.trial.LossScale;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;

/**
 * The part of a search before its finalists: generation by generation, what a strategy proposes is tried at the first rung,
 * the best of it at higher ones, and what has survived long enough once more with another seed.
 *
 * <p>Losses are compared at one rung only. The reference of a rung is the lowest mean loss there over the trials that had
 * ended before the generation began; the first set at a rung uses its own. Promotion goes by the order of
 * {@link Ranking}, among the genomes of the generation alone: as a share of all that were ever tried, nearly every later
 * genome would pass. Deterministic, as far as strategy and trials are. Not thread-safe.
 */
public final class Exploration {
    private final Terms terms;
    private final Strategy strategy;
    private final Trials trials;
    private final Map<Genome, Climb> climbs = new HashMap<>();
    private final Set<Genome> failed = new HashSet<>();
    private final List<RungMembers> rungs = new ArrayList<>();
    private final Map<Integer, LossScale> scales = new HashMap<>();
    private int generation;

    /**
     * What does not change while a search goes on.
     *
     * @param rungs how long trials train
     * @param scheduleEpochs epochs that the learning-rate schedule spans, of which every rung is the beginning
     * @param perDecade share of what there is to learn that a ten-fold larger network must win back
     * @param folding how a genome is measured
     * @param parameters returns the number of a genome's parameters
     * @param seed what the seeds of trials are derived from
     * @param seeds with how many seeds a genome is measured at most, at least 1
     * @param topDetails what trials with the first seed at the highest rung return besides their measures
     */
    public record Terms(
            RungSettings rungs,
            int scheduleEpochs,
            double perDecade,
            Folding folding,
            ToLongFunction<Genome> parameters,
            long seed,
            int seeds,
            Set<Detail> topDetails) {
        /** Copies the set. */
        public Terms {
            topDetails = Sets.immutableEnumSet(topDetails);
        }

        /** Returns the trial that measures a genome on the validation rows, at a rung from 1 with a seed from 0. */
        public Trial trial(Genome genome, int rung, int seed) {
            Budget budget = new Budget(rungs.epochs(rung), scheduleEpochs);
            return new Trial(genome, budget, derived(seed), Fold.VALIDATION);
        }

        private long derived(int seed) {
            return seed == 0 ? Seeds.derive(this.seed, "search") : Seeds.derive(this.seed, "search", seed);
        }

        private TrialRequest request(Trial trial) {
            boolean isDetailed = trial.budget().epochs() == rungs.most() && trial.seed() == derived(0);
            return new TrialRequest(trial, isDetailed ? topDetails : Set.of());
        }
    }

    /**
     * One generation that has ended.
     *
     * @param number its number, from 1
     * @param proposals what was bred for it
     * @param duplicates how many of them had been tried before, or were bred twice
     */
    public record Round(int number, List<Proposal> proposals, int duplicates) {}

    /** Begins an exploration; nothing is tried yet. */
    public Exploration(Terms terms, Strategy strategy, Trials trials) {
        this.terms = terms;
        this.strategy = strategy;
        this.trials = trials;
        for (int rung = 1; rung <= terms.rungs().count(); rung++) {
            rungs.add(new RungMembers(failed::contains));
        }
    }

    /**
     * Runs the next generation.
     *
     * @return what it was, or empty if the strategy has nothing left to propose
     * @throws nas.trial.EvaluationStoppedException if the trials are stopped; this exploration is then of no more use
     */
    public Optional<Round> next() {
        freezeScales();
        Generation asked = strategy.next(this::standing);
        if (asked.proposals().isEmpty()) {
            return Optional.empty();
        }
        generation++;
        Set<Genome> proposed = new LinkedHashSet<>();
        asked.proposals().forEach(proposal -> proposed.add(proposal.genome()));
        List<Genome> fresh =
                proposed.stream().filter(genome -> !isTried(genome)).toList();
        climb(fresh, 1);
        for (int rung = 1; rung < terms.rungs().count(); rung++) {
            climb(promoted(proposed, rung), rung + 1);
        }
        measureAgain(asked.elders());
        int duplicates = asked.proposals().size() - fresh.size();
        return Optional.of(new Round(generation, asked.proposals(), duplicates));
    }

    /** Returns the number of the generation that is under way or has just ended; 0 before the first. */
    public int generation() {
        return generation;
    }

    /**
     * Returns how a genome stands.
     *
     * @throws IllegalArgumentException if it was never tried
     */
    public Standing standing(Genome genome) {
        Climb climb = climbs.get(genome);
        if (climb != null) {
            return Standing.of(climb.assessed().parameters(), climb.rung(), excess(climb));
        }
        checkArgument(failed.contains(genome), "genome was never tried: %s", genome.canonicalText());
        return Standing.failed(terms.parameters().applyAsLong(genome));
    }

    private boolean isTried(Genome genome) {
        return climbs.containsKey(genome) || failed.contains(genome);
    }

    /** Returns the genomes that stand at the highest rung at which any stands, with the means over their seeds. */
    public List<Assessed> top() {
        return highest().all();
    }

    /** Returns the Pareto front of {@link #top()}, from the smallest to the largest. */
    public List<Assessed> front() {
        return highest().front();
    }

    /** Returns the genomes that stand at the highest rung of all, the only one whose trials return details. */
    List<Assessed> detailed() {
        return rungs.get(rungs.size() - 1).all();
    }

    /** Returns the trial that measured one of {@link #detailed()} with the first seed, and returned the details. */
    Trial detailedTrial(Genome genome) {
        return terms.trial(genome, rungs.size(), 0);
    }

    /** Returns the genomes that were tried, the failed ones included, in no particular order. */
    public Set<Genome> tried() {
        return Sets.union(climbs.keySet(), failed).immutableCopy();
    }

    private RungMembers highest() {
        for (int rung = rungs.size(); rung > 1; rung--) {
            if (!rungs.get(rung - 1).isEmpty()) {
                return rungs.get(rung - 1);
            }
        }
        return rungs.get(0);
    }

    private double excess(Climb climb) {
        LossScale scale = scales.get(climb.rung());
        if (scale == null) {
            throw new IllegalStateException("rung " + climb.rung() + " has no reference yet");
        }
        return (climb.assessed().loss() - scale.referenceLoss()) / scale.price(terms.perDecade());
    }

    /** Trials of this generation do not move the references that it is judged by. */
    private void freezeScales() {
        for (int rung = 1; rung <= rungs.size(); rung++) {
            freezeScale(rung);
        }
    }

    private void freezeScale(int rung) {
        rungs.get(rung - 1)
                .lowest()
                .ifPresent(
                        best -> scales.put(rung, new LossScale(best.measures().constantLoss(), best.loss())));
    }

    /** Those who stand at a rung and are to go on to the next. */
    private List<Genome> promoted(Set<Genome> proposed, int rung) {
        Map<Genome, Standing> standing = new LinkedHashMap<>();
        proposed.stream()
                .flatMap(genome -> Stream.ofNullable(climbs.get(genome)))
                .filter(climb -> climb.rung() == rung)
                .map(climb -> climb.assessed().genome())
                .forEach(genome -> standing.put(genome, standing(genome)));
        return Ranking.of(standing).subList(0, terms.rungs().quota(rung, standing.size()));
    }

    private void climb(List<Genome> genomes, int rung) {
        complete(genomes.stream().map(genome -> terms.trial(genome, rung, 0)).toList());
        RungMembers members = rungs.get(rung - 1);
        for (Genome genome : genomes) {
            Optional<Measures> measures = measured(terms.trial(genome, rung, 0));
            measures.map(measured -> new Assessed(genome, terms.parameters().applyAsLong(genome), measured))
                    .ifPresentOrElse(
                            assessed -> {
                                climbs.put(genome, new Climb(rung, assessed));
                                members.add(assessed);
                            },
                            () -> fail(genome));
        }
        if (!scales.containsKey(rung)) {
            freezeScale(rung);
        }
    }

    private void fail(Genome genome) {
        climbs.remove(genome);
        failed.add(genome);
    }

    private void measureAgain(List<Genome> elders) {
        Map<Climb, Trial> again = new LinkedHashMap<>();
        for (Genome genome : elders) {
            Stream.ofNullable(climbs.get(genome))
                    .filter(climb -> climb.seeds().size() < terms.seeds())
                    .forEach(climb -> again.put(
                            climb,
                            terms.trial(genome, climb.rung(), climb.seeds().size())));
        }
        complete(List.copyOf(again.values()));
        again.forEach((climb, trial) -> replace(climb, measured(trial).map(climb::with)));
    }

    /** What fails with another seed is no longer among those that were measured at its rung. */
    private void replace(Climb climb, Optional<Climb> next) {
        RungMembers members = rungs.get(climb.rung() - 1);
        Genome genome = climb.assessed().genome();
        members.remove(climb.assessed());
        next.ifPresentOrElse(
                changed -> {
                    climbs.put(genome, changed);
                    members.add(changed.assessed());
                },
                () -> fail(genome));
    }

    private void complete(List<Trial> wanted) {
        trials.complete(wanted.stream()
                .flatMap(trial -> terms.folding().trials(trial).stream())
                .map(terms::request)
                .toList());
    }

    private Optional<Measures> measured(Trial trial) {
        return terms.folding().measures(fold -> trials.find(trial.withFold(fold)));
    }
}
