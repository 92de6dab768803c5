package nas.journal;

import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.journal.JournalRecord.Aim;
import nas.select.WinnerRule;
import nas.trial.LeadingMetric;

/** What is minimised and what is good enough, as JSON: {@code within}, {@code oneStandardError} or {@code reach}. */
final class AimJson {
    private static final String WITHIN = "within";
    private static final String REACH = "reach";

    private AimJson() {}

    static void write(Aim aim, ObjectNode into) {
        into.put("perDecade", aim.perDecade());
        aim.rule()
                .match(
                        within -> into.put(WITHIN, within.share()),
                        standardError -> into.put("oneStandardError", true),
                        reach -> into.putObject(REACH)
                                .put("metric", reach.metric().key())
                                .put("threshold", reach.threshold()));
    }

    static Aim read(JsonNode node) {
        return new Aim(number(node, "perDecade"), rule(node));
    }

    private static WinnerRule rule(JsonNode node) {
        if (node.has(WITHIN)) {
            return new WinnerRule.Within(number(node, WITHIN));
        }
        return node.has(REACH) ? reach(node.required(REACH)) : new WinnerRule.OneStandardError();
    }

    private static WinnerRule reach(JsonNode node) {
        return new WinnerRule.Reach(metric(node, "metric"), number(node, "threshold"));
    }

    /** @throws IllegalArgumentException if the field names no metric */
    static LeadingMetric metric(JsonNode node, String field) {
        String key = text(node, field);
        return LeadingMetric.ofKey(key)
                .orElseThrow(
                        () -> new IllegalArgumentException(field + " must be a known metric, but was '" + key + "'"));
    }
}
