package nas.report;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nas.journal.DataSummary;
import nas.journal.RunDetails;
import nas.journal.RunHistory;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** What the winner's saved network, that of its first final training, said of the test rows, and what they are. */
final class TestAnswers {
    private static final Set<Detail> WANTED = EnumSet.of(Detail.PREDICTIONS, Detail.TARGETS);

    private final DataSummary data;

    /** {@code [rows, outputs]}, row-major. */
    private final float[] said;

    /** The class of each row, or {@code [rows, outputs]} standardised values. */
    private final float[] right;

    private TestAnswers(DataSummary data, FloatVector said, FloatVector right) {
        this.data = data;
        this.said = said.toArray();
        this.right = right.toArray();
    }

    /** Returns the answers of a run's winner; empty where there are none, or an older version did not keep them. */
    static Optional<TestAnswers> of(RunHistory history, RunDetails details) {
        Optional<Genome> winner = history.concluded()
                .map(found -> found.winner())
                .map(Assessed::genome)
                .filter(genome -> history.end().isPresent());
        return winner.flatMap(genome -> history.trials(Fold.TEST)
                .filter(result -> result.trial().genome().equals(genome)
                        && result.measures().isPresent())
                .flatMap(result -> details.find(new TrialRequest(result.trial(), WANTED)).stream())
                .findFirst()
                .flatMap(result -> of(history.header().data(), result)));
    }

    private static Optional<TestAnswers> of(DataSummary data, TrialResult result) {
        FloatVector said = result.detail(Detail.PREDICTIONS).orElseThrow();
        FloatVector right = result.detail(Detail.TARGETS).orElseThrow();
        int rows = data.predictsClasses() ? right.size() : right.size() / data.outputs();
        return said.size() == rows * data.outputs()
                ? Optional.of(new TestAnswers(data, said, right))
                : Optional.empty();
    }

    DataSummary data() {
        return data;
    }

    int rows() {
        return said.length / data.outputs();
    }

    /**
     * Returns how often each class was taken for each other one, {@code [class, answer]}; the answer is the most probable class,
     * of several the first.
     */
    int[][] confusion() {
        int[][] counts = new int[data.outputs()][data.outputs()];
        for (int row = 0; row < right.length; row++) {
            counts[(int) right[row]][best(row * data.outputs())]++;
        }
        return counts;
    }

    private int best(int offset) {
        int best = 0;
        for (int i = 1; i < data.outputs(); i++) {
            if (said[offset + i] > said[offset + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Returns the value of an output in its unit: as it is in a row, then as it was predicted. */
    double[] values(int row, int output) {
        DataSummary.Target target = data.targets().isEmpty()
                ? new DataSummary.Target("")
                : data.targets().get(output);
        int at = row * data.outputs() + output;
        return new double[] {
            right[at] * target.deviation() + target.mean(), said[at] * target.deviation() + target.mean()
        };
    }
}
