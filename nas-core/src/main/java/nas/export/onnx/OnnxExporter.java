package nas.export.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nas.data.InputEncoding;
import nas.export.Exporter;
import nas.export.Winner;
import nas.export.WrittenFile;
import nas.train.ForwardNetwork;
import nas.train.TrainedNetwork;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;

/**
 * Writes a winner as an ONNX file (ONNX, "Open Neural Network Exchange", operators of version 13 and of ai.onnx.ml version 2), for
 * any number of rows at once. It takes raw cells, knows how they are scaled and encoded, and answers with names of classes and
 * probabilities, or with values in the unit of the target. Its metadata tell the columns in their order, which texts stand for
 * missing cells, the classes or the outputs, and where it came from.
 */
public final class OnnxExporter implements Exporter {
    private static final int IR_VERSION = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<String> write(Winner winner, Path output) {
        ForwardNetwork network = forward(winner);
        ModelProto whole = onnx(winner, network);
        OnnxCheck.Compared[] compared = new OnnxCheck.Compared[1];
        WrittenFile.write(output, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                whole.writeTo(out);
            }
            ModelProto read = read(file);
            if (!read.equals(whole)) {
                throw new IllegalStateException(output.getFileName() + " is not what was to be written");
            }
            compared[0] = new OnnxCheck(read, winner.preprocessing(), network).compare();
        });
        return ImmutableList.of(
                output.getFileName() + ": " + compared[0].operators() + " operators and " + compared[0].tensors()
                        + " tensors read again, equal to the network's",
                "inputs " + inputs(winner) + "; outputs " + outputs(winner));
    }

    private static ForwardNetwork forward(Winner winner) {
        try (TrainedNetwork network = winner.network()) {
            return network.forward();
        }
    }

    private static ModelProto read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelProto.parseFrom(in);
        }
    }

    /** Returns the winner as ONNX has it. */
    static ModelProto onnx(Winner winner, ForwardNetwork network) {
        Graph graph = new Graph();
        String inputs = InputNodes.add(winner.preprocessing().inputs(), graph);
        String sums = LayerNodes.add(network, inputs, graph);
        OutputNodes.add(network.form(), winner.preprocessing().target(), sums, graph);
        ModelProto.Builder onnx = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("nas")
                .setProducerVersion(winner.origin().version())
                .setDocString(winner.summary())
                .addAllOpsetImport(Graph.operators())
                .setGraph(graph.build());
        metadata(winner)
                .forEach((key, value) -> onnx.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return onnx.build();
    }

    private static Map<String, String> metadata(Winner winner) {
        Map<String, String> metadata = new LinkedHashMap<>();
        winner.preprocessing()
                .inputs()
                .match(
                        columns -> {
                            metadata.put(InputNodes.NUMBERS, json(InputNodes.numbers(columns)));
                            metadata.put(InputNodes.TEXTS, json(InputNodes.texts(columns)));
                            return metadata.put("missing", json(List.copyOf(columns.missing())));
                        },
                        pixels -> metadata.put(InputNodes.PIXELS, Integer.toString(pixels.count())));
        winner.preprocessing()
                .target()
                .match(
                        classes -> metadata.put("classes", json(classes.names())),
                        values -> metadata.put(
                                "outputs",
                                json(values.outputs().stream()
                                        .map(each -> each.name())
                                        .toList())));
        metadata.put("data", winner.origin().data());
        metadata.put("data_fingerprint", winner.origin().fingerprint());
        metadata.put("genome", winner.genome().key());
        return metadata;
    }

    private static String json(List<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inputs(Winner winner) {
        return winner.preprocessing()
                .inputs()
                .match(
                        OnnxExporter::inputs,
                        pixels -> InputNodes.PIXELS + " (bytes, " + pixels.count() + " of each image)");
    }

    private static String inputs(InputEncoding.Columns columns) {
        int numbers = InputNodes.numbers(columns).size();
        int texts = InputNodes.texts(columns).size();
        String first =
                numbers == 0 ? "" : InputNodes.NUMBERS + " (float64, " + numbers + " columns, NaN where missing)";
        String second = texts == 0 ? "" : InputNodes.TEXTS + " (strings, " + texts + " columns)";
        return first + (numbers > 0 && texts > 0 ? " and " : "") + second + ", named in the metadata";
    }

    private static String outputs(Winner winner) {
        return winner.preprocessing()
                .target()
                .match(
                        classes -> OutputNodes.LABEL + " and " + OutputNodes.PROBABILITIES,
                        values -> OutputNodes.PREDICTION + " (float64, in the unit of the target)");
    }
}
