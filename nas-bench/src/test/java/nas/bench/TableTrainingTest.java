package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import nas.data.Dataset;
import nas.data.source.Datasets;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.junit.jupiter.api.Test;

class TableTrainingTest {
    private static final TabularTask TASK = new TabularTask(
            "few",
            SmallTable.TASK.data(),
            new SearchSpace(
                    Ladder.integers(0, 1, Ladder.Scale.LINEAR),
                    new Ladder<>(List.of(2, 4)),
                    Ladder.of(Activation.TANH),
                    Ladder.of(0.0),
                    Recipe.DEFAULT),
            30);

    @Test
    void halves_share_the_training_rows_and_no_validation_row() {
        HalvedData halves = TASK.load();
        Dataset whole = Datasets.load(TASK.data());
        assertThat(halves.seen().split().train()).isEqualTo(whole.split().train());
        assertThat(halves.judged().split().train()).isEqualTo(whole.split().train());
        List<Integer> both = new ArrayList<>(Ints.asList(halves.seen().split().validation()));
        both.addAll(Ints.asList(halves.judged().split().validation()));
        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(Ints.asList(whole.split().validation()));
        assertThat(halves.seen().split().validation()).hasSize(11);
    }

    @Test
    void table_does_not_depend_on_the_number_of_workers() {
        List<Integer> ended = new ArrayList<>();
        LossTable table = new TableTraining(TASK, 1, ended::add).table();
        assertThat(ended).hasSize(9).endsWith(9);
        assertThat(new TableTraining(TASK, 2, count -> {}).table()).isEqualTo(table);
        assertThat(table.ground().seen()).isNotEqualTo(table.ground().judged());
        assertThat(table.rows().get(2).curves()).doesNotHaveDuplicates();
    }

    @Test
    void loss_at_a_rung_is_that_of_a_training_which_ends_there() {
        LossTable table = new TableTraining(TASK, 2, count -> {}).table();
        LossTable.Row row = table.rows().get(2);
        Trial trial = new Trial(row.genome(), new Budget(9, 30), TableTraining.seed(TASK, 0), Fold.VALIDATION);
        List<Float> losses = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(TASK.load().seen(), 1)) {
            evaluator.evaluate(
                    List.of(TrialRequest.of(trial)),
                    result -> losses.add((float) result.measures().orElseThrow().loss()));
        }
        assertThat(losses).containsExactly(row.curves().get(0).toArray()[8]);
    }
}
