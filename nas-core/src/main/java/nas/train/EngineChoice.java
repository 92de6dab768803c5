package nas.train;

import java.util.Locale;
import java.util.Optional;
import nas.space.Genome;
import nas.space.SearchSpace;
import nas.train.Engine.Obstacle;

/** Which engine a user wants. */
public enum EngineChoice {
    /** {@link Engine#BLAS} for each genome that it covers, {@link Engine#DL4J} for the others. */
    AUTO,
    /** {@link Engine#BLAS} for all. */
    BLAS,
    /** {@link Engine#DL4J} for all. */
    DL4J;

    /** Returns the word used in files and on the command line, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the engine that trains a genome; whether it covers the genome, only the engine itself says. */
    public Engine engine(Genome genome) {
        return switch (this) {
            case AUTO -> Engine.BLAS.obstacle(genome).isEmpty() ? Engine.BLAS : Engine.DL4J;
            case BLAS -> Engine.BLAS;
            case DL4J -> Engine.DL4J;
        };
    }

    /** Returns why some genome of a space cannot be trained, if there is such a genome. */
    public Optional<Obstacle> obstacle(SearchSpace space) {
        return switch (this) {
            case AUTO -> Engine.BLAS.obstacle(space).flatMap(blas -> Engine.DL4J.obstacle(space));
            case BLAS -> Engine.BLAS.obstacle(space);
            case DL4J -> Engine.DL4J.obstacle(space);
        };
    }

    /** Returns the word of the one engine that trains all genomes of a space, or {@code auto} where there are two. */
    public String resolved(SearchSpace space) {
        if (this != AUTO) {
            return word();
        }
        boolean isMixed = Engine.BLAS.obstacle(space).isPresent();
        if (isMixed && Engine.BLAS.coversAnyOf(space)) {
            return word();
        }
        return isMixed ? Engine.DL4J.word() : Engine.BLAS.word();
    }
}
