package nas.export.pytorch;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nas.export.Exporter;
import nas.export.Winner;
import nas.export.WrittenFile;
import nas.train.ForwardNetwork;
import nas.train.TrainedNetwork;

/**
 * Writes a winner as a Python file that is meant to be read, {@code winner.py}, which predicts with PyTorch, as a module and from
 * the command line; and beside it {@code winner.npz}, its weights. The Python file has no state but that file, and takes nothing
 * from the data but texts and numbers.
 */
public final class PytorchExporter implements Exporter {
    /** Makes an exporter. */
    public PytorchExporter() {}

    @Override
    public List<String> write(Winner winner, Path output) {
        String module = ModuleName.of(output);
        WrittenFile.check(output);
        try (TrainedNetwork network = winner.network()) {
            ForwardNetwork forward = network.forward();
            String code = WinnerCode.text(winner, forward, module);
            return write(NetworkCode.arrays(forward), code, output, output.resolveSibling(module + ".npz"));
        }
    }

    /** Weights are there first: those of before would not fit the new code. */
    private static List<String> write(ImmutableMap<String, NpyArray> arrays, String code, Path output, Path weights) {
        WrittenFile.write(output, newCode -> {
            Files.writeString(newCode, code);
            check(newCode, code, arrays.keySet());
            WrittenFile.write(weights, newWeights -> {
                NpzFile.write(newWeights, arrays);
                check(newWeights, arrays);
            });
        });
        return List.of(
                weights.getFileName() + ": " + arrays.size() + " arrays read again, equal to the network's bit by bit",
                output.getFileName() + ": read again, names every one of them");
    }

    private static void check(Path newWeights, ImmutableMap<String, NpyArray> arrays) throws IOException {
        if (!read(newWeights).equals(ImmutableSortedMap.copyOf(arrays))) {
            throw new IllegalStateException("what was written is not what the network's arrays are");
        }
    }

    private static void check(Path newCode, String code, Set<String> arrays) throws IOException {
        if (!Files.readString(newCode).equals(code)) {
            throw new IllegalStateException("what was written is not the code");
        }
        for (String name : arrays) {
            if (!code.contains("self." + moduleOf(name))) {
                throw new IllegalStateException("what was written does not name " + name);
            }
        }
    }

    private static ImmutableMap<String, NpyArray> read(Path weights) throws IOException {
        try {
            return NpzFile.read(weights);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("what was written is no array: " + e.getMessage(), e);
        }
    }

    /** Weight and bias are part of a linear layer; a slope stands by itself. */
    private static String moduleOf(String array) {
        return array.endsWith(".slope") ? array : array.substring(0, array.indexOf('.')) + " = nn.Linear(";
    }
}
