package nas.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.data.Task;
import nas.space.Ladder;
import nas.space.Loss;

/**
 * Which losses a task may be trained on.
 *
 * @param task what is predicted
 */
record LossRule(Task task) {
    /**
     * Returns losses with the task's own as {@link Loss#AUTO}, so that one loss never counts as two.
     *
     * @throws InvalidInputException if one is a loss of the other task
     */
    Ladder<Loss> canonical(Ladder<Loss> losses) {
        return new Ladder<>(
                losses.rungs().stream().map(this::canonical).distinct().toList());
    }

    private Loss canonical(Loss loss) {
        if (!allowed().contains(loss)) {
            List<String> words = allowed().stream().map(Loss::word).toList();
            throw new InvalidInputException("training.loss must be " + Value.oneOf(words) + " where " + what()
                    + " are predicted, but was " + Quoted.text(loss.word()));
        }
        return loss == allowed().get(1) ? Loss.AUTO : loss;
    }

    /** The second one is the task's own. */
    private ImmutableList<Loss> allowed() {
        return switch (task) {
            case CLASSIFICATION -> ImmutableList.of(Loss.AUTO, Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY);
            case REGRESSION -> ImmutableList.of(Loss.AUTO, Loss.MSE, Loss.MAE, Loss.HUBER);
        };
    }

    private String what() {
        return switch (task) {
            case CLASSIFICATION -> "classes";
            case REGRESSION -> "numbers";
        };
    }
}
