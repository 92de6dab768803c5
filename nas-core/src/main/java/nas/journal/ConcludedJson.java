package nas.journal;

import static nas.journal.JsonFields.constant;
import static nas.journal.JsonFields.flag;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.numberOrNull;
import static nas.journal.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.select.Assessed;
import nas.select.Certificate;
import nas.select.CorrectedMeasures;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Difference;
import nas.select.Finalist;
import nas.select.MetricEstimate;
import nas.select.Neighbour;
import nas.select.Race;
import nas.trial.LossScale;
import org.jspecify.annotations.Nullable;

/** How finalists and descent ended, as JSON. */
final class ConcludedJson {
    private static final String PARAMETERS = "parameters";
    private static final String MEASURES = "measures";
    private static final String DIFFERENCE = "difference";
    private static final String STANDARD_ERROR = "standardError";
    private static final String VERDICT = "verdict";
    private static final String TOLERANCE = "tolerance";
    private static final String METRIC = "metric";
    private static final String TIME_UP = "timeUp";

    private ConcludedJson() {}

    static void write(Concluded concluded, ObjectNode into) {
        AskedJson.write(concluded.asked(), into.putArray("asked"));
        write(concluded.race(), into.putObject("race"));
        concluded.descent().ifPresent(descent -> write(descent, into.putObject("descent")));
        concluded.unseen().ifPresent(unseen -> write(unseen, into.putObject("unseen")));
    }

    static Concluded read(JsonNode node) {
        return new Concluded(
                AskedJson.read(node.required("asked")),
                race(node.required("race")),
                node.has("descent") ? Optional.of(descent(node.required("descent"))) : Optional.empty(),
                node.has("unseen") ? Optional.of(unseen(node.required("unseen"))) : Optional.empty());
    }

    private static void write(CorrectedMeasures unseen, ObjectNode into) {
        into.put("loss", unseen.loss())
                .put("lossDeviation", unseen.lossDeviation())
                .put("accuracy", unseen.accuracy())
                .put("rmse", unseen.rmse())
                .put("metricDeviation", unseen.metricDeviation());
    }

    private static CorrectedMeasures unseen(JsonNode node) {
        return new CorrectedMeasures(
                number(node, "loss"),
                number(node, "lossDeviation"),
                numberOrNull(node, "accuracy"),
                numberOrNull(node, "rmse"),
                number(node, "metricDeviation"));
    }

    private static void write(Race race, ObjectNode into) {
        ArrayNode finalists = into.putArray("finalists");
        race.finalists().forEach(finalist -> write(finalist, finalists.addObject()));
        ArrayNode failed = into.putArray("failed");
        race.failed().forEach(genome -> GenomeJson.write(genome, failed.addObject()));
        into.put("reference", race.reference().genome().key());
        into.put("winner", race.winner().genome().key());
        into.put("constantLoss", race.scale().constantLoss());
        into.put("referenceLoss", race.scale().referenceLoss());
        into.put("pooledError", race.pooledError())
                .put(TOLERANCE, race.tolerance())
                .put("met", race.isMet());
    }

    private static Race race(JsonNode node) {
        List<Finalist> finalists = Streams.stream(node.required("finalists"))
                .map(ConcludedJson::finalist)
                .toList();
        return new Race(
                finalists,
                Streams.stream(node.required("failed")).map(GenomeJson::read).toList(),
                named(text(node, "reference"), finalists),
                new LossScale(number(node, "constantLoss"), number(node, "referenceLoss")),
                number(node, "pooledError"),
                number(node, TOLERANCE),
                named(text(node, "winner"), finalists),
                flag(node, "met"));
    }

