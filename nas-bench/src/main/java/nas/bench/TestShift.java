package nas.bench;

import com.google.common.math.StatsAccumulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nas.Seeds;
import nas.data.Dataset;
import nas.data.Split;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.LeadingMetric;
import nas.trial.Trial;
import nas.trial.TrialRequest;

/**
 * Measures by how much the accuracy on held-out training rows differs from that on an official test set: both of the same
 * trained network, for two networks that no search has found, each trained in five of ten blocks. What a search is to reach on
 * held-out rows in order to reach something on the test rows follows from it.
 *
 * <p>Arguments: a search-space file, whose data and recipe count, and the folder of the data.
 */
public final class TestShift {
    private static final int EPOCHS = 30;
    private static final int BLOCKS = 5;
    private static final int OF = 10;
    private static final long PARTITION = Seeds.derive(1, "test shift");
    private static final int WORKERS = 2;
    private static final List<List<Integer>> NETWORKS = List.of(List.of(64), List.of(256, 128));

    private final Dataset data;
    private final List<Genome> genomes;

    private TestShift(Dataset data, Recipe recipe) {
        this.data = data;
        this.genomes = NETWORKS.stream().map(units -> genome(units, recipe)).toList();
    }

    /**
     * Measures and prints.
     *
     * @param arguments a search-space file, whose data and recipe count, and the folder of the data
     */
    public static void main(String[] arguments) {
        SearchTask task = SearchTask.of(arguments);
        new TestShift(task.data(), task.settings().space().recipes().usual()).print();
    }

    private static Genome genome(List<Integer> units, Recipe recipe) {
        return new Genome(
                new Architecture(units.stream()
                        .map(width -> new HiddenLayer(width, Activation.RELU, 0))
                        .toList()),
                recipe);
    }

    private void print() {
        Map<Genome, StatsAccumulator> heldOut = new LinkedHashMap<>();
        Map<Genome, StatsAccumulator> official = new LinkedHashMap<>();
        StatsAccumulator shifts = new StatsAccumulator();
        for (int number = 1; number <= BLOCKS; number++) {
            Split block = data.block(PARTITION, number, OF).split();
            Map<Genome, Double> held = accuracies(block.train(), block.validation(), number);
            Map<Genome, Double> tested = accuracies(block.train(), data.split().test(), number);
            for (Genome genome : genomes) {
                double onHeld = held.getOrDefault(genome, Double.NaN);
                double onTest = tested.getOrDefault(genome, Double.NaN);
                heldOut.computeIfAbsent(genome, each -> new StatsAccumulator()).add(onHeld);
                official.computeIfAbsent(genome, each -> new StatsAccumulator()).add(onTest);
                shifts.add(onHeld - onTest);
            }
        }
        System.out.println("| network | held out, % | official test, % | shift, points |");
        System.out.println("|---|---|---|---|");
        heldOut.forEach((genome, accuracies) -> {
            double onTest =
                    official.getOrDefault(genome, new StatsAccumulator()).mean();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %+.2f |%n",
                    genome.architecture().label(),
                    100 * accuracies.mean(),
                    100 * onTest,
                    100 * (accuracies.mean() - onTest));
        });
        System.out.printf(Locale.ROOT, "%nMean shift: %+.2f points%n", 100 * shifts.mean());
    }

    /** Equal training rows and seeds give equal networks, whatever they are measured on. */
    private Map<Genome, Double> accuracies(int[] trained, int[] measured, int number) {
        Dataset rows = Dataset.of(
                data.name(),
                new Dataset.Rows(data.features(), data.targets()),
                new Split(trained, measured, new int[0]),
                data.preprocessing());
        Map<Genome, Double> accuracies = new LinkedHashMap<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(rows, WORKERS)) {
            evaluator.evaluate(
                    genomes.stream()
                            .map(genome ->
                                    TrialRequest.of(new Trial(genome, new Budget(EPOCHS), number, Fold.VALIDATION)))
                            .toList(),
                    result -> accuracies.put(
                            result.trial().genome(),
                            LeadingMetric.ACCURACY
                                    .of(result.measures().orElseThrow())
                                    .orElseThrow()));
        }
        return accuracies;
    }
}
