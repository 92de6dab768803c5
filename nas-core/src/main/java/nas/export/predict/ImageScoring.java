package nas.export.predict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nas.data.InputEncoding;
import nas.data.table.RowWriter;
import nas.export.Winner;
import nas.train.TrainedNetwork;

/** Images, scored chunk by chunk; of each its number is written, with what the network says of it. */
final class ImageScoring {
    private static final List<String> NAMES = List.of("image");
    private static final int BYTES = 256;

    private final InputEncoding.Pixels pixels;
    private final RowWriter writer;
    private final AnswerColumns answers;
    private final float[] levels = new float[BYTES];
    private long scored;

    ImageScoring(Winner winner, InputEncoding.Pixels pixels, RowWriter writer) {
        this.pixels = pixels;
        this.writer = writer;
        this.answers = new AnswerColumns(winner.preprocessing().target());
        for (int value = 0; value < BYTES; value++) {
            levels[value] = pixels.standardisation().apply(value);
        }
    }

    /** Writes the names of all columns. */
    void head() throws IOException {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(answers.names(NAMES));
        writer.write(names);
    }

    /** Scores images, given a byte for each pixel, and writes a row for each. */
    void score(byte[] images, TrainedNetwork network) throws IOException {
        float[] inputs = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            inputs[i] = levels[Byte.toUnsignedInt(images[i])];
        }
        int rows = images.length / pixels.count();
        float[] outputs = network.outputs(inputs, rows);
        int width = outputs.length / rows;
        for (int i = 0; i < rows; i++) {
            List<String> cells = new ArrayList<>(List.of(Long.toString(scored++)));
            answers.add(outputs, i * width, cells);
            writer.write(cells);
        }
    }

    /** Returns how many rows were written. */
    long rows() {
        return scored;
    }
}
