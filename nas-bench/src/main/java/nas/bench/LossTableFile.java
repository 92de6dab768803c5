package nas.bench;

import com.google.common.io.MoreFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nas.space.Genome;
import nas.trial.FloatVector;

/**
 * A table as a file: compressed, big-endian, losses in float32; gzip's checksum covers it all.
 *
 * @param path where it lies
 */
record LossTableFile(Path path) {
    private static final int MAGIC = 0x6e61732d; // "nas-"
    private static final int VERSION = 1;

    /** Writes the table; whoever looks for it meanwhile finds the whole of it or what was there before. */
    void write(LossTable table) {
        try {
            MoreFiles.createParentDirectories(path);
            Path part = Files.createTempFile(path.toAbsolutePath().getParent(), "table", ".part");
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(part))))) {
                write(table, out);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(LossTable table, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        LossTable.Ground ground = table.ground();
        out.writeUTF(ground.task());
        out.writeInt(ground.epochs());
        out.writeInt(ground.trainingVersion());
        write(ground.seen(), out);
        write(ground.judged(), out);
        out.writeInt(table.rows().size());
        for (LossTable.Row row : table.rows()) {
            out.writeUTF(row.genome().canonicalText());
            out.writeLong(row.parameters());
            for (FloatVector curve : row.curves()) {
                for (float loss : curve.toArray()) {
                    out.writeFloat(loss);
                }
            }
        }
    }

    private static void write(LossTable.Half half, DataOutputStream out) throws IOException {
        out.writeUTF(half.fingerprint());
        out.writeDouble(half.constantLoss());
    }

    /**
     * Reads the table of a task.
     *
     * @throws IllegalStateException if the file holds another version, another task or other genomes
     * @throws UncheckedIOException if there is no file, or it is damaged
     */
    LossTable read(TabularTask task) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path))))) {
            check(in.readInt() == MAGIC && in.readInt() == VERSION, "is no table of version " + VERSION);
            LossTable.Ground ground =
                    new LossTable.Ground(in.readUTF(), in.readInt(), in.readInt(), half(in), half(in));
            check(
                    ground.task().equals(task.word()) && ground.epochs() == task.epochs(),
                    "holds the task " + ground.task() + " of " + ground.epochs() + " epochs");
            List<LossTable.Row> rows = rows(in, task);
            check(in.read() < 0, "goes on behind its end");
            return new LossTable(ground, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: build it again", e);
        }
    }

    private static LossTable.Half half(DataInputStream in) throws IOException {
        return new LossTable.Half(in.readUTF(), in.readDouble());
    }

    private List<LossTable.Row> rows(DataInputStream in, TabularTask task) throws IOException {
        List<Genome> genomes = task.genomes();
        int count = in.readInt();
        check(count == genomes.size(), "holds " + count + " genomes");
        List<LossTable.Row> rows = new ArrayList<>(count);
        for (Genome genome : genomes) {
            String text = in.readUTF();
            check(text.equals(genome.canonicalText()), "holds the genome " + text);
            rows.add(new LossTable.Row(genome, in.readLong(), curves(in, task.epochs())));
        }
        return rows;
    }

    private static List<FloatVector> curves(DataInputStream in, int epochs) throws IOException {
        List<FloatVector> curves = new ArrayList<>(LossTable.SEEDS);
        for (int seed = 0; seed < LossTable.SEEDS; seed++) {
            float[] losses = new float[epochs];
            for (int epoch = 0; epoch < epochs; epoch++) {
                losses[epoch] = in.readFloat();
            }
            curves.add(FloatVector.copyOf(losses));
        }
        return curves;
    }

    private void check(boolean isRight, String wrong) {
        if (!isRight) {
            throw new IllegalStateException(path + " " + wrong + ": build it again");
        }
    }
}
