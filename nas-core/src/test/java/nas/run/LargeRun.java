package nas.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nas.Seeds;
import nas.evolve.Evolution;
import nas.evolve.Proposal;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Bred;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.QuickJournal;
import nas.journal.RunFolder;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * The journal of a run of 100,000 trials that was killed when its last generation had ended. Does what {@link Search} does,
 * with another journal; if it did anything else, the search would refuse it or train.
 */
final class LargeRun implements Closeable {
    static final int TRIALS = 100_000;

    private static final int POPULATION = 100;
    private static final int GENERATIONS = 1_005; // some genomes are bred twice

    /** More than a hundred million genomes; as many generations as it takes, whether the front stands still or not. */
    static final SearchSettings SETTINGS = new SearchSettings(
            new SearchSpace(
                    Ladder.integers(2, 4, Ladder.Scale.LINEAR),
                    Ladder.integers(4, 256, Ladder.Scale.LOG),
                    new Ladder<>(List.of(Activation.RELU, Activation.ELU, Activation.GELU, Activation.TANH)),
                    new Ladder<>(List.of(0.0, 0.1, 0.2, 0.3, 0.5)),
                    Recipe.DEFAULT),
            ObjectiveSettings.DEFAULT,
            new EvolutionSettings(POPULATION, GENERATIONS, GENERATIONS),
            42,
            10);

    private final QuickJournal journal;
    private final Map<Genome, TrialResult> known = new HashMap<>();
    private final ObjectiveFitness fitness;
    private final Evolution evolution;

    private LargeRun(RunFolder folder, Header header) throws IOException {
        this.journal = new QuickJournal(folder, header);
        this.fitness = new ObjectiveFitness(
                this::measure,
                genome ->
                        genome.parameters(header.data().inputs(), header.data().outputs()),
                SETTINGS.objective().perDecade());
        this.evolution = new Evolution(
                new Evolution.Breeding(SETTINGS.space(), UnaryOperator.identity(), POPULATION, SETTINGS.seed()),
                fitness);
    }

    /** Writes the journal into an empty folder. */
    static void write(RunFolder folder) throws IOException {
        try (LargeRun run = new LargeRun(folder, JournalFixtures.header(20))) {
            for (int i = 0; i < GENERATIONS; i++) {
                run.generation();
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private void generation() {
        int before = known.size();
        fitness.beginGeneration();
        if (evolution.generation() == 0) {
            SearchSpace space = SETTINGS.space();
            evolution.start(List.of(space.smallest(4, 3), space.largest(4, 3)));
        } else {
            evolution.next();
        }
        List<Proposal> proposals = evolution.proposals();
        journal.append(new GenerationEnded(
                evolution.generation(),
                proposals.stream().map(LargeRun::bred).toList(),
                proposals.size() - (known.size() - before)));
    }

    private Map<Genome, Measures> measure(Set<Genome> genomes) {
        Map<Genome, Measures> measured = new HashMap<>();
        for (Genome genome : genomes) {
            known.computeIfAbsent(genome, this::train).measures().ifPresent(measures -> measured.put(genome, measures));
        }
        return measured;
    }

    private TrialResult train(Genome genome) {
        Trial trial = new Trial(
                genome, new Budget(SETTINGS.epochs()), Seeds.derive(SETTINGS.seed(), "search"), Fold.VALIDATION);
        TrialResult result = FakeEvaluator.result(TrialRequest.of(trial), FakeEvaluator::formulaOrFailure);
        journal.append(new TrialEnded(result));
        return result;
    }

    private static Bred bred(Proposal proposal) {
        return new Bred(
                proposal.genome().key(),
                proposal.parents().stream().map(Genome::key).toList(),
                proposal.operators());
    }
}
