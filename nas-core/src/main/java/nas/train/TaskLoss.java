package nas.train;

import nas.data.Task;
import nas.space.Loss;

/** Which loss goes with which task. */
final class TaskLoss {
    private TaskLoss() {}

    /**
     * Returns the loss itself, or the task's own for {@link Loss#AUTO}.
     *
     * @throws IllegalArgumentException if the loss does not fit the task
     */
    static Loss of(Loss loss, Task task) {
        Loss resolved = loss == Loss.AUTO ? own(task) : loss;
        if (task(resolved) != task) {
            throw new IllegalArgumentException("loss of a " + task.word() + " must be "
                    + (task == Task.CLASSIFICATION ? "cross_entropy or binary_cross_entropy" : "mse, mae or huber")
                    + ", but was " + loss.word());
        }
        return resolved;
    }

    private static Loss own(Task task) {
        return switch (task) {
            case CLASSIFICATION -> Loss.CROSS_ENTROPY;
            case REGRESSION -> Loss.MSE;
        };
    }

    private static Task task(Loss resolved) {
        return switch (resolved) {
            case AUTO -> throw new IllegalArgumentException("a resolved loss is never auto");
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> Task.CLASSIFICATION;
            case MSE, MAE, HUBER -> Task.REGRESSION;
        };
    }
}
