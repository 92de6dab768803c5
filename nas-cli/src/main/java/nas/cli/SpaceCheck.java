package nas.cli;

import java.io.PrintWriter;
import nas.spec.SpecJson;
import nas.train.EngineChoice;
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
        SpaceFacts facts = SpaceFacts.of(plan, engine);
        return print(session.options().isJson ? SpaceJson.of(facts) : SpaceText.of(facts));
    }

    /** Prints a space with every default written out and returns the exit code. */
    int printResolved(SearchPlan plan) {
        return print(SpecJson.write(plan.spec(), plan.settings()));
    }

    private int print(String text) {
        PrintWriter out = session.out();
        out.print(text);
        out.flush();
        return ExitCode.OK;
    }
}
