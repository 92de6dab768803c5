package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A trained network as it predicts, for those who write it in another language.
 *
 * @param layers hidden layers, from the input on, then the last one, whose activation is the identity
 * @param form what the last one's sums become
 */
public record ForwardNetwork(List<ForwardLayer> layers, OutputForm form) {
    /** @throws IllegalArgumentException if there is no layer, or one does not take what the one before gives */
    public ForwardNetwork {
        layers = ImmutableList.copyOf(layers);
        checkArgument(!layers.isEmpty(), "layers must be at least one");
        for (int i = 1; i < layers.size(); i++) {
            checkArgument(
                    layers.get(i).inputs() == layers.get(i - 1).outputs(),
                    "layer %s must take %s numbers, but takes %s",
                    i + 1,
                    layers.get(i - 1).outputs(),
                    layers.get(i).inputs());
        }
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }
}
