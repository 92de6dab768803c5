package nas.select;

import static nas.select.DescentFixtures.TWO_PERCENT;
import static nas.select.DescentFixtures.genome;
import static nas.select.DescentFixtures.parameters;
import static nas.select.DescentFixtures.width;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nas.select.SyntheticTrials.Scatter;
import nas.space.Genome;
import nas.trial.LeadingMetric;
import org.junit.jupiter.api.Test;

/** The constant prediction's loss is 2, accuracy 1 less half the loss. */
class PickingTest {
    private static final int BLOCKS = 5;

    private final SyntheticTrials race = new SyntheticTrials(PickingTest::truth, Scatter.NONE);
    private final SyntheticTrials descent = new SyntheticTrials(PickingTest::truth, Scatter.NONE);

    @Test
    void a_wider_tolerance_picks_a_smaller_network() {
        Picking picking = new Picking(List.of(finalist(4), finalist(16), finalist(64)), genome(64));
        // what there is to learn is 2 - 1.0156; 16 units lose 4.8 % of it, 4 units 23.8 %
        assertThat(pick(picking, 0.02).winner().genome()).isEqualTo(genome(64));
        assertThat(pick(picking, 0.05).winner().genome()).isEqualTo(genome(16));
        assertThat(pick(picking, 0.25).winner().genome()).isEqualTo(genome(4));
        assertThat(pick(picking, 0.25).isMet()).isTrue();
        assertThat(pick(picking, 0.05).compared())
                .extracting(Finalist::verdict)
                .containsExactly(Finalist.Verdict.OUT, Finalist.Verdict.IN, Finalist.Verdict.IN);
    }

    @Test
    void whatever_was_trained_in_the_descent_can_be_picked() {
        Picking picking = new Picking(
                List.of(trained(64, BLOCKS, BLOCKS), finalist(16), trained(13, 0, BLOCKS), trained(11, 0, BLOCKS)),
                genome(64));
        Pick pick = pick(picking, 0.07);
        assertThat(pick.winner().genome()).isEqualTo(genome(13));
        assertThat(pick.winner().blocks()).isEqualTo(BLOCKS);
        assertThat(pick.winner().difference()).isCloseTo(1.0 / 13 - 1.0 / 64, within(1e-6));
    }

    @Test
    void among_smaller_networks_the_reference_is_one_of_them() {
        Picking picking = new Picking(
                List.of(trained(64, BLOCKS, BLOCKS), finalist(16), trained(13, 0, BLOCKS), finalist(8)), genome(64));
        Pick pick = picking.by(TWO_PERCENT, parameters(genome(16))).orElseThrow();
        assertThat(pick.reference().genome()).isEqualTo(genome(16));
        // 13 units share no block with 16: by way of 64 they lose 1/13 - 1/16, of 0.9375 that is 1.5 %
        assertThat(pick.winner().genome()).isEqualTo(genome(13));
        assertThat(pick.winner().difference()).isCloseTo(1.0 / 13 - 1.0 / 16, within(1e-6));
        assertThat(pick.compared()).hasSize(3);
        assertThat(picking.by(TWO_PERCENT, 1)).isEmpty();
        assertThat(picking.fewest()).isEqualTo(parameters(genome(8)));
    }

    @Test
    void variances_add_up_where_two_networks_are_compared_by_way_of_a_third() {
        Scatter scatter = new Scatter(0.1, 0.01, 50, 7);
        SyntheticTrials noisyRace = new SyntheticTrials(PickingTest::truth, scatter);
        SyntheticTrials noisyDescent = new SyntheticTrials(PickingTest::truth, scatter);
        BlockTrained base = trained(noisyRace, noisyDescent, 64, BLOCKS, BLOCKS);
        BlockTrained raced = trained(noisyRace, noisyDescent, 16, BLOCKS, 0);
        BlockTrained descended = trained(noisyRace, noisyDescent, 13, 0, BLOCKS);
        Pick pick = new Picking(List.of(base, raced, descended), genome(64))
                .by(new WinnerRule.Within(0.5), parameters(genome(16)))
                .orElseThrow();
        double one = Difference.of(raced.race(), base.race()).standardError();
        double other = Difference.of(descended.descent(), base.descent()).standardError();
        Finalist compared = pick.compared().stream()
                .filter(each -> !each.genome().equals(pick.reference().genome()))
                .findFirst()
                .orElseThrow();
        assertThat(compared.standardError()).isCloseTo(Math.hypot(one, other), within(1e-12));
    }

