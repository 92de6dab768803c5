package nas.export.onnx;

import com.google.common.primitives.Longs;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.space.Activation;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;
import nas.trial.FloatVector;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;

/** Compares a file that was read with the network that it is to be: operators, attributes and tensors. */
final class OnnxCheck {
    private final List<NodeProto> nodes;
    private final Map<String, NodeProto> byName = new HashMap<>();
    private final Map<String, TensorProto> tensors = new HashMap<>();
    private final Preprocessing preprocessing;
    private final ForwardNetwork network;
    private int operators;
    private int equalTensors;

    OnnxCheck(ModelProto read, Preprocessing preprocessing, ForwardNetwork network) {
        this.nodes = read.getGraph().getNodeList();
        nodes.forEach(node -> byName.put(node.getName(), node));
        read.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        this.preprocessing = preprocessing;
        this.network = network;
    }

    /** How many there were, all of them equal. */
    record Compared(int operators, int tensors) {}

    /**
     * Compares everything.
     *
     * @throws IllegalStateException if something differs
     */
    Compared compare() {
        inputs();
        String values = node("layer1", "Gemm").getInput(0);
        for (int i = 0; i < network.layers().size(); i++) {
            values = layer("layer" + (i + 1), network.layers().get(i), values);
        }
        outputs(values);
        return new Compared(operators, equalTensors);
    }

    private String layer(String name, ForwardLayer layer, String values) {
        NodeProto gemm = node(name, "Gemm");
        check(gemm.getInput(0).equals(values), name + " must take " + values);
        check(attribute(gemm, "transB").map(AttributeProto::getI).orElse(0L) == 1, name + " must transpose");
        equal(gemm.getInput(1), layer.weights(), layer.outputs(), layer.inputs());
        equal(gemm.getInput(2), layer.bias(), layer.outputs());
        List<NodeProto> active = nodes.stream()
                .filter(each -> each.getName().startsWith(name + "_active"))
                .toList();
        check(
                active.stream().map(NodeProto::getOpType).toList().equals(LayerNodes.operators(layer.activation())),
                name + " must be followed by " + layer.activation().word());
        operators += active.size();
        if (active.isEmpty()) {
            return name;
        }
        NodeProto last = active.get(active.size() - 1);
        check(last.getInput(0).equals(name), last.getName() + " must take " + name);
        numbers(last, layer);
        return last.getName();
    }

    private void numbers(NodeProto node, ForwardLayer layer) {
        Activation activation = layer.activation();
        switch (activation) {
            case LEAKY_RELU -> equal(node, "alpha", LayerNodes.LEAKY);
            case RRELU -> equal(node, "alpha", LayerNodes.RANDOMISED);
            case ELU -> equal(node, "alpha", 1);
            case SELU -> {
                equal(node, "alpha", LayerNodes.SELU_ALPHA);
                equal(node, "gamma", LayerNodes.SELU_GAMMA);
            }
            case PRELU -> equal(node.getInput(1), layer.slopes(), layer.outputs());
            case GELU -> equal(node.getName() + "_scale", FloatVector.copyOf(new float[] {LayerNodes.GELU}), 1);
            case IDENTITY, SIGMOID, TANH, RELU, SOFTPLUS, SWISH -> {}
        }
    }

    private void inputs() {
        if (preprocessing.inputs() instanceof InputEncoding.Columns columns) {
            List<ColumnEncoding.Numeric> numbers = columns.columns().stream()
                    .flatMap(column -> column instanceof ColumnEncoding.Numeric number
                            ? Optional.of(number).stream()
                            : Optional.<ColumnEncoding.Numeric>empty().stream())
                    .toList();
            if (!numbers.isEmpty()) {
                equal("fill", numbers.stream().map(ColumnEncoding.Numeric::fill).toList());
                equal(
                        "mean",
                        numbers.stream()
                                .map(each -> each.standardisation().mean())
                                .toList());
                equal(
                        "deviation",
                        numbers.stream()
                                .map(each -> each.standardisation().deviation())
                                .toList());
            }
            levels(columns);
        } else if (preprocessing.inputs() instanceof InputEncoding.Pixels pixels) {
            equal("mean", List.of(pixels.standardisation().mean()));
            equal("deviation", List.of(pixels.standardisation().deviation()));
        }
    }

