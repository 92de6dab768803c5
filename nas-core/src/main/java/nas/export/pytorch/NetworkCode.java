package nas.export.pytorch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nas.space.Activation;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;
import nas.train.OutputForm;

/**
 * Writes a network as a module of PyTorch, layer by layer: {@code layer1}, {@code layer2}, … What it says are probabilities of
 * classes or standardised values, as {@link OutputForm} has it.
 */
final class NetworkCode {
    private final List<ForwardLayer> layers;
    private final OutputForm form;

    NetworkCode(ForwardNetwork network) {
        this.layers = network.layers();
        this.form = network.form();
    }

    /** Returns the arrays of a network, by the names that its module has for them. */
    static ImmutableMap<String, NpyArray> arrays(ForwardNetwork network) {
        ImmutableMap.Builder<String, NpyArray> arrays = ImmutableMap.builder();
        int number = 0;
        for (ForwardLayer layer : network.layers()) {
            String name = "layer" + ++number;
            arrays.put(name + ".weight", new NpyArray(List.of(layer.outputs(), layer.inputs()), layer.weights()));
            arrays.put(name + ".bias", new NpyArray(List.of(layer.outputs()), layer.bias()));
            if (layer.activation() == Activation.PRELU) {
                arrays.put(name + ".slope", new NpyArray(List.of(layer.outputs()), layer.slopes()));
            }
        }
        return arrays.buildOrThrow();
    }

    /** Returns the module, after the functions that it needs. */
    List<PythonPart> parts() {
        ImmutableList.Builder<PythonPart> parts = ImmutableList.builder();
        if (layers.stream().anyMatch(layer -> layer.activation() == Activation.GELU)) {
            parts.add(PythonPart.resource("gelu.py"));
        }
        String code = module();
        Set<String> imports = new TreeSet<>(Set.of("from torch import nn"));
        if (code.contains("F.")) {
            imports.add("import torch.nn.functional as F");
        }
        if (code.contains("math.")) {
            imports.add("import math");
        }
        return parts.add(new PythonPart(imports, code)).build();
    }

    private String module() {
        String said = form == OutputForm.VALUES ? "standardised numbers" : "probabilities of the classes";
        return "class Winner(nn.Module):\n    \"\"\"Takes encoded rows, returns " + said + ".\"\"\"\n\n"
                + "    def __init__(self):\n        super().__init__()\n" + body(definitions()) + "\n"
                + "    def forward(self, x):\n" + body(steps());
    }

    private static String body(List<String> lines) {
        return lines.stream().map(line -> "        " + line + "\n").collect(Collectors.joining());
    }

    private List<String> definitions() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (int i = 0; i < layers.size(); i++) {
            ForwardLayer layer = layers.get(i);
            lines.add(name(i) + " = nn.Linear(" + layer.inputs() + ", " + layer.outputs() + ")");
            if (layer.activation() == Activation.PRELU) {
                lines.add(name(i) + ".slope = nn.Parameter(torch.empty(" + layer.outputs() + "))");
            }
        }
        return lines.build();
    }

    private List<String> steps() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        int last = layers.size() - 1;
        for (int i = 0; i < last; i++) {
            lines.add("x = " + activated(layers.get(i).activation(), name(i)));
        }
        String sums = name(last) + "(x)";
        return switch (form) {
            case VALUES -> lines.add("return " + sums).build();
            case SOFTMAX ->
                lines.add("return torch.softmax(" + sums + ", dim=1)").build();
            case SHARES ->
                lines.add("shares = torch.sigmoid(" + sums + ").clamp(min=math.exp(-60))")
                        .add("return shares / shares.sum(dim=1, keepdim=True)")
                        .build();
        };
    }

    private static String name(int index) {
        return "self.layer" + (index + 1);
    }

    private static String activated(Activation activation, String layer) {
        String sums = layer + "(x)";
        return switch (activation) {
            case IDENTITY -> sums;
            case SIGMOID -> "torch.sigmoid(" + sums + ")";
            case TANH -> "torch.tanh(" + sums + ")";
            case RELU -> "F.relu(" + sums + ")";
            case LEAKY_RELU -> "F.leaky_relu(" + sums + ", 0.01)";
            case PRELU -> "F.prelu(" + sums + ", " + layer + ".slope)";
            case ELU -> "F.elu(" + sums + ")";
            case SELU -> "F.selu(" + sums + ")";
            case GELU -> "gelu(" + sums + ")";
            case SWISH -> "F.silu(" + sums + ")";
            case SOFTPLUS -> "F.softplus(" + sums + ")";
            case RRELU -> "F.leaky_relu(" + sums + ", 11 / 48)";
        };
    }
}
