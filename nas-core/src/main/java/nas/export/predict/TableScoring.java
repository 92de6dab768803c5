package nas.export.predict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nas.InvalidInputException;
import nas.data.InputEncoding;
import nas.data.Quoted;
import nas.data.RowEncoder;
import nas.data.table.RowStream;
import nas.data.table.RowStream.Row;
import nas.data.table.RowWriter;
import nas.export.Winner;
import nas.export.predict.Predictor.Summary;
import nas.train.TrainedNetwork;

/** The rows of a table, scored chunk by chunk and written as they were, with what the network says of them. */
final class TableScoring {
    private final RowStream rows;
    private final RowWriter writer;
    private final RowEncoder encoder;
    private final AnswerColumns answers;
    private final UnknownLevels unknown;
    private long scored;

    TableScoring(Winner winner, InputEncoding.Columns columns, RowStream rows, RowWriter writer) {
        this.rows = rows;
        this.writer = writer;
        this.encoder = new RowEncoder(columns);
        this.answers = new AnswerColumns(winner.preprocessing().target());
        this.unknown = new UnknownLevels(columns.columns());
    }

    /** Writes the names of all columns. */
    void head() throws IOException {
        List<String> names = new ArrayList<>(rows.names());
        names.addAll(answers.names(rows.names()));
        writer.write(names);
    }

    /**
     * Scores rows and writes them.
     *
     * @throws InvalidInputException if a cell must hold a number and does not; the rows before it are written
     */
    void score(List<Row> chunk, TrainedNetwork network) throws IOException {
        float[] inputs = new float[chunk.size() * encoder.count()];
        int encoded = 0;
        while (encoded < chunk.size() && encode(chunk.get(encoded), inputs, encoded * encoder.count())) {
            encoded++;
        }
        write(chunk.subList(0, encoded), inputs, network);
        if (encoded < chunk.size()) {
            throw misfit(chunk.get(encoded));
        }
    }

    /** Returns how many rows were written. */
    long rows() {
        return scored;
    }

    /** Returns how many rows were written, and what should be known about them. */
    Summary summary() {
        return new Summary(scored, unknown.sentences());
    }

    private boolean encode(Row row, float[] into, int offset) {
        List<String> cells = rows.wanted(row);
        try {
            if (!encoder.encode(cells, into, offset)) {
                encoder.unknown(cells).forEach(column -> unknown.add(column, cells.get(column), rows.place(row)));
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void write(List<Row> chunk, float[] inputs, TrainedNetwork network) throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        float[] outputs = network.outputs(inputs, chunk.size());
        int width = outputs.length / chunk.size();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            cells.clear();
            cells.addAll(chunk.get(i).cells());
            answers.add(outputs, i * width, cells);
            writer.write(cells);
        }
        scored += chunk.size();
    }

    private InvalidInputException misfit(Row row) {
        List<String> cells = rows.wanted(row);
        int column = encoder.misfit(cells).orElseThrow();
        return rows.error(
                row,
                column,
                "must be a finite number, but was "
                        + Quoted.text(cells.get(column).strip()));
    }
}
