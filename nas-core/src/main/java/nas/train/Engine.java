package nas.train;

import java.util.Locale;
import java.util.Optional;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Loss;
import nas.space.SearchSpace;

/** Who takes the steps of a training. */
public enum Engine {
    /** Forward, backward and update on OpenBLAS and plain loops. */
    BLAS,
    /** DL4J's own {@code fit}. */
    DL4J;

    /**
     * A choice that an engine does not cover.
     *
     * @param key the key of a search-space file that makes the choice, such as {@code space.activation}
     * @param word what was chosen, such as {@code rrelu}
     */
    public record Obstacle(String key, String word) {
        /** Returns what was chosen in words, such as {@code activation rrelu}. */
        public String words() {
            return key.substring(key.lastIndexOf('.') + 1) + " " + word;
        }
    }

    /** Returns the word used in files and on the command line, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns why this engine cannot train a genome, if it cannot. */
    public Optional<Obstacle> obstacle(Genome genome) {
        return genome.architecture().layers().stream()
                .flatMap(layer -> obstacle(layer.activation()).stream())
                .findFirst()
                .or(() -> obstacle(genome.recipe().loss()));
    }

    /** @throws IllegalArgumentException if this engine cannot train a genome */
    void checkCovers(Genome genome) {
        obstacle(genome).ifPresent(obstacle -> {
            throw new IllegalArgumentException(word() + " does not cover " + obstacle.words());
        });
    }

    /** Returns why this engine cannot train some genome of a space, if there is such a genome. */
    public Optional<Obstacle> obstacle(SearchSpace space) {
        Optional<Obstacle> byLoss = obstacle(space.recipe().loss());
        return space.depths().last() == 0
                ? byLoss
                : space.activations().rungs().stream()
                        .flatMap(activation -> obstacle(activation).stream())
                        .findFirst()
                        .or(() -> byLoss);
    }

    /** Tells whether this engine can train some genome of a space. */
    boolean coversAnyOf(SearchSpace space) {
        boolean hasLayers = space.depths().first() > 0;
        return obstacle(space.recipe().loss()).isEmpty()
                && (!hasLayers
                        || space.activations().rungs().stream()
                                .anyMatch(activation -> obstacle(activation).isEmpty()));
    }

    private Optional<Obstacle> obstacle(Activation activation) {
        boolean isCovered = this == DL4J || activation != Activation.RRELU;
        return isCovered ? Optional.empty() : Optional.of(new Obstacle("space.activation", activation.word()));
    }

    private Optional<Obstacle> obstacle(Loss loss) {
        boolean isCovered = this == BLAS || loss != Loss.HUBER;
        return isCovered ? Optional.empty() : Optional.of(new Obstacle("training.loss", loss.word()));
    }
}