    private static Finalist named(String key, List<Finalist> finalists) {
        return finalists.stream()
                .filter(finalist -> finalist.genome().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no finalist has the key " + key));
    }

    static ObjectNode write(Finalist finalist, ObjectNode into) {
        GenomeJson.write(finalist.genome(), into).put(PARAMETERS, finalist.parameters());
        MeasuresJson.write(finalist.measures(), into.putObject(MEASURES));
        return into.put("blocks", finalist.blocks())
                .put(DIFFERENCE, finalist.difference())
                .put(STANDARD_ERROR, finalist.standardError())
                .put(VERDICT, JsonFields.word(finalist.verdict()));
    }

    private static Finalist finalist(JsonNode node) {
        return new Finalist(
                GenomeJson.read(node),
                JsonFields.longInteger(node, PARAMETERS),
                MeasuresJson.read(node.required(MEASURES)),
                integer(node, "blocks"),
                number(node, DIFFERENCE),
                number(node, STANDARD_ERROR),
                constant(Finalist.Verdict.class, node, VERDICT));
    }

    private static void write(DescentResult descent, ObjectNode into) {
        write(descent.winner(), into.putObject("winner"));
        into.put(DIFFERENCE, descent.difference().value());
        into.put(STANDARD_ERROR, descent.difference().standardError());
        write(descent.reference(), into.putObject("reference"));
        ArrayNode moves = into.putArray("moves");
        descent.moves().forEach(move -> write(move, moves.addObject()));
        write(descent.neighbours(), into.putArray("neighbours"));
        write(descent.enlargements(), into.putArray("enlargements"));
        write(descent.certificate(), into.putObject("certificate"));
    }

    private static DescentResult descent(JsonNode node) {
        return new DescentResult(
                assessed(node.required("winner")),
                new Difference(number(node, DIFFERENCE), number(node, STANDARD_ERROR)),
                assessed(node.required("reference")),
                Streams.stream(node.required("moves")).map(ConcludedJson::move).toList(),
                neighbours(node.required("neighbours")),
                neighbours(node.required("enlargements")),
                certificate(node.required("certificate")));
    }

    private static void write(Assessed assessed, ObjectNode into) {
        GenomeJson.write(assessed.genome(), into).put(PARAMETERS, assessed.parameters());
        MeasuresJson.write(assessed.measures(), into.putObject(MEASURES));
    }

    private static Assessed assessed(JsonNode node) {
        return new Assessed(
                GenomeJson.read(node),
                JsonFields.longInteger(node, PARAMETERS),
                MeasuresJson.read(node.required(MEASURES)));
    }

    private static void write(DescentMove move, ObjectNode into) {
        GenomeJson.write(move.from(), into.putObject("from"));
        write(move.to(), into.putObject("to"));
        into.put("rungs", move.rungs()).put("neighboursTested", move.neighboursTested());
    }

    private static DescentMove move(JsonNode node) {
        return new DescentMove(
                GenomeJson.read(node.required("from")),
                neighbour(node.required("to")),
                integer(node, "rungs"),
                integer(node, "neighboursTested"));
    }

    private static void write(List<Neighbour> neighbours, ArrayNode into) {
        neighbours.forEach(neighbour -> write(neighbour, into.addObject()));
    }

    private static List<Neighbour> neighbours(JsonNode array) {
        return Streams.stream(array).map(ConcludedJson::neighbour).toList();
    }

    static ObjectNode write(Neighbour neighbour, ObjectNode into) {
        GenomeJson.write(neighbour.genome(), into)
                .put("change", neighbour.kind())
                .put(PARAMETERS, neighbour.parameters())
                .put(DIFFERENCE, neighbour.difference())
                .put(STANDARD_ERROR, neighbour.standardError());
        MetricEstimate metric = neighbour.metric();
        if (metric != null) {
            into.putObject(METRIC)
                    .put("name", metric.metric().key())
                    .put("value", metric.value())
                    .put("margin", metric.margin());
        }
        return into.put(VERDICT, JsonFields.word(neighbour.verdict()));
    }

    private static Neighbour neighbour(JsonNode node) {
        return new Neighbour(
                GenomeJson.read(node),
                text(node, "change"),
                JsonFields.longInteger(node, PARAMETERS),
                numberOrNull(node, DIFFERENCE),
                numberOrNull(node, STANDARD_ERROR),
                metric(node.path(METRIC)),
                constant(Neighbour.Verdict.class, node, VERDICT));
    }

    /** Only what must reach a metric has it. */
    private static @Nullable MetricEstimate metric(JsonNode node) {
        return node.isObject()
                ? new MetricEstimate(AimJson.metric(node, "name"), number(node, "value"), number(node, "margin"))
                : null;
    }

    static void write(Certificate certificate, ObjectNode into) {
        into.put(TOLERANCE, certificate.tolerance())
                .put("moves", certificate.moves())
                .put("neighboursTested", certificate.neighboursTested())
                .put("shownWorse", certificate.shownWorse())
                .put("undecided", certificate.undecided())
                .put("withinTolerance", certificate.withinTolerance());
        if (certificate.isCut()) {
            into.put(TIME_UP, true);
        }
    }

    private static Certificate certificate(JsonNode node) {
        return new Certificate(
                number(node, TOLERANCE),
                integer(node, "moves"),
                integer(node, "neighboursTested"),
                integer(node, "shownWorse"),
                integer(node, "undecided"),
                integer(node, "withinTolerance"),
                node.has(TIME_UP) && flag(node, TIME_UP));
    }
}
