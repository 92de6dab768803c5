package nas.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * How many small trials end in a second.
 *
 * @param oneWorker with one worker
 * @param allWorkers with several workers
 * @param workers how many these are
 * @param ratio how many times as many trials they end; the median of ratios, not the ratio of medians
 */
public record Throughput(double oneWorker, double allWorkers, int workers, double ratio) {
    private static final int INPUTS = 784;
    private static final int BATCH = 128;
    private static final int EPOCHS = 2;
    private static final int TRIALS_PER_WORKER = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Hidden layers of the trials, from large to small: the last ones to end must not keep the others waiting. */
    private static final List<List<Integer>> SIZES =
            List.of(List.of(64, 32), List.of(64), List.of(32, 16), List.of(32), List.of(16), List.of());

    /** Trials per second in one round. */
    private record Round(double one, double all) {}

    static Throughput measure(SpeedProbe.Effort effort, int workers) {
        Dataset data = ProbeRows.of(INPUTS, effort.rows());
        List<TrialRequest> requests = requests(Math.max(effort.trials(), TRIALS_PER_WORKER * workers));
        try (LocalEvaluator one = new LocalEvaluator(data, 1);
                LocalEvaluator all = new LocalEvaluator(data, workers)) {
            perSecond(all, requests); // warms up
            perSecond(one, requests.subList(0, 1));
            List<Round> rounds = new ArrayList<>();
            long began = System.nanoTime();
            while (!effort.isEnough(rounds.size(), began)) {
                rounds.add(new Round(perSecond(one, requests), perSecond(all, requests)));
            }
            return of(rounds, workers);
        }
    }

    private static Throughput of(List<Round> rounds, int workers) {
        return new Throughput(
                SpeedProbe.median(rounds, Round::one),
                SpeedProbe.median(rounds, Round::all),
                workers,
                SpeedProbe.median(rounds, round -> round.all / round.one));
    }

    private static List<TrialRequest> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Integer> units = SIZES.get(i * SIZES.size() / count);
                    Genome genome = new ProbeNetwork(INPUTS, units, BATCH).genome();
                    return TrialRequest.of(new Trial(genome, new Budget(EPOCHS), i, Fold.VALIDATION));
                })
                .toList();
    }

    private static double perSecond(LocalEvaluator evaluator, List<TrialRequest> requests) {
        long began = System.nanoTime();
        evaluator.evaluate(requests, Throughput::check);
        return requests.size() * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    private static void check(TrialResult result) {
        result.failure().ifPresent(failed -> {
            throw new IllegalStateException("a trial of the speed probe failed: " + failed.reason());
        });
    }
}
