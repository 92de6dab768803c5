package nas.space;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point of a search space: what a network looks like and how it is trained. There is one form for each network, so
 * equal networks are equal genomes.
 *
 * <p>A record but for its key and hash code, which are computed once, as searches ask for them again and again.
 */
public final class Genome {
    private static final int KEY_LENGTH = 16;

    /** 2^32 divided by the golden ratio. */
    private static final int HASH_FACTOR = 0x9E3779B1;

    private final Architecture architecture;
    private final Recipe recipe;
    private final int hash;

    /** Whoever else is the first to ask finds the same. */
    private @Nullable String key;

    /**
     * Makes a genome. Its recipe is brought into the form that stands for all that train this architecture alike.
     *
     * @param architecture the hidden layers
     * @param recipe how they are trained
     */
    public Genome(Architecture architecture, Recipe recipe) {
        this.architecture = architecture;
        this.recipe = recipe.canonical(architecture);
        this.hash = hash(architecture.layers(), this.recipe);
    }

    /** Of layers whose units lie on a geometric ladder, multiples of 31 often have the same sum: 8 and 4 as 4 and 128. */
    private static int hash(List<HiddenLayer> layers, Recipe recipe) {
        int hash = recipe.hashCode();
        for (HiddenLayer layer : layers) {
            hash = HASH_FACTOR * hash + layer.hashCode();
        }
        return hash;
    }

    /** Returns the hidden layers. */
    public Architecture architecture() {
        return architecture;
    }

    /** Returns how they are trained. */
    public Recipe recipe() {
        return recipe;
    }

    /** Returns a genome with another architecture and this one's recipe. */
    public Genome withArchitecture(Architecture newArchitecture) {
        return new Genome(newArchitecture, recipe);
    }

    /**
     * Returns the name of this genome: 16 hexadecimal digits, the first of SHA-256 over {@link #canonicalText()}. Equal
     * in every process and on every platform.
     */
    public String key() {
        String known = key;
        if (known == null) {
            known = Hashing.sha256()
                    .hashString(canonicalText(), StandardCharsets.UTF_8)
                    .toString()
                    .substring(0, KEY_LENGTH);
            key = known;
        }
        return known;
    }

    /**
     * Returns the one text for this genome, such as {@code 24 elu 0.1;16 relu 0.0;|adam 0.001 128}. Of the recipe's other
     * parts only those are named that are not the default, such as {@code |sgd 0.1 32 schedule=cosine l2=0.001}.
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder();
        for (HiddenLayer layer : architecture.layers()) {
            text.append(layer.canonicalText());
        }
        return text.append('|').append(recipe.canonicalText()).toString();
    }

    /** Returns the number of trainable parameters between so many inputs and outputs. */
    public long parameters(int inputs, int outputs) {
        return architecture.parameters(inputs, outputs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Genome genome
                        && hash == genome.hash
                        && architecture.equals(genome.architecture)
                        && Objects.equals(recipe, genome.recipe)); // mostly the same object
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Genome[" + canonicalText() + "]";
    }
}
