package nas.export.predict;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import nas.InvalidInputException;
import nas.data.InputEncoding;
import nas.data.idx.ImageStream;
import nas.data.table.RowStream;
import nas.data.table.RowWriter;
import nas.data.table.TextSource;
import nas.export.Winner;
import nas.train.TrainedNetwork;

/**
 * Says of rows what a winner says, in constant memory: while one thread reads rows, another one encodes those read before, asks
 * the network and writes. Used on one thread.
 */
public final class Predictor implements AutoCloseable {
    private static final int MOST_ROWS = 2_048;
    private static final int MOST_VALUES = 1 << 20;

    private final Winner winner;
    private final ExecutorService scorer = Executors.newSingleThreadExecutor(task -> new Thread(task, "scorer"));
    private final Future<TrainedNetwork> network;
    private Optional<Future<?>> before = Optional.empty();
    private long rows;

    /** Prepares to predict. */
    public Predictor(Winner winner) {
        this.winner = winner;
        this.network = scorer.submit(winner::network);
    }

    /**
     * What came of it.
     *
     * @param rows how many rows were predicted
     * @param warnings what should be known about them, a sentence each
     */
    public record Summary(long rows, List<String> warnings) {}

    /**
     * Predicts the rows of a table and writes them as a table with more columns.
     *
     * @throws InvalidInputException if the table cannot be read, lacks a column, holds a text where a number must be, or the
     *     winner's rows are images; rows before that are written
     * @throws IOException if the output cannot be written
     */
    public Summary table(TextSource source, Writer out) throws IOException {
        InputEncoding.Columns columns = winner.preprocessing().inputs().match(found -> found, pixels -> {
            throw new InvalidInputException("the input must be an IDX file of images of " + pixels.count()
                    + " pixels, as the winner was trained on images");
        });
        List<String> names =
                columns.columns().stream().map(column -> column.column()).toList();
        TableRun run = new TableRun(columns, out);
        RowStream.read(source, new RowStream.Wanted(names, winner.header()), run);
        return run.summary();
    }

    /**
     * Predicts the images of an IDX file and writes a row for each: its number, from 0, and what is said of it.
     *
     * @throws InvalidInputException if the file cannot be read, holds images of another size, or the winner's rows are those of
     *     a table; rows before that are written
     * @throws IOException if the output cannot be written
     */
    public Summary images(Path file, Writer out) throws IOException {
        InputEncoding.Pixels pixels = winner.preprocessing()
                .inputs()
                .match(
                        columns -> {
                            throw new InvalidInputException(file
                                    + ": must be a table, as the winner was trained on columns, but is an IDX file");
                        },
                        found -> found);
        try (ImageStream images = ImageStream.open(file, pixels.count())) {
            ImageScoring scoring = new ImageScoring(winner, pixels, new RowWriter(out, ','));
            scoring.head();
            int most = rowsPerChunk(pixels.count());
            try {
                while (images.left() > 0) {
                    byte[] chunk = images.next(most);
                    submit(said -> scoring.score(chunk, said));
                }
            } finally {
                rows = finish(scoring::rows);
            }
            return new Summary(rows, List.of());
        }
    }

    /** Returns how many rows were written, also where it ended in an error. */
    public long rows() {
        return rows;
    }

    /** Work for the thread of the network. */
    @FunctionalInterface
    private interface Scoring {
        void with(TrainedNetwork network) throws IOException;
    }

    /** Hands over a chunk when the one before is done, so that no more than two are held. */
    private void submit(Scoring scoring) throws IOException {
        await();
        before = Optional.of(scorer.submit(() -> {
            scoring.with(network.get());
            return true;
        }));
    }

    /** Waits for the last chunk, and returns how many rows were written. */
    private long finish(LongSupplier written) throws IOException {
        try {
            await();
        } finally {
            rows = written.getAsLong();
        }
        return rows;
    }

    private static int rowsPerChunk(int inputs) {
        return Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, inputs)));
    }

    /** The reading of one table. */
    private final class TableRun implements RowStream.Reading {
        private final InputEncoding.Columns columns;
        private final Writer out;
        private Optional<TableScoring> scoring = Optional.empty();

        TableRun(InputEncoding.Columns columns, Writer out) {
            this.columns = columns;
            this.out = out;
        }

        @Override
        public void read(RowStream rows) throws IOException {
            TableScoring begun = new TableScoring(winner, columns, rows, new RowWriter(out, rows.delimiter()));
            scoring = Optional.of(begun);
            begun.head();
            int most = rowsPerChunk(columns.count());
            try {
                boolean isOver = false;
                while (!isOver) {
                    Chunk chunk = Chunk.of(rows, most);
                    if (!chunk.rows().isEmpty()) {
                        submit(said -> begun.score(chunk.rows(), said));
                    }
                    chunk.throwFailure();
                    isOver = chunk.rows().size() < most;
                }
            } finally {
                finish(begun::rows);
            }
        }

        Summary summary() {
            return scoring.map(TableScoring::summary).orElse(new Summary(0, List.of()));
        }
    }

    private void await() throws IOException {
        Optional<Future<?>> task = before;
        before = Optional.empty();
        if (task.isPresent()) {
            try {
                task.get().get();
            } catch (ExecutionException e) {
                Throwable cause = cause(e);
                Throwables.throwIfInstanceOf(cause, IOException.class);
                Throwables.throwIfUnchecked(cause);
                throw new IllegalStateException(cause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rows were predicted", e);
            }
        }
    }

    /** The network itself is made by a task. */
    private static Throwable cause(ExecutionException e) {
        Throwable cause = e;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public void close() {
        scorer.execute(this::free);
        scorer.shutdown();
    }

    /** A network belongs to the thread that made it. */
    private void free() {
        try {
            network.get().close();
        } catch (ExecutionException e) {
            // there is none
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
