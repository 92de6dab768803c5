package nas.export;

import java.nio.file.Path;
import java.util.List;

/** Writes a winner as files that other programs run. */
public interface Exporter {
    /**
     * Writes the winner, reads again what was written, and compares it with the network.
     *
     * @param output the file to write; one that is there is replaced, as a whole or not at all
     * @return what was written and how it was checked, a sentence each
     * @throws nas.InvalidInputException if this winner cannot be written so
     * @throws IllegalStateException if what was written is not what the network says
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    List<String> write(Winner winner, Path output);
}
