package nas.select;

import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.trial.Measures;

/** Measured genomes made of two numbers. */
final class AssessedFixtures {
    private AssessedFixtures() {}

    /** The recipe tells genomes apart; the constant prediction's loss is 1. */
    static Assessed assessed(long parameters, double loss) {
        Genome genome = new Genome(Architecture.LINEAR, new Recipe(Optimizer.ADAM, 1 + loss, (int) parameters));
        return new Assessed(genome, parameters, new Measures(loss, 0, 1, 0.5, null));
    }
}
