package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.journal.RunHistory;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import nas.trial.Outcome;

/** All trials as rows of a few columns: what is said often is said once, under a number. */
final class TrialsJson {
    private static final List<String> COLUMNS =
            List.of("trial", "phase", "generation", "genome", "epochs", "fold", "loss", "metric", "seconds", "failure");

    private final RunHistory history;
    private final GenomeTable genomes;
    private final Map<String, Integer> words = new LinkedHashMap<>();

    private TrialsJson(RunHistory history, GenomeTable genomes) {
        this.history = history;
        this.genomes = genomes;
    }

    static ObjectNode of(RunHistory history, GenomeTable genomes) {
        return new TrialsJson(history, genomes).table();
    }

    private ObjectNode table() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        COLUMNS.forEach(node.putArray("columns")::add);
        ArrayNode rows = node.putArray("rows");
        TrialRow.of(history).forEach(row -> write(row, rows.addArray()));
        words.keySet().forEach(node.putArray("words")::add);
        return node;
    }

    private void write(TrialRow row, ArrayNode into) {
        LeadingMetric metric = history.header().data().metric();
        Optional<Measures> measures = row.result().measures();
        into.add(row.number()).add(word(row.phase().word()));
        into.add(row.generation().isPresent() ? (Integer) row.generation().getAsInt() : null);
        into.add(genomes.number(row.result().trial().genome()));
        into.add(row.result().trial().budget().epochs());
        into.add(word(fold(row)));
        into.add(measures.map(Measures::loss).map(Rounded::of).orElse(null));
        into.add(measures.flatMap(metric::of).map(Rounded::of).orElse(null));
        into.add(Rounded.of(row.result().effort().seconds()));
        into.add(row.result()
                .failure()
                .map(Outcome.Failed::reason)
                .map(this::word)
                .orElse(null));
    }

    /** By which seed rows were divided is for the journal. */
    private static String fold(TrialRow row) {
        return row.result().trial().fold().word().replaceFirst(" of .*", "");
    }

    private int word(String word) {
        return words.computeIfAbsent(word, any -> words.size());
    }
}
