package nas.export.onnx;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import com.google.common.primitives.Longs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import nas.trial.FloatVector;
import onnx.Onnx;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** A graph under construction: every node has one output, which has the node's name. */
final class Graph {
    /** The domain of operators for what is no network. */
    static final String ML = "ai.onnx.ml";

    private static final String ROWS = "rows";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("winner");

    /** Returns what was built. */
    GraphProto build() {
        return graph.build();
    }

    /** Adds a node and returns its output. */
    String node(String name, String operator, List<String> inputs, AttributeProto... attributes) {
        return node(name, "", operator, inputs, attributes);
    }

    /** Adds a node of a domain and returns its output. */
    String node(String name, String domain, String operator, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(ImmutableList.copyOf(attributes)));
        return name;
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto texts(String name, List<String> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRINGS)
                .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
                .build();
    }

    /** Adds a constant of float32 and returns its name. */
    String floats(String name, FloatVector values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Floats.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.toArray());
        return raw(name, DataType.FLOAT, bytes, shape);
    }

    /** Adds a constant of float64 and returns its name. */
    String doubles(String name, List<Double> values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putDouble);
        return raw(name, DataType.DOUBLE, bytes.rewind(), shape);
    }

    /** Adds a list of integers and returns its name. */
    String integers(String name, List<Long> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Longs.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putLong);
        return raw(name, DataType.INT64, bytes.rewind(), values.size());
    }

    /** Adds a list of texts and returns its name. */
    String strings(String name, List<String> values) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.STRING.getNumber())
                .addDims(values.size())
                .addAllStringData(values.stream().map(ByteString::copyFromUtf8).toList()));
        return name;
    }

    private String raw(String name, DataType type, ByteBuffer bytes, long... shape) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(Longs.asList(shape))
                .setRawData(ByteString.copyFrom(bytes)));
        return name;
    }

    /** Declares an input of any number of rows, and returns its name. */
    String input(String name, DataType type, long width) {
        graph.addInput(value(name, type, width));
        return name;
    }

    /** Declares an output of any number of rows. */
    void output(String name, DataType type, long... width) {
        graph.addOutput(value(name, type, width));
    }

    private static ValueInfoProto value(String name, DataType type, long... width) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS));
        for (long size : width) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** Returns an attribute that casts to a type. */
    static AttributeProto to(DataType type) {
        return integer("to", type.getNumber());
    }

    /** Returns the version of the operators that are used. */
    static List<Onnx.OperatorSetIdProto> operators() {
        return ImmutableList.of(
                Onnx.OperatorSetIdProto.newBuilder()
                        .setDomain("")
                        .setVersion(13)
                        .build(),
                Onnx.OperatorSetIdProto.newBuilder().setDomain(ML).setVersion(2).build());
    }
}
