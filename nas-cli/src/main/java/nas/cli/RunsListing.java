package nas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.InvalidInputException;
import nas.journal.JournalReader;
import nas.journal.RunAnswer;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.select.Assessed;
import nas.trial.LeadingMetric;

/** The list of runs, as people or programs read it. */
final class RunsListing {
    private static final String ROW = "%-18s %-11s %-13s %10s %-16s %s%n";

    private final Environment environment;
    private final PrintWriter out;
    private final PrintWriter err;

    RunsListing(Environment environment, PrintWriter out, PrintWriter err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** A run that can be read. */
    private record Row(RunFolder folder, RunHistory history, RunState state, Optional<Assessed> winner) {
        Instant started() {
            return history.header().started();
        }

        String metric(Assessed assessed) {
            LeadingMetric metric = history.header().data().metric();
            return Figures.heading(metric).toLowerCase(Locale.ROOT) + " " + Figures.value(metric, assessed.measures());
        }
    }

    /** Prints a table. */
    void printTable() {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            out.println("No runs in " + environment.runs());
        } else {
            out.printf(Locale.ROOT, ROW, "RUN", "STATE", "DATA", "PARAMETERS", "VALIDATION", "AGE");
            rows.forEach(this::print);
        }
    }

    /** Prints one JSON object. */
    void printJson() {
        out.println(json(rows()).toPrettyString());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (RunFolder folder : new RunNames(environment.runs()).all()) {
            try {
                RunHistory history = JournalReader.read(folder);
                rows.add(new Row(
                        folder, history, folder.state(history), history.answer().map(RunAnswer::winner)));
            } catch (InvalidInputException | UncheckedIOException e) {
                CommandErrors.print(e, err);
            }
        }
        return rows;
    }

    private void print(Row row) {
        out.printf(
                Locale.ROOT,
                ROW,
                Figures.cut(row.folder().name().replaceAll("\\p{Cc}", "?"), 18),
                row.state().word(),
                Figures.cut(row.history().header().data().name(), 13),
                row.winner().map(winner -> Figures.count(winner.parameters())).orElse("-"),
                row.winner().map(row::metric).orElse("-"),
                Figures.rough(Duration.between(row.started(), environment.time().instant())));
    }

    private ObjectNode json(List<Row> rows) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = node.putArray("runs");
        for (Row row : rows) {
            runs.addObject()
                    .put("run", row.folder().name())
                    .put("path", row.folder().path().toString())
                    .put("state", row.state().word())
                    .put("started", row.started().toString())
                    .put("data", row.history().header().data().name())
                    .put("parameters", row.winner().map(Assessed::parameters).orElse(null))
                    .put("loss", row.winner().map(Assessed::loss).orElse(null))
                    .put(
                            "accuracy",
                            row.winner()
                                    .map(winner -> winner.measures().accuracy())
                                    .orElse(null))
                    .put(
                            "rmse",
                            row.winner().map(winner -> winner.measures().rmse()).orElse(null));
        }
        return node;
    }
}
