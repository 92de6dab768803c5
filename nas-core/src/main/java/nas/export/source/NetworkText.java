package nas.export.source;

import com.google.common.collect.ImmutableMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nas.space.Activation;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;
import nas.train.OutputForm;
import nas.trial.FloatVector;

/** Writes the layers of a network and its parameters. */
final class NetworkText {
    /** In Base64 they are 60,000 characters, which one constant of a class file has room for. */
    private static final int CONSTANT_BYTES = 45_000;

    private static final Set<Activation> SIGMOIDS = EnumSet.of(Activation.SIGMOID, Activation.GELU, Activation.SWISH);

    private final ForwardNetwork network;

    NetworkText(ForwardNetwork network) {
        this.network = network;
    }

    /** Returns what goes into the places of a program. */
    Map<String, String> values() {
        return ImmutableMap.of("layers", layers(), "functions", functions(), "parameters", parameters());
    }

    private String layers() {
        return network.layers().stream().map(NetworkText::layer).collect(Collectors.joining(",\n            "));
    }

    private static String layer(ForwardLayer layer) {
        return "new Layer(" + layer.inputs() + ", " + taken(layer.weights()) + ", " + taken(layer.bias()) + ", "
                + activation(layer) + ")";
    }

    private static String taken(FloatVector values) {
        return "parameters.take(" + values.size() + ")";
    }

    private static String activation(ForwardLayer layer) {
        return layer.activation() == Activation.PRELU
                ? "prelu(" + taken(layer.slopes()) + ")"
                : "(x, unit) -> " + formula(layer.activation());
    }

    private static String formula(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "x";
            case SIGMOID -> "sigmoid(x)";
            case TANH -> "Math.tanh(x)";
            case RELU -> "Math.max(0, x)";
            case LEAKY_RELU -> "x > 0 ? x : 0.01 * x";
            case PRELU -> throw new IllegalArgumentException("prelu has slopes of its own");
            case ELU -> "x > 0 ? x : Math.expm1(x)";
            case SELU -> "1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))";
            case GELU -> "x * sigmoid(1.702 * x)";
            case SWISH -> "x * sigmoid(x)";
            case SOFTPLUS -> "x > 30 ? x : Math.log1p(Math.exp(x))";
            case RRELU -> "x > 0 ? x : 11.0 / 48 * x";
        };
    }

    /** Returns the functions that the activations and the outputs need. */
    private String functions() {
        boolean isSigmoid = network.form() == OutputForm.SHARES
                || network.layers().stream().anyMatch(layer -> SIGMOIDS.contains(layer.activation()));
        boolean isPrelu = network.layers().stream().anyMatch(layer -> layer.activation() == Activation.PRELU);
        return (isSigmoid ? Template.named("Sigmoid").body() + "\n" : "")
                + (isPrelu ? Template.named("Prelu").body() + "\n" : "");
    }

    /** Returns all numbers in the order in which the layers take them. */
    private String parameters() {
        StringBuilder constants = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(CONSTANT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (ForwardLayer layer : network.layers()) {
            add(layer.weights(), bytes, constants);
            add(layer.bias(), bytes, constants);
            add(layer.slopes(), bytes, constants);
        }
        flush(bytes, constants);
        return constants.toString();
    }

    private static void add(FloatVector values, ByteBuffer bytes, StringBuilder constants) {
        for (float value : values.toArray()) {
            if (!bytes.hasRemaining()) {
                flush(bytes, constants);
            }
            bytes.putFloat(value);
        }
    }

    private static void flush(ByteBuffer bytes, StringBuilder constants) {
        byte[] whole = new byte[bytes.flip().remaining()];
        bytes.get(whole).clear();
        constants.append(constants.isEmpty() ? "" : ",\n            ");
        constants.append('"').append(Base64.getEncoder().encodeToString(whole)).append('"');
    }
}
