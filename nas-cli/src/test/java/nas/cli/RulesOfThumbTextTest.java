package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nas.journal.TriedRule;
import nas.select.Assessed;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.space.RuleOfThumb;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class RulesOfThumbTextTest {
    private static final Genome GENOME =
            new Genome(new Architecture(List.of(new HiddenLayer(128, Activation.RELU, 0))), Recipe.DEFAULT);
    private static final Optional<Assessed> ASSESSED =
            Optional.of(new Assessed(GENOME, 101_770, new Measures(0.31, 0.01, 2.3, 0.884, null)));

    @Test
    void each_rule_tells_what_it_asks_for_and_what_the_space_has_instead() {
        List<TriedRule> rules = List.of(
                new TriedRule(RuleOfThumb.TWO_THIRDS, 533, GENOME, 9, ASSESSED),
                new TriedRule(RuleOfThumb.BETWEEN, 128, GENOME, 3, Optional.empty()));
        assertThat(new RulesOfThumbText(LeadingMetric.ACCURACY).lines(rules))
                .containsExactly(
                        "",
                        "Rules of thumb (2/3 inputs + outputs; between the two; below twice the inputs)",
                        "    PARAMETERS    ACCURACY  EPOCHS  HIDDEN UNITS",
                        "       101,770      88.4 %       9  2/3 rule: 533 units, clipped to 128 relu",
                        "             -      failed       3  between rule: 128 relu");
    }

    @Test
    void lines_fit_80_columns() {
        List<TriedRule> rules = List.of(new TriedRule(RuleOfThumb.TWO_THIRDS, Integer.MAX_VALUE, GENOME, 9, ASSESSED));
        assertThat(new RulesOfThumbText(LeadingMetric.BALANCED_ACCURACY).lines(rules))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void without_rules_there_is_nothing_to_say() {
        assertThat(new RulesOfThumbText(LeadingMetric.ACCURACY).lines(List.of()))
                .isEmpty();
    }
}
