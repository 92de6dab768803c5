package nas.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.Seeds;
import nas.data.Dataset;
import nas.run.SearchSettings;
import nas.run.SpaceSurvey;
import nas.space.Genome;

/**
 * The command that measures how well the order at each rung of a search space foretells the order at the end: 30 networks,
 * drawn at random independently of each other, are trained for the epochs of finalists with three seeds, whatever they
 * promise, and measured on the validation rows after each epoch. A rung is a prefix of that training, as in a search, which
 * however begins with networks of its own choice and soon prefers good ones. Prints Markdown.
 *
 * <p>Arguments: a search-space file and the folder of its data.
 */
public final class RungOrderMain {
    private static final int GENOMES = 30;
    private static final int SEEDS = 3;

    private final Dataset data;
    private final SearchSettings settings;
    private final List<Genome> genomes;

    private RungOrderMain(SearchTask task) {
        this.data = task.data();
        this.settings = task.settings();
        SpaceSurvey survey = new SpaceSurvey(settings, data.inputs(), data.outputs());
        this.genomes = survey.drawn().stream()
                .map(survey::repaired)
                .distinct()
                .limit(GENOMES)
                .toList();
    }

    /**
     * Trains and prints.
     *
     * @param arguments a search-space file and the folder of its data
     */
    public static void main(String[] arguments) {
        new RungOrderMain(SearchTask.of(arguments)).print(System.out);
    }

    private void print(PrintStream out) {
        int epochs = settings.finalists().epochs();
        LongSummaryStatistics sizes = genomes.stream()
                .mapToLong(genome -> genome.parameters(data.inputs(), data.outputs()))
                .summaryStatistics();
        out.printf(
                Locale.ROOT,
                "%s: %d networks of %,d to %,d parameters, %d epochs, %d seeds%n%n",
                data.name(),
                genomes.size(),
                sizes.getMin(),
                sizes.getMax(),
                epochs,
                SEEDS);
        RungOrder order = order(epochs);
        out.println(
                "| order after | tau with the end of the same trainings | tau with the other seeds' mean loss at the end |");
        out.println("|---|---|---|");
        Stream.concat(settings.rungs().epochs().stream(), Stream.of(epochs))
                .distinct()
                .forEach(rung -> out.println("| " + rung + " epochs | " + order.withOwnEnd(rung) + " | "
                        + order.withOtherSeeds(rung) + " |"));
    }

    private RungOrder order(int epochs) {
        FullTraining training = new FullTraining(epochs, Runtime.getRuntime().availableProcessors(), () -> {});
        return new RungOrder(IntStream.rangeClosed(1, SEEDS)
                .mapToObj(number -> training.of(data, genomes, Seeds.derive(number, "rung order")))
                .map(curves -> genomes.stream().map(curves::of).toList())
                .toList());
    }
}
