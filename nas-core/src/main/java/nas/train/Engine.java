package nas.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.SearchSpace;

/** Who takes the steps of a training. {@link #DL4J} covers everything, {@link #BLAS} what it is fast at. */
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
        List<HiddenLayer> layers = genome.architecture().layers();
        return first(layers.stream().map(HiddenLayer::activation), this::obstacle)
                .or(() -> first(layers.stream().map(HiddenLayer::batchNorm), this::obstacle));
    }

    /** @throws IllegalArgumentException if this engine cannot train a genome */
    void checkCovers(Genome genome) {
        obstacle(genome).ifPresent(obstacle -> {
            throw new IllegalArgumentException(word() + " does not cover " + obstacle.words());
        });
    }

    /** Returns why this engine cannot train some genome of a space, if there is such a genome. */
    public Optional<Obstacle> obstacle(SearchSpace space) {
        ArchitectureSpace architectures = space.architectures();
        return architectures.depths().last() == 0
                ? Optional.empty()
                : first(architectures.activations().rungs().stream(), this::obstacle)
                        .or(() -> first(architectures.batchNorms().rungs().stream(), this::obstacle));
    }

    /** Tells whether this engine can train some genome of a space. */
    boolean coversAnyOf(SearchSpace space) {
        ArchitectureSpace architectures = space.architectures();
        return architectures.depths().first() == 0
                || (isAnyFree(architectures.activations(), this::obstacle)
                        && isAnyFree(architectures.batchNorms(), this::obstacle));
    }

    private static <T> boolean isAnyFree(Ladder<T> choices, Function<T, Optional<Obstacle>> obstacle) {
        return choices.rungs().stream()
                .anyMatch(choice -> obstacle.apply(choice).isEmpty());
    }

    private static <T> Optional<Obstacle> first(Stream<T> choices, Function<T, Optional<Obstacle>> obstacle) {
        return choices.flatMap(choice -> obstacle.apply(choice).stream()).findFirst();
    }

    private Optional<Obstacle> obstacle(Activation activation) {
        boolean isCovered = this == DL4J || (activation != Activation.RRELU && activation != Activation.PRELU);
        return isCovered ? Optional.empty() : Optional.of(new Obstacle("space.activation", activation.word()));
    }

    private Optional<Obstacle> obstacle(boolean batchNorm) {
        boolean isCovered = this == DL4J || !batchNorm;
        return isCovered ? Optional.empty() : Optional.of(new Obstacle("space.batch_norm", "true"));
    }
}
