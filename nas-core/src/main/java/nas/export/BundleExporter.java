package nas.export;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies a winner's bundle, which stock DL4J reads.
 *
 * @param bundle the file that the winner was read from
 */
public record BundleExporter(Path bundle) implements Exporter {
    @Override
    public List<String> write(Winner winner, Path output) {
        WrittenFile.write(output, file -> {
            Files.copy(bundle, file);
            Winner read = WinnerBundle.read(file);
            if (!read.equals(winner)) {
                throw new IllegalStateException(output + " is not the winner that was to be written");
            }
        });
        return ImmutableList.of(
                output.getFileName() + ": " + winner.parameters().size()
                        + " parameters read again, equal to the network's",
                "Deeplearning4j's ModelSerializer.restoreMultiLayerNetwork reads it; preprocessing.json is in it");
    }
}
