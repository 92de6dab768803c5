package nas.train;

import nas.data.Dataset;
import nas.train.blas.Workspaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class BlasTrainingTest implements TrainingContract {
    private static final Workspaces WORKSPACES = new Workspaces();

    @AfterAll
    static void free_buffers() {
        WORKSPACES.close();
    }

    @Override
    public Engine engine() {
        return Engine.BLAS;
    }

    @Override
    public Training begin(Dataset data, TrainingPlan plan, @Nullable TrainingState state) {
        return new BlasTraining(data, plan, WORKSPACES, state);
    }
}
