package nas.cli;

import java.io.PrintWriter;
import nas.spec.ResolvedYaml;
import nas.train.EngineChoice;
import nas.trial.EvaluationStoppedException;
import picocli.CommandLine.ExitCode;

/** Says what a search would meet, without beginning it. */
final class SpaceCheck {
    private final RunSession session;
    private final EngineChoice engine;

    SpaceCheck(RunSession session, EngineChoice engine) {
        this.session = session;
        this.engine = engine;
    }

    /** Prints what is to be said of a space and returns the exit code. */
    int print(SearchPlan plan, Interruption interruption) {
        int workers = session.options().workers();
        SearchEstimate.Probe probe =
                new SearchEstimate.Probe(engine, workers, session.options().timeLimit, interruption::begin);
        try {
            return print(SpaceFacts.of(plan, engine, probe));
        } catch (EvaluationStoppedException e) {
            session.say("interrupted; nothing was begun");
            return Interruption.EXIT_CODE;
        }
    }

    private int print(SpaceFacts facts) {
        return print(session.options().isJson ? CheckJson.of(facts) : CheckText.of(facts));
    }

    /** Prints a space with every default written out and returns the exit code. */
    int printResolved(SearchPlan plan) {
        return print(ResolvedYaml.write(plan.spec(), plan.settings(), Environment.outputCharset()));
    }

    private int print(String text) {
        PrintWriter out = session.out();
        out.print(text);
        out.flush();
        return ExitCode.OK;
    }
}
