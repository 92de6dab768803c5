package nas.cli;

import nas.InvalidInputException;
import nas.journal.RunFolder;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunArgument {
    @Parameters(paramLabel = "RUN", description = "Name of a run, or path of its folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String run;

    /**
     * Returns its folder.
     *
     * @throws InvalidInputException if there is no such run
     */
    RunFolder folder(Environment environment) {
        return new RunNames(environment.runs()).find(run);
    }
}
