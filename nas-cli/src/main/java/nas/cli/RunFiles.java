package nas.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.ResultJson;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.report.ReportJson;
import nas.report.ReportPage;
import nas.report.TrialsCsv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of a run's folder that are made from its journal, for people and other programs. */
final class RunFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
    private static final String RESULT = "result.json";

    private final RunFolder folder;

    RunFiles(RunFolder folder) {
        this.folder = folder;
    }

    /** Writes the result and returns its text. */
    String writeResult(RunHistory history, RunState state) {
        String json = ResultJson.text(folder, history, state);
        folder.write(RESULT, json);
        return json;
    }

    /** Writes what people look at: the report, beside the progress of other runs, and the table of all trials. */
    void writeReport(RunHistory history, RunState state, List<ReportJson.Other> others) {
        folder.write(TrialsCsv.FILE, TrialsCsv.of(history));
        folder.write(
                ReportPage.FILE,
                ReportPage.of(new ReportJson.Source(folder, history, state, command(history), others)));
    }

    /**
     * Writes the same at the end of a search, whose result must not suffer from it.
     *
     * @return what went wrong, if anything did
     */
    Optional<String> tryWriteReport(RunHistory history, RunState state) {
        try {
            writeReport(history, state, List.of());
            return Optional.empty();
        } catch (UncheckedIOException e) {
            LOG.warn("the report could not be written", e);
            return Optional.of(CommandErrors.reason(e));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("the report could not be written", e);
            return Optional.of("internal error, please report it: " + e);
        }
    }

    /** Where time ended the search, only the number of generations ends it there again. */
    private String command(RunHistory history) {
        boolean isByTime = history.winner()
                .map(WinnerChosen::stop)
                .filter(stop -> stop == Stop.TIME)
                .isPresent();
        String settings =
                RunNames.reference(folder.path().toAbsolutePath().normalize().resolve(RunFolder.SETTINGS_FILE));
        return "nas search " + settings
                + (isByTime ? " --generations " + history.generations().size() : "");
    }
}
