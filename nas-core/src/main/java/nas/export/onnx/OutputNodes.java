package nas.export.onnx;

import java.util.List;
import java.util.function.Function;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.train.OutputForm;
import nas.trial.FloatVector;
import onnx.Onnx.TensorProto.DataType;

/**
 * The nodes that make answers of the last layer's sums, and the outputs: {@code label} and {@code probabilities}, or {@code
 * prediction}, float64, in the unit of the target.
 */
final class OutputNodes {
    static final String LABEL = "label";
    static final String PROBABILITIES = "probabilities";
    static final String PREDICTION = "prediction";

    /** Of the least probability that counts; smaller ones count as this. */
    static final float LEAST_LOGARITHM = -60;

    private final Graph graph;

    private OutputNodes(Graph graph) {
        this.graph = graph;
    }

    /** Adds the nodes. */
    static void add(OutputForm form, TargetEncoding target, String sums, Graph graph) {
        OutputNodes nodes = new OutputNodes(graph);
        target.match(
                classes -> nodes.classes(form, classes.names(), sums), values -> nodes.values(values.outputs(), sums));
    }

    private String classes(OutputForm form, List<String> names, String sums) {
        String probabilities = form == OutputForm.SHARES
                ? shares(sums)
                : graph.node(PROBABILITIES, "Softmax", List.of(sums), Graph.integer("axis", 1));
        String highest = graph.node(
                "highest", "ArgMax", List.of(probabilities), Graph.integer("axis", 1), Graph.integer("keepdims", 0));
        graph.node(LABEL, "Gather", List.of(graph.strings("classes", names), highest));
        graph.output(LABEL, DataType.STRING);
        graph.output(PROBABILITIES, DataType.FLOAT, names.size());
        return LABEL;
    }

    /** {@code log σ(x) = −softplus(−x)}: a sigmoid itself is cut off where runtimes think it is 0 or 1. */
    private String shares(String sums) {
        String negated = graph.node("negated", "Neg", List.of(sums));
        String softened = graph.node("softened", "Softplus", List.of(negated));
        String logarithms = graph.node("logarithms", "Neg", List.of(softened));
        String least = graph.floats("least_logarithm", FloatVector.copyOf(new float[] {LEAST_LOGARITHM}), 1);
        String raised = graph.node("each_raised", "Max", List.of(logarithms, least));
        return graph.node(PROBABILITIES, "Softmax", List.of(raised), Graph.integer("axis", 1));
    }

    private String values(List<TargetEncoding.Output> outputs, String sums) {
        String exact = graph.node("standardised", "Cast", List.of(sums), Graph.to(DataType.DOUBLE));
        String scaled = graph.node(
                "scaled_back",
                "Mul",
                List.of(exact, constant("target_deviation", outputs, Standardisation::deviation)));
        graph.node(PREDICTION, "Add", List.of(scaled, constant("target_mean", outputs, Standardisation::mean)));
        graph.output(PREDICTION, DataType.DOUBLE, outputs.size());
        return PREDICTION;
    }

    private String constant(String name, List<TargetEncoding.Output> outputs, Function<Standardisation, Double> part) {
        return graph.doubles(
                name,
                outputs.stream()
                        .map(output -> part.apply(output.standardisation()))
                        .toList(),
                outputs.size());
    }
}
