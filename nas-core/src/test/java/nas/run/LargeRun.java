package nas.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.QuickJournal;
import nas.journal.RunFolder;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * The journal of a run of 100,000 trials that was killed when its last generation had ended. Does what {@link Search} does,
 * with another journal; if it did anything else, the search would refuse it or train.
 */
final class LargeRun implements Closeable, Trials {
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
    private final Map<Trial, TrialResult> known = new HashMap<>();
    private final AskedTrials asked = new AskedTrials();
    private final Exploration exploration;

    private LargeRun(RunFolder folder, Header header) throws IOException {
        this.journal = new QuickJournal(folder, header);
        this.exploration = Search.exploration(SETTINGS, header.data(), this);
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
        Exploration.Round round = exploration.next().orElseThrow();
        journal.append(Decisions.ended(round, asked.take()));
    }

    @Override
    public void complete(List<TrialRequest> requests) {
        requests.stream()
                .map(TrialRequest::trial)
                .filter(trial -> !known.containsKey(trial))
                .forEach(this::train);
    }

    private void train(Trial trial) {
        asked.add(trial);
        TrialResult result = FakeEvaluator.result(TrialRequest.of(trial), FakeEvaluator::formulaOrFailure);
        known.put(trial, result);
        journal.append(new TrialEnded(result));
    }

    @Override
    public Optional<TrialResult> find(Trial trial) {
        return Optional.ofNullable(known.get(trial));
    }
}
