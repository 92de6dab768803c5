package nas.train;

import static nas.train.SmallData.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;

/** A program that runs 10,000 tiny trials with an engine and prints how much memory it holds after 2,000 and at last. */
final class TinyTrials {
    static final Path STATUS = Path.of("/proc/self/status");

    private static final int FIRST = 2_000;
    private static final int ALL = 10_000;
    private static final int PER_SET = 250;

    private TinyTrials() {}

    public static void main(String[] args) throws IOException {
        Dataset data = SmallData.rings(60);
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 2, EngineChoice.valueOf(args[0]))) {
            for (int from = 0; from < ALL; from += PER_SET) {
                if (from == FIRST) {
                    System.out.println(residentKilobytes());
                }
                evaluator.evaluate(requests(from), result -> {
                    if (result.failure().isPresent()) {
                        throw new IllegalStateException(result.failure().get().reason());
                    }
                });
            }
            System.out.println(residentKilobytes());
        }
    }

    private static List<TrialRequest> requests(int from) {
        return IntStream.range(from, from + PER_SET)
                .mapToObj(i -> new Trial(genome(i), new Budget(5), i, i % 10 == 0 ? Fold.TEST : Fold.VALIDATION))
                .map(trial -> TrialRequest.of(trial, Detail.values()))
                .toList();
    }

    private static Genome genome(int i) {
        return switch (i % 3) {
            case 0 -> SmallData.genome();
            case 1 -> SmallData.genome(layer(1 + i % 32, 0));
            default -> SmallData.genome(layer(1 + i % 32, 0.1), layer(1 + i % 7, 0));
        };
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
