package nas.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.Preprocessing;
import nas.data.Quoted;
import nas.data.Sizes;
import nas.journal.JournalReader;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.space.HiddenLayer;
import nas.train.Networks;
import nas.train.OutputForm;
import nas.train.TrainedNetwork;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Trial;
import nas.trial.TrialResult;

/**
 * The winner in its run folder, {@code winner.zip}: a file that stock DL4J's {@code ModelSerializer} reads as a network, with
 * {@code preprocessing.json} in it, which says how a raw row becomes the network's input and what its output stands for, and
 * {@code winner.json}, which says what it is and where it came from.
 *
 * <p>Reading takes a file that anyone may have made: entries are found by their names and never written anywhere, nothing is
 * deserialised but JSON text and plain numbers, and no more memory is taken than is checked before.
 */
public final class WinnerBundle {
    /** Name of the file. */
    public static final String FILE = "winner.zip";

    private static final String PREPROCESSING = "preprocessing.json";
    private static final String WINNER = "winner.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    /** No description of columns and levels is longer. */
    private static final int LONGEST_TEXT = 1 << 25;

    /** All entries have the same time, so that equal winners make equal files. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private WinnerBundle() {}

    /** Tells whether a run's folder has the file, whole, and with the network that won. */
    public static boolean isThere(RunFolder folder, String winner) {
        Path file = folder.path().resolve(FILE);
        try {
            return opened(file, WinnerBundle::isWhole)
                    && read(file).genome().key().equals(winner);
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Reads everything, what is for stock DL4J alone, too. */
    private static boolean isWhole(ZipFile zip) throws IOException {
        for (ZipEntry entry : zip.stream().toList()) {
            checked(zip, entry.getName(), stream -> stream.transferTo(OutputStream.nullOutputStream()));
        }
        return true;
    }

    /**
     * Returns the training that the winner of a run is from.
     *
     * @throws InvalidInputException if the file is not there, is damaged or was written in another format
     */
    public static Trial training(RunFolder folder) {
        return opened(folder.path().resolve(FILE), zip -> WinnerJson.training(text(zip, WINNER)));
    }

    /**
     * Reads the winner of a run.
     *
     * @throws InvalidInputException if the run has none yet, the file is of a run on other data, or the file is damaged or was written in another format
     */
    public static Winner of(RunFolder folder) {
        Path file = folder.path().resolve(FILE);
        if (!Files.exists(file)) {
            throw new InvalidInputException(file
                    + ": there is no such file; nas resume goes on with a search that has not ended, and writes the winner of"
                    + " one that has ended anew");
        }
        Winner winner = read(file);
        if (!winner.origin()
                .fingerprint()
                .equals(JournalReader.header(folder).data().fingerprint())) {
            throw new InvalidInputException(file + ": must be the winner of this run, but learnt other data, "
                    + Quoted.text(winner.origin().data()));
        }
        return winner;
    }

    /**
     * Writes the file; it is there whole or not at all.
     *
     * @param winner the training that the network is from, with its {@link Detail#PARAMETERS}
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static void write(RunFolder folder, Dataset data, RunHistory history, TrialResult winner) {
        FloatVector parameters = winner.detail(Detail.PARAMETERS).orElseThrow();
        ByteArrayOutputStream network = new ByteArrayOutputStream();
        Networks.save(winner.trial().genome(), Networks.Ends.of(data), parameters, network);
        folder.write(FILE, file -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                add(zip, WINNER, WinnerJson.text(history, winner));
                add(zip, PREPROCESSING, PreprocessingJson.text(data.preprocessing()));
                copy(network.toByteArray(), zip);
            }
        });
    }

    private static void copy(byte[] from, ZipOutputStream into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(from))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                begin(into, entry.getName());
                zip.transferTo(into);
            }
        }
    }

    private static void add(ZipOutputStream into, String name, String text) throws IOException {
        begin(into, name);
        into.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void begin(ZipOutputStream into, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        into.putNextEntry(entry);
    }

    /**
     * Reads a winner from a file that anyone may have made.
     *
     * @throws InvalidInputException if the file is not there, is damaged, was written in another format, or is too large
     */
    public static Winner read(Path file) {
        return opened(file, zip -> read(file, zip));
    }

    /** Reads something of an archive. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ZipFile zip) throws IOException;
    }

    private static <T> T opened(Path file, Reading<T> reading) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.of(zip);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        } catch (ZipException e) {
            throw new InvalidInputException(file + ": must be a whole zip file, but is not: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new InvalidInputException(file + ": must be whole, but ends too early", e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "its numbers are damaged" : e.getMessage();
            throw new InvalidInputException(file + ": cannot be read: " + why, e);
        }
    }

    private static Winner read(Path file, ZipFile zip) throws IOException {
        WinnerJson.Described described = described(text(zip, WINNER));
        Preprocessing preprocessing = preprocessing(text(zip, PREPROCESSING));
        check(described, preprocessing);
        long count = TrainedNetwork.size(described.genome(), described.ends());
        Sizes.checkMemory(file + ": " + count + " parameters", count * 4 * Float.BYTES);
        FloatVector parameters =
                checked(zip, COEFFICIENTS, stream -> Coefficients.read(stream, Math.toIntExact(count)));
        return new Winner(
                described.genome(),
                described.ends(),
                parameters,
                described.header(),
                preprocessing,
                described.origin());
    }

    private static WinnerJson.Described described(String text) {
        try {
            return WinnerJson.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(WINNER + ": " + e.getMessage(), e);
        }
    }

    private static Preprocessing preprocessing(String text) {
        try {
            return PreprocessingReader.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREPROCESSING + ": " + e.getMessage(), e);
        }
    }

    private static void check(WinnerJson.Described described, Preprocessing preprocessing) {
        int inputs = preprocessing.inputs().count();
        int outputs = preprocessing
                .target()
                .match(
                        classes -> classes.names().size(),
                        values -> values.outputs().size());
        if (inputs != described.ends().inputs() || outputs != described.ends().outputs()) {
            throw new IllegalArgumentException(WINNER + " must be about " + inputs + " inputs and " + outputs
                    + " outputs, as " + PREPROCESSING + " is, but is about "
                    + described.ends().inputs() + " and " + described.ends().outputs());
        }
        checkSize(described);
        OutputForm.of(described.genome().recipe(), described.ends().task());
    }

    /** Counted in double, as what is promised may be more than any integer. */
    private static void checkSize(WinnerJson.Described described) {
        double count = 0;
        double width = described.ends().inputs();
        for (HiddenLayer layer : described.genome().architecture().layers()) {
            count += (width + 1) * layer.units();
            width = layer.units();
        }
        count += (width + 1) * described.ends().outputs();
        if (count > Sizes.MAX_VALUES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "network must have at most %d parameters, but has %.3g", Sizes.MAX_VALUES, count));
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("must hold " + name
                    + ", but does not; an older nas may have written it: nas resume writes that of a run anew");
        }
        return entry;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return checked(zip, name, stream -> {
            byte[] bytes = stream.readNBytes(LONGEST_TEXT + 1);
            if (bytes.length > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        name + " must have at most " + LONGEST_TEXT + " bytes, but has more");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    /** Reads an entry. */
    @FunctionalInterface
    private interface EntryReading<T> {
        T of(InputStream stream) throws IOException;
    }

    /** Reads an entry to its end and compares it with its checksum, which Java does not. */
    private static <T> T checked(ZipFile zip, String name, EntryReading<T> reading) throws IOException {
        ZipEntry entry = entry(zip, name);
        try (CheckedInputStream stream = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            T read = reading.of(stream);
            if (stream.read() >= 0) {
                throw new IllegalArgumentException(name + " must end after what it promises, but goes on");
            }
            if (stream.getChecksum().getValue() != entry.getCrc()) {
                throw new IllegalArgumentException(name + " must have the checksum of the archive, but is damaged");
            }
            return read;
        }
    }
}
