package nas.run;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nas.journal.DataSummary;
import nas.select.Assessed;
import nas.select.BootstrapBias;
import nas.select.CorrectedMeasures;
import nas.select.RowScores;
import nas.select.RowScores.RowErrors;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.trial.Detail;
import nas.trial.TrialResult;

/**
 * What to expect on unseen rows where no test rows tell: by how much the rule flatters itself on the rows that it chooses by,
 * over all genomes of the highest rung ({@link BootstrapBias}).
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
     * Returns the estimate, or empty where there are test rows or nothing was measured.
     *
     * @param exploration where the genomes were tried, at the rungs of these terms
     */
    Optional<CorrectedMeasures> of(Exploration exploration, Trials trials) {
        if (data.rows().test() > 0) {
            return Optional.empty();
        }
        return Selection.of(exploration.top(), rule).map(selection -> of(exploration, trials, selection));
    }

    private CorrectedMeasures of(Exploration exploration, Trials trials, Selection selection) {
        List<RowScores> scores = new ArrayList<>();
        for (Assessed member : exploration.top()) {
            List<TrialResult> results = data.folding().trials(exploration.topTrial(member.genome())).stream()
                    .flatMap(trial -> trials.find(trial).stream())
                    .toList();
            RowResults rows = new RowResults(data, results);
            scores.add(new RowScores(member.genome(), member.parameters(), rows.losses(), rows.errors()));
        }
        return new BootstrapBias(rule, selection.scale().constantLoss(), selection.noise(), seed)
                .estimate(scores, errors());
    }

    private RowErrors errors() {
        if (data.predictsClasses()) {
            return RowErrors.WRONG;
        }
        return data.outputs() == 1 ? RowErrors.SQUARED : RowErrors.UNKNOWN;
    }
}