    /** What the descent tried was chosen by how it did: a finalist that seems good enough is, another one only surely. */
    @Test
    void of_the_descents_networks_only_those_are_picked_that_are_surely_good_enough() {
        ToDoubleFunction<Genome> close = genome -> width(genome) == 64 ? 1 : 1.018;
        Scatter scatter = new Scatter(0.2, 0, 50, 11);
        SyntheticTrials noisyRace = new SyntheticTrials(close, scatter);
        SyntheticTrials noisyDescent = new SyntheticTrials(close, scatter);
        BlockTrained base = trained(noisyRace, noisyDescent, 64, BLOCKS, BLOCKS);
        BlockTrained tried = trained(noisyRace, noisyDescent, 16, 0, BLOCKS);
        Difference difference = Difference.of(tried.descent(), base.descent());
        double share = (difference.value() + difference.standardError()) / (2 - 1);
        Pick pick = pick(new Picking(List.of(base, tried), genome(64)), share);
        assertThat(pick.winner().genome()).isEqualTo(genome(64));
        assertThat(pick.open(pick.winner().assessed()))
                .extracting(Finalist::genome)
                .containsExactly(genome(16));
    }

    @Test
    void the_smallest_that_surely_reaches_a_metric_is_picked_from_the_largest_down() {
        Picking picking = new Picking(List.of(finalist(4), finalist(16), finalist(64)), genome(64));
        WinnerRule easy = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.2);
        WinnerRule hard = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        assertThat(picking.by(easy, Long.MAX_VALUE).orElseThrow().isMet()).isTrue();
        Pick missed = picking.by(hard, Long.MAX_VALUE).orElseThrow();
        assertThat(missed.isMet()).isFalse();
        assertThat(missed.winner().genome()).isEqualTo(genome(64));
        assertThat(missed.sentence(hard)).contains("nothing surely reaches accuracy 0.9");
    }

    @Test
    void the_order_in_which_networks_are_given_does_not_matter() {
        List<BlockTrained> trained = new ArrayList<>(
                IntStream.of(4, 8, 16, 32, 64).mapToObj(this::finalist).toList());
        Pick pick = pick(new Picking(trained, genome(64)), 0.05);
        Collections.shuffle(trained, new Random(5));
        assertThat(pick(new Picking(trained, genome(64)), 0.05)).isEqualTo(pick);
    }

    @Test
    void a_reference_that_was_not_trained_is_refused() {
        assertThatThrownBy(() -> new Picking(List.of(finalist(4)), genome(64)))
                .hasMessageStartingWith("the reference must be trained");
        assertThatThrownBy(() -> new BlockTrained(genome(4), 10, List.of(), List.of()))
                .hasMessageContaining("blocks of");
    }

    private static double truth(Genome genome) {
        return 1 + 1.0 / width(genome);
    }

    private static Pick pick(Picking picking, double share) {
        return picking.by(new WinnerRule.Within(share), Long.MAX_VALUE).orElseThrow();
    }

    private BlockTrained finalist(int width) {
        return trained(width, BLOCKS, 0);
    }

    private BlockTrained trained(int width, int raced, int descended) {
        return trained(race, descent, width, raced, descended);
    }

    private static BlockTrained trained(BlockTrials race, BlockTrials descent, int width, int raced, int descended) {
        Genome genome = genome(width);
        return new BlockTrained(
                genome, parameters(genome), outcomes(race, genome, raced), outcomes(descent, genome, descended));
    }

    private static List<BlockOutcome> outcomes(BlockTrials trials, Genome genome, int blocks) {
        return IntStream.rangeClosed(1, blocks)
                .mapToObj(block -> trials.measure(List.of(genome), block).get(genome))
                .toList();
    }
}
