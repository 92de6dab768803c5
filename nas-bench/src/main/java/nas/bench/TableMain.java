package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The command of the tabular benchmark. {@code build} trains all networks of the tasks and writes their tables;
 * {@code search} has every method search them by look-up, and prints what they find in Markdown. {@code NAS_TEST_DATA} names
 * the folder with real data.
 */
public final class TableMain {
    private static final String USAGE = "arguments must be: build|search FOLDER [spirals|housing]...";
    private static final int PROGRESS = 250;

    /** How many searches each method makes. */
    private static final int SEARCHES = 200;

    private final Path folder;
    private final PrintStream out;

    private TableMain(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments {@code build} or {@code search}, the folder for the tables, and which tasks, all if none is named
     * @throws IllegalArgumentException if they are anything else
     */
    public static void main(String[] arguments) {
        checkArgument(arguments.length >= 2, USAGE);
        TableMain command = new TableMain(Path.of(arguments[1]), System.out);
        List<TabularTask> tasks = tasks(List.of(arguments).subList(2, arguments.length));
        switch (arguments[0]) {
            case "build" -> tasks.forEach(command::build);
            case "search" -> tasks.forEach(command::search);
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private static List<TabularTask> tasks(List<String> words) {
        Path data = Path.of(Objects.requireNonNullElse(System.getenv("NAS_TEST_DATA"), "."));
        ImmutableMap<String, TabularTask> all = TabularTask.all(data);
        checkArgument(all.keySet().containsAll(words), USAGE);
        return words.isEmpty()
                ? all.values().asList()
                : ImmutableList.copyOf(Maps.filterKeys(all, words::contains).values());
    }

    private void build(TabularTask task) {
        int trainings = LossTable.SEEDS * task.genomes().size();
        TableTraining training =
                new TableTraining(task, Runtime.getRuntime().availableProcessors(), ended -> tell(ended, trainings));
        LossTableFile file = file(task);
        file.write(training.table());
        out.println(file.path() + " is written");
    }

    private void tell(int ended, int trainings) {
        if (ended % PROGRESS == 0) {
            out.println(ended + " of " + trainings + " networks are trained");
        }
    }

    private void search(TabularTask task) {
        out.println(new TableReport(task, file(task).read(task), SEARCHES).text());
    }

    private LossTableFile file(TabularTask task) {
        return new LossTableFile(folder.resolve(task.word() + ".table.gz"));
    }
}
