package nas.cli;

import java.util.List;
import nas.data.Dataset;
import nas.data.Split;
import nas.run.SpaceSurvey;
import nas.space.IneffectiveChoices;
import nas.space.IneffectiveChoices.Circumstances;
import nas.space.IneffectiveChoices.Finding;
import nas.space.ReachableWidths.Limit;
import nas.train.Engine;
import nas.train.EngineChoice;

/**
 * What is known of a search before it begins.
 *
 * @param plan what is to be searched
 * @param survey what genomes there are
 * @param engine the word of the engine that trains them all, or {@code auto} where there are two
 * @param dl4jShare which share of the genomes DL4J trains
 * @param findings choices that cannot matter
 * @param estimate what the search will take
 */
record SpaceFacts(
        SearchPlan plan,
        SpaceSurvey survey,
        String engine,
        double dl4jShare,
        List<Finding> findings,
        SearchEstimate estimate) {
    /** Copies the list. */
    SpaceFacts {
        findings = List.copyOf(findings);
    }

    /** Returns all that is known; what takes time is up to the probe. */
    static SpaceFacts of(SearchPlan plan, EngineChoice choice, SearchEstimate.Probe probe) {
        Dataset data = plan.data();
        SpaceSurvey survey = new SpaceSurvey(plan.settings(), data.inputs(), data.outputs());
        return new SpaceFacts(
                plan,
                survey,
                choice.resolved(plan.settings().space()),
                survey.shareOfRepaired(genome -> choice.engine(genome) == Engine.DL4J),
                IneffectiveChoices.of(plan.settings().space(), circumstances(plan)),
                SearchEstimate.of(plan, survey, probe));
    }

    private static Circumstances circumstances(SearchPlan plan) {
        Dataset data = plan.data();
        Long most = plan.settings().objective().maxParams();
        Split split = data.ofOneTrial().split();
        return new Circumstances(
                new Limit(data.inputs(), data.outputs(), most == null ? Long.MAX_VALUE : most),
                split.train().length + split.validation().length,
                plan.settings().finalists().epochs());
    }
}
