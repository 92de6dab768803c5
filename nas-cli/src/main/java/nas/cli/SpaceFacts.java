package nas.cli;

import nas.data.Dataset;
import nas.run.SpaceSurvey;
import nas.train.Engine;
import nas.train.EngineChoice;

/**
 * What is known of a search before it begins.
 *
 * @param plan what is to be searched
 * @param survey what genomes there are
 * @param engine the word of the engine that trains them all, or {@code auto} where there are two
 * @param dl4jShare which share of the genomes DL4J trains
 */
record SpaceFacts(SearchPlan plan, SpaceSurvey survey, String engine, double dl4jShare) {
    static SpaceFacts of(SearchPlan plan, EngineChoice choice) {
        Dataset data = plan.data();
        SpaceSurvey survey = new SpaceSurvey(plan.settings(), data.inputs(), data.outputs());
        return new SpaceFacts(
                plan,
                survey,
                choice.resolved(plan.settings().space()),
                survey.shareOfRepaired(genome -> choice.engine(genome) == Engine.DL4J));
    }
}
