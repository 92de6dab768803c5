package nas.run;

import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nas.journal.DataSummary;
import nas.select.Assessed;
import nas.select.BootstrapBias;
import nas.select.CorrectedMeasures;
import nas.select.Noise;
import nas.select.Race;
import nas.select.RowLosses;
import nas.select.RowScores;
import nas.select.RowScores.RowErrors;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.trial.Detail;
import nas.trial.TrialResult;

/**
 * What to expect on unseen rows where no test rows tell: by how much the rule flatters itself on the rows that it chooses by,
 * over all genomes of the highest rung ({@link BootstrapBias}). What the rule takes the noise of a difference to be was
 * fixed by the race of the finalists.
 *
 * @param data what is learnt
 * @param rule the rule that chooses
 * @param seed what bootstraps are drawn from
 */
record UnseenEstimate(DataSummary data, WinnerRule rule, long seed) {
    /** Returns what trials at the highest rung must tell of each row; nothing where there are test rows. */
    static Set<Detail> details(DataSummary data) {
        if (data.rows().test() > 0) {
            return Set.of();
        }
        EnumSet<Detail> details = EnumSet.copyOf(data.comparedDetails());
        details.add(Detail.ROW_ERRORS);
        return Sets.immutableEnumSet(details);
    }

    /**
     * Returns the estimate, or empty where there are test rows, nothing was measured at the highest rung, or there is but one
     * row or group of rows, none of which can be left out.
     *
     * @param race how the finalists did
     * @param exploration where the genomes were tried, at the rungs of these terms
     */
    Optional<CorrectedMeasures> of(Race race, Exploration exploration, Trials trials) {
        if (data.rows().test() > 0) {
            return Optional.empty();
        }
        return Selection.of(exploration.detailed(), rule).flatMap(selection -> {
            Noise noise = new Noise(race.pooledError(), selection.noise().reference());
            BootstrapBias bias = new BootstrapBias(rule, selection.scale().constantLoss(), noise, seed);
            List<RowScores> scores = scores(exploration, trials);
            return units(scores.get(0).rows()) < 2 ? Optional.empty() : Optional.of(bias.estimate(scores, errors()));
        });
    }

    private List<RowScores> scores(Exploration exploration, Trials trials) {
        List<RowScores> scores = new ArrayList<>();
        for (Assessed member : exploration.detailed()) {
            List<TrialResult> results = data.folding().trials(exploration.detailedTrial(member.genome())).stream()
                    .flatMap(trial -> trials.find(trial).stream())
                    .toList();
            RowResults rows = new RowResults(data, results);
            scores.add(new RowScores(member.genome(), member.parameters(), rows.losses(), rows.errors()));
        }
        return scores;
    }

    /** Rows of a group are drawn together. */
    private static long units(RowLosses rows) {
        ImmutableIntArray groups = rows.groups();
        return groups == null ? rows.size() : groups.stream().distinct().count();
    }

    private RowErrors errors() {
        if (data.predictsClasses()) {
            return RowErrors.WRONG;
        }
        return data.outputs() == 1 ? RowErrors.SQUARED : RowErrors.UNKNOWN;
    }
}