    private void levels(InputEncoding.Columns columns) {
        List<ColumnEncoding> texts = columns.columns().stream()
                .filter(column -> !(column instanceof ColumnEncoding.Numeric))
                .toList();
        IntStream.range(0, texts.size()).forEach(i -> {
            List<String> expected = texts.get(i)
                    .match(number -> List.of(), ColumnEncoding.Levels::levels, flag -> List.of(flag.off(), flag.on()));
            if (expected.isEmpty()) {
                return;
            }
            NodeProto encoder = node("text" + (i + 1) + "_hot", "OneHotEncoder");
            List<String> found = attribute(encoder, "cats_strings").stream()
                    .flatMap(each -> each.getStringsList().stream())
                    .map(text -> text.toStringUtf8())
                    .toList();
            check(found.equals(expected), encoder.getName() + " must know the levels " + expected);
        });
    }

    private void outputs(String sums) {
        switch (network.form()) {
            case SOFTMAX ->
                check(node(OutputNodes.PROBABILITIES, "Softmax").getInput(0).equals(sums), "softmax of " + sums);
            case SHARES -> check(node("negated", "Neg").getInput(0).equals(sums), "shares of " + sums);
            case VALUES -> check(node("standardised", "Cast").getInput(0).equals(sums), "values of " + sums);
        }
        preprocessing
                .target()
                .match(
                        classes -> {
                            List<String> found = tensor("classes").getStringDataList().stream()
                                    .map(text -> text.toStringUtf8())
                                    .toList();
                            check(found.equals(classes.names()), "classes must be " + classes.names());
                            return found;
                        },
                        values -> {
                            equal(
                                    "target_mean",
                                    values.outputs().stream()
                                            .map(each -> each.standardisation().mean())
                                            .toList());
                            equal(
                                    "target_deviation",
                                    values.outputs().stream()
                                            .map(each -> each.standardisation().deviation())
                                            .toList());
                            return List.of();
                        });
    }

    private NodeProto node(String name, String operator) {
        NodeProto node = byName.get(name);
        if (node == null || !node.getOpType().equals(operator)) {
            throw different("there must be " + name + ", a " + operator);
        }
        operators++;
        return node;
    }

    private static Optional<AttributeProto> attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    private static void equal(NodeProto node, String attribute, float value) {
        check(
                attribute(node, attribute).map(AttributeProto::getF).orElse(Float.NaN) == value,
                attribute + " of " + node.getName() + " must be " + value);
    }

    private TensorProto tensor(String name) {
        TensorProto tensor = tensors.get(name);
        if (tensor == null) {
            throw different("there must be a tensor " + name);
        }
        equalTensors++;
        return tensor;
    }

    private void equal(String name, FloatVector expected, long... shape) {
        TensorProto tensor = tensor(name);
        FloatBuffer values = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] found = new float[values.remaining()];
        values.get(found);
        boolean isShaped = tensor.getDimsList().equals(Longs.asList(shape));
        check(isShaped && FloatVector.copyOf(found).equals(expected), name + " must be the network's");
    }

    private void equal(String name, List<Double> expected) {
        DoubleBuffer values = tensor(name)
                .getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        List<Double> found =
                IntStream.range(0, values.remaining()).mapToObj(values::get).toList();
        check(found.equals(expected), name + " must be the preprocessing's");
    }

    private static void check(boolean isEqual, String rule) {
        if (!isEqual) {
            throw different(rule);
        }
    }

    private static IllegalStateException different(String rule) {
        return new IllegalStateException("the ONNX file is not what was to be written: " + rule);
    }
}
