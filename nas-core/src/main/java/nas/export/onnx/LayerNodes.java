package nas.export.onnx;

import java.util.List;
import nas.space.Activation;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;
import nas.trial.FloatVector;

/** The nodes of the layers: {@code layer1}, {@code layer1_active}, {@code layer2}, … */
final class LayerNodes {
    static final float GELU = 1.702f;
    static final float LEAKY = 0.01f;
    static final float RANDOMISED = 11f / 48;
    static final float SELU_ALPHA = (float) 1.6732632423543772;
    static final float SELU_GAMMA = (float) 1.0507009873554805;

    private final Graph graph;

    private LayerNodes(Graph graph) {
        this.graph = graph;
    }

    /** Adds the nodes and returns the sums of the last layer, {@code [rows, outputs]}. */
    static String add(ForwardNetwork network, String inputs, Graph graph) {
        LayerNodes nodes = new LayerNodes(graph);
        String values = inputs;
        for (int i = 0; i < network.layers().size(); i++) {
            values = nodes.layer("layer" + (i + 1), network.layers().get(i), values);
        }
        return values;
    }

    private String layer(String name, ForwardLayer layer, String values) {
        String sums = graph.node(
                name,
                "Gemm",
                List.of(
                        values,
                        graph.floats(name + "_weights", layer.weights(), layer.outputs(), layer.inputs()),
                        graph.floats(name + "_bias", layer.bias(), layer.outputs())),
                Graph.integer("transB", 1));
        return activated(name, layer, sums);
    }

    private String activated(String name, ForwardLayer layer, String sums) {
        String active = name + "_active";
        return switch (layer.activation()) {
            case IDENTITY -> sums;
            case SIGMOID -> graph.node(active, "Sigmoid", List.of(sums));
            case TANH -> graph.node(active, "Tanh", List.of(sums));
            case RELU -> graph.node(active, "Relu", List.of(sums));
            case LEAKY_RELU -> graph.node(active, "LeakyRelu", List.of(sums), Graph.number("alpha", LEAKY));
            case RRELU -> graph.node(active, "LeakyRelu", List.of(sums), Graph.number("alpha", RANDOMISED));
            case PRELU ->
                graph.node(
                        active,
                        "PRelu",
                        List.of(sums, graph.floats(name + "_slopes", layer.slopes(), layer.outputs())));
            case ELU -> graph.node(active, "Elu", List.of(sums), Graph.number("alpha", 1));
            case SELU ->
                graph.node(
                        active,
                        "Selu",
                        List.of(sums),
                        Graph.number("alpha", SELU_ALPHA),
                        Graph.number("gamma", SELU_GAMMA));
            case SOFTPLUS -> graph.node(active, "Softplus", List.of(sums));
            case SWISH -> gated(active, sums, sums);
            case GELU ->
                gated(
                        active,
                        sums,
                        graph.node(
                                active + "_scaled",
                                "Mul",
                                List.of(
                                        sums,
                                        graph.floats(active + "_scale", FloatVector.copyOf(new float[] {GELU}), 1))));
        };
    }

    /** {@code x · σ(scaled x)}. */
    private String gated(String name, String sums, String scaled) {
        return graph.node(name, "Mul", List.of(sums, graph.node(name + "_gate", "Sigmoid", List.of(scaled))));
    }

    /** Returns the operators that an activation takes, in the order in which they are computed. */
    static List<String> operators(Activation activation) {
        return switch (activation) {
            case IDENTITY -> List.of();
            case SIGMOID -> List.of("Sigmoid");
            case TANH -> List.of("Tanh");
            case RELU -> List.of("Relu");
            case LEAKY_RELU, RRELU -> List.of("LeakyRelu");
            case PRELU -> List.of("PRelu");
            case ELU -> List.of("Elu");
            case SELU -> List.of("Selu");
            case SOFTPLUS -> List.of("Softplus");
            case SWISH -> List.of("Sigmoid", "Mul");
            case GELU -> List.of("Mul", "Sigmoid", "Mul");
        };
    }
}
