package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;

/**
 * A network whose training speed is measured: relu, softmax with cross-entropy over 10 classes, Adam.
 *
 * @param inputs width of the input, at least 1
 * @param units width of each hidden layer, from input to output
 * @param batch rows per step, at least 1
 */
public record ProbeNetwork(int inputs, List<Integer> units, int batch) {
    /** Number of classes. */
    static final int OUTPUTS = 10;

    private static final double LEARNING_RATE = 1e-3;

    /** @throws IllegalArgumentException if a number is below 1 */
    public ProbeNetwork {
        checkArgument(inputs >= 1 && batch >= 1, "inputs and batch must be >= 1, but were %s, %s", inputs, batch);
        units = ImmutableList.copyOf(units);
    }

    /** Returns a short name such as {@code 784-32-10}. */
    public String label() {
        return Joiner.on('-').join(widths());
    }

    /** Returns the widths of input, hidden layers and output. */
    List<Integer> widths() {
        return ImmutableList.<Integer>builder()
                .add(inputs)
                .addAll(units)
                .add(OUTPUTS)
                .build();
    }

    Genome genome() {
        List<HiddenLayer> layers = units.stream()
                .map(width -> new HiddenLayer(width, Activation.RELU, 0))
                .toList();
        return new Genome(new Architecture(layers), new Recipe(Optimizer.ADAM, LEARNING_RATE, batch));
    }
}
