package nas.bench;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.run.Trials;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.EvaluationStoppedException;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * Answers trials from a table, whatever their seed: the first seed's losses on the half of the validation rows that
 * strategies see. Each epoch of a genome is paid for once, so that a training which goes on costs what is added; a failed one
 * costs as much as any. It stops at the first training that is more than what is left.
 */
final class LookUp implements Trials {
    private static final TrialResult.Effort NO_EFFORT = new TrialResult.Effort("table", "none", 0);

    private final Seen seen;
    private final int finalEpochs;
    private final long budget;
    private final Map<Genome, Integer> paid = new HashMap<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private long spent;

    /**
     * What strategies may see of a table.
     *
     * @param constantLoss loss of the constant prediction
     * @param rows each genome's row
     * @param curves each genome's losses
     */
    record Seen(double constantLoss, Map<Genome, LossTable.Row> rows, Map<Genome, float[]> curves) {
        /** Takes it from a table. */
        static Seen of(LossTable table) {
            Map<Genome, LossTable.Row> rows = Maps.uniqueIndex(table.rows(), LossTable.Row::genome);
            Map<Genome, float[]> curves = new HashMap<>();
            rows.forEach((genome, row) -> curves.put(genome, row.curves().get(0).toArray()));
            return new Seen(table.ground().seen().constantLoss(), rows, curves);
        }

        long parameters(Genome genome) {
            return row(genome).parameters();
        }

        /** Returns the measures after some epochs, unless the training has failed by then. */
        Optional<Measures> measures(Genome genome, int epochs) {
            row(genome);
            double loss = curves.getOrDefault(genome, new float[0])[epochs - 1];
            return Double.isNaN(loss) ? Optional.empty() : Optional.of(new Measures(loss, 0, constantLoss, null, null));
        }

        /** Returns those of some genomes that have not failed, as they are after some epochs. */
        List<Assessed> assessed(Collection<Genome> genomes, int epochs) {
            List<Assessed> assessed = new ArrayList<>();
            for (Genome genome : genomes) {
                measures(genome, epochs)
                        .ifPresent(measures -> assessed.add(new Assessed(genome, parameters(genome), measures)));
            }
            return assessed;
        }

        private LossTable.Row row(Genome genome) {
            LossTable.Row row = rows.get(genome);
            if (row == null) {
                throw new IllegalArgumentException("the table has no " + genome);
            }
            return row;
        }
    }

    /**
     * A genome that was trained to the highest rung.
     *
     * @param genome the genome
     * @param spent epochs paid for by then, its own included
     */
    record Purchase(Genome genome, long spent) {}

    /**
     * Begins with nothing spent.
     *
     * @param finalEpochs epochs of the highest rung
     * @param budget epochs that may be spent
     */
    LookUp(Seen seen, int finalEpochs, long budget) {
        this.seen = seen;
        this.finalEpochs = finalEpochs;
        this.budget = budget;
    }

    @Override
    public void complete(List<TrialRequest> requests) {
        for (TrialRequest request : requests) {
            pay(request.trial().genome(), request.trial().budget().epochs());
        }
    }

    private void pay(Genome genome, int epochs) {
        int before = paid.getOrDefault(genome, 0);
        if (epochs <= before) {
            return;
        }
        if (spent + epochs - before > budget) {
            throw new EvaluationStoppedException();
        }
        spent += epochs - before;
        paid.put(genome, epochs);
        if (epochs == finalEpochs) {
            purchases.add(new Purchase(genome, spent));
        }
    }

    @Override
    public Optional<TrialResult> find(Trial trial) {
        int epochs = trial.budget().epochs();
        return paid.getOrDefault(trial.genome(), 0) < epochs
                ? Optional.empty()
                : Optional.of(new TrialResult(trial, outcome(trial.genome(), epochs), NO_EFFORT));
    }

    private Outcome outcome(Genome genome, int epochs) {
        return seen.measures(genome, epochs)
                .<Outcome>map(measures -> new Outcome.Measured(measures, LearningCurve.EMPTY))
                .orElseGet(() -> new Outcome.Failed(Outcome.Cause.NOT_FINITE, "failed in the table"));
    }

    /** Returns the epochs paid for so far. */
    long spent() {
        return spent;
    }

    /** Returns what was trained to the highest rung, in that order. */
    List<Purchase> purchases() {
        return List.copyOf(purchases);
    }
}
