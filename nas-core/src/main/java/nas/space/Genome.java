package nas.space;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * A point of a search space: what a network looks like and how it is trained. There is one form for each network, so
 * equal networks are equal genomes.
 *
 * @param architecture the hidden layers
 * @param recipe how they are trained
 */
public record Genome(Architecture architecture, Recipe recipe) {
    private static final int KEY_LENGTH = 16;

    /**
     * Returns the name of this genome: 16 hexadecimal digits, the first of SHA-256 over {@link #canonicalText()}. Equal
     * in every process and on every platform.
     */
    public String key() {
        return Hashing.sha256()
                .hashString(canonicalText(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, KEY_LENGTH);
    }

    /**
     * Returns the one text for this genome, such as {@code 24 elu 0.1;16 relu 0.0;|adam 0.001 128}. Of the recipe's other
     * parts only those are named that are not the default, such as {@code |sgd 0.1 32 schedule=cosine l2=0.001}.
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder();
        for (HiddenLayer layer : architecture.layers()) {
            text.append(layer.units()).append(' ').append(layer.activation().word());
            text.append(' ').append(layer.dropout()).append(';');
        }
        return text.append('|').append(recipe.canonicalText()).toString();
    }

    /** Returns the number of trainable parameters between so many inputs and outputs. */
    public long parameters(int inputs, int outputs) {
        return architecture.parameters(inputs, outputs);
    }
}
