package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nas.journal.DataSummary;
import nas.journal.JournalRecord.Concluded;
import nas.select.Assessed;
import nas.select.Certificate;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Difference;
import nas.select.Finalist;
import nas.select.Neighbour;
import nas.select.Race;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.trial.LossScale;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class ConclusionTextTest {
    private static final Finalist WINNER =
            new Finalist(genome(7), 1_059, measures(0.5), 3, 0.0625, 0.03125, Finalist.Verdict.IN);
    private static final Finalist REFERENCE =
            new Finalist(genome(16), 2_131, measures(0.25), 5, 0, 0, Finalist.Verdict.UNDECIDED);
    private static final Race RACE = new Race(
            List.of(WINNER, REFERENCE), List.of(), REFERENCE, new LossScale(1.25, 0.25), 0.03125, 0.0625, WINNER, true);
    private static final DataSummary DATA =
            new DataSummary("iris", "classification", 4, 3, new DataSummary.Rows(100, 30, 20), "none");
    private static final List<String> FINALISTS = List.of(
            "",
            "Finalists (worse by: share of what the best one learns, +- standard error)",
            "    PARAMETERS    ACCURACY           WORSE BY  VERDICT    HIDDEN LAYERS",
            "*        1,059      87.5 %     6.25 +- 3.13 %  in         7 tanh",
            "         2,131      87.5 %          reference  undecided  16 tanh");

    @Test
    void finalists_tell_by_how_much_they_are_worse_than_the_reference() {
        assertThat(lines(Optional.empty())).isEqualTo(FINALISTS);
    }

    @Test
    void neighbours_follow_with_what_changed_and_what_failed() {
        assertThat(lines(Optional.of(descent(List.of(
                        new Neighbour(
                                genome(6),
                                "layer 1 narrower: 7 -> 6",
                                990,
                                0.125,
                                0.0625,
                                null,
                                Neighbour.Verdict.SHOWN_WORSE),
                        new Neighbour(
                                new Genome(Architecture.LINEAR, Recipe.DEFAULT),
                                "layer 1 removed",
                                15,
                                null,
                                null,
                                null,
                                Neighbour.Verdict.UNDECIDED))))))
                .startsWith(FINALISTS.toArray(String[]::new))
                .endsWith(
                        "",
                        "One step smaller than the winner",
                        "    PARAMETERS           WORSE BY  VERDICT           CHANGE",
                        "           990    12.50 +- 6.25 %  shown worse       layer 1 narrower: 7 -> 6",
                        "            15             failed  undecided         layer 1 removed");
    }

    @Test
    void without_neighbours_there_is_no_second_table() {
        assertThat(lines(Optional.of(descent(List.of())))).isEqualTo(FINALISTS);
    }

    @Test
    void star_is_where_the_steps_down_began() {
        Neighbour smaller = new Neighbour(
                genome(6), "layer 1 narrower: 7 -> 6", 990, 0.0, 0.03125, null, Neighbour.Verdict.ACCEPTED);
        assertThat(lines(
                        Optional.of(descent(genome(6), List.of(new DescentMove(genome(7), smaller, 1, 1)), List.of()))))
                .isEqualTo(FINALISTS);
    }

    @Test
    void a_winner_that_is_refused_on_other_rows_is_told_below_the_finalists() {
        assertThat(lines(Optional.of(descent(genome(16), List.of(), List.of()))))
                .containsExactly(
                        FINALISTS.get(0),
                        FINALISTS.get(1),
                        FINALISTS.get(2),
                        "         1,059      87.5 %     6.25 +- 3.13 %  in         7 tanh",
                        "*        2,131      87.5 %          reference  undecided  16 tanh",
                        "7 tanh won here but not when rows were divided anew; steps down begin at *.");
    }

    @Test
    void finalists_that_failed_are_listed_last() {
        Race race = new Race(
                RACE.finalists(),
                List.of(genome(100)),
                REFERENCE,
                RACE.scale(),
                RACE.pooledError(),
                RACE.tolerance(),
                WINNER,
                true);
        List<String> lines =
                new ConclusionText(new Concluded(List.of(), race, Optional.empty(), Optional.empty()), DATA).lines();
        assertThat(lines)
                .startsWith(FINALISTS.toArray(String[]::new))
                .endsWith("           803           -                  -  failed     100 tanh")
                .hasSize(FINALISTS.size() + 1);
    }

    @Test
    void certificate_counts_neighbours_and_steps() {
        assertThat(ConclusionText.sentence(new Certificate(0.1, 2, 4, 1, 2, 1, false)))
                .isEqualTo("4 smaller networks one step away tested: 1 shown worse, 2 undecided, 1 within tolerance but"
                        + " not surely; reached from the finalist marked * in 2 steps down");
        assertThat(ConclusionText.sentence(new Certificate(0.1, 1, 0, 0, 0, 0, true)))
                .isEqualTo("no time was left to test smaller networks one step away (resume --time-limit goes on);"
                        + " reached from the finalist marked * in 1 step down");
        assertThat(ConclusionText.sentence(new Certificate(0.1, 0, 0, 0, 0, 0, false)))
                .isEqualTo("no smaller network lies one step away in this space");
    }

    private static List<String> lines(Optional<DescentResult> descent) {
        return new ConclusionText(new Concluded(List.of(), RACE, descent, Optional.empty()), DATA).lines();
    }

    private static DescentResult descent(List<Neighbour> neighbours) {
        return descent(genome(7), List.of(), neighbours);
    }

    private static DescentResult descent(Genome winner, List<DescentMove> moves, List<Neighbour> neighbours) {
        return new DescentResult(
                new Assessed(winner, 1_059, measures(0.5)),
                new Difference(0.0625, 0.03125),
                new Assessed(genome(16), 2_131, measures(0.25)),
                moves,
                neighbours,
                List.of(),
                new Certificate(0.0625, moves.size(), neighbours.size(), 0, neighbours.size(), 0, false));
    }

    private static Genome genome(int units) {
        return new Genome(new Architecture(List.of(new HiddenLayer(units, Activation.TANH, 0))), Recipe.DEFAULT);
    }

    private static Measures measures(double loss) {
        return new Measures(loss, 0.0625, 1.25, 0.875, null);
    }
}
