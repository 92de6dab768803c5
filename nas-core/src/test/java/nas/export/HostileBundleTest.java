package nas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nas.InvalidInputException;
import nas.journal.DataSummary;
import nas.journal.JournalFixtures;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.space.Genome;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody else made: whatever is in them, reading tells in one line what is wrong. */
class HostileBundleTest {
    private static final Genome GENOME = ExportFixtures.named("images").winner().genome();

    @TempDir
    Path temporary;

    private Path file = Path.of("unset");
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @BeforeEach
    void write_a_whole_one() throws IOException {
        ExportFixtures.Trained trained = ExportFixtures.named("images");
        TrialResult result =
                ExportFixtures.train(trained.data(), trained.winner().genome());
        DataSummary data = new DataSummary("images", "classification", 16, 3, new DataSummary.Rows(120, 40, 40), "abc");
        WinnerBundle.write(
                new RunFolder(temporary), trained.data(), new RunHistory(JournalFixtures.header(data)), result);
        file = temporary.resolve(WinnerBundle.FILE);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(entries).containsKeys("configuration.json", "coefficients.bin", "preprocessing.json", "winner.json");
    }

    @Test
    void truncated_at_any_length_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WinnerBundle.read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(file + ": ");
            assertThat(WinnerBundle.isThere(new RunFolder(temporary), GENOME.key()))
                    .isFalse();
        }
    }

    /** What deflate stores is not told by a broken code. */
    @Test
    void single_bits_that_are_flipped_are_found_by_the_checksums() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Winner winner = WinnerBundle.read(file);
        for (int i = 0; i < whole.length; i += 23) {
            byte[] flipped = whole.clone();
            flipped[i] = (byte) (flipped[i] ^ 1 << i % 8);
            Files.write(file, flipped);
            try {
                assertThat(WinnerBundle.read(file)).isEqualTo(winner); // such as the time of an entry
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
    }

    @Test
    void newer_format_is_told() throws IOException {
        replace("winner.json", "\"formatVersion\" : 1", "\"formatVersion\" : 2");
        refused("winner.json: formatVersion must be 1, but was 2; a newer nas wrote it and can read it");
        write_a_whole_one();
        replace("preprocessing.json", "\"formatVersion\" : 1", "\"formatVersion\" : 3");
        refused("preprocessing.json: formatVersion must be 1, but was 3");
    }

    @Test
    void entry_that_is_not_there_is_told() throws IOException {
        entries.remove("winner.json");
        write();
        refused(
                "must hold winner.json, but does not; an older nas may have written it: nas resume writes that of a run anew");
    }

    @Test
    void sizes_that_are_promised_take_no_memory() throws IOException {
        replace("winner.json", "\"units\" : 8,", "\"units\" : 900000000,");
        assertThatThrownBy(() -> WinnerBundle.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("network must have at most 2147483639 parameters, but has ");
        write_a_whole_one();
        replace("winner.json", "\"loss\" : \"auto\"", "\"loss\" : \"mse\"");
        refused("loss of a classification must be cross_entropy or binary_cross_entropy, but was mse");
        write_a_whole_one();
        replace("winner.json", "\"inputs\" : 16", "\"inputs\" : 1600000000");
        refused(
                "winner.json must be about 16 inputs and 3 outputs, as preprocessing.json is, but is about 1600000000 and 3");
        write_a_whole_one();
        replace("winner.json", "\"units\" : 8", "\"units\" : 9");
        refused("there must be 183 parameters, but was 163");
        write_a_whole_one();
        entries.put("coefficients.bin", coefficients(Long.MAX_VALUE, 163, "FLOAT", 1));
        write();
        refused("shape must have at most 68 numbers, but was 9223372036854775807");
    }

    @Test
    void numbers_that_are_none_or_too_few_are_told() throws IOException {
        entries.put("coefficients.bin", coefficients(8, 163, "FLOAT", Float.NaN));
        write();
        refused("parameters must be finite, but was NaN");
        entries.put("coefficients.bin", coefficients(8, 163, "DOUBLE", 1));
        write();
        refused("numbers must be of type FLOAT, but are of DOUBLE");
        entries.put("coefficients.bin", Arrays.copyOf(coefficients(8, 163, "FLOAT", 1), 300));
        write();
        assertThatThrownBy(() -> WinnerBundle.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(file + ": ");
    }

    /** As ND4J writes an array: a shape, then numbers. */
    private static byte[] coefficients(long shape, int count, String type, float value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(shape);
        out.writeUTF("LONG");
        for (int i = 0; i < Math.min(shape, 8); i++) {
            out.writeLong(1);
        }
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(count);
        out.writeUTF(type);
        for (int i = 0; i < count; i++) {
            out.writeFloat(value);
        }
        return bytes.toByteArray();
    }

    /** A few kilobytes that would be gigabytes. */
    @Test
    void text_that_never_ends_is_cut_off() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("winner.json"));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 40; i++) {
                zip.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(100_000);
        refused("winner.json must have at most 33554432 bytes, but has more");
    }

    @Test
    void nested_json_is_refused() throws IOException {
        entries.put("winner.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        write();
        assertThatThrownBy(() -> WinnerBundle.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(file + ": winner.json: must be JSON, but is not: ");
    }

    @Test
    void paths_in_the_archive_lead_nowhere() throws IOException {
        for (String name : List.of("../escaped", "/tmp/nas-escaped", "sub/../../escaped")) {
            entries.put(name, new byte[] {1});
        }
        write();
        assertThat(WinnerBundle.read(file).genome())
                .isEqualTo(ExportFixtures.named("images").winner().genome());
        assertThat(temporary.resolveSibling("escaped")).doesNotExist();
        assertThat(Path.of("/tmp/nas-escaped")).doesNotExist();
    }

    /** Stock DL4J keeps a normaliser as a serialised object in such an entry. */
    @Test
    void objects_in_the_archive_are_never_brought_to_life() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Alive());
        }
        entries.put("normalizer.bin", bytes.toByteArray());
        entries.put("preprocessor.bin", bytes.toByteArray());
        entries.put("updaterState.bin", bytes.toByteArray());
        write();
        assertThat(WinnerBundle.read(file).genome())
                .isEqualTo(ExportFixtures.named("images").winner().genome());
        entries.put("coefficients.bin", bytes.toByteArray());
        write();
        assertThatThrownBy(() -> WinnerBundle.read(file)).isInstanceOf(InvalidInputException.class);
    }

    /** Says when it is read. */
    private static final class Alive implements java.io.Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(java.io.ObjectInputStream in) {
            throw new AssertionError("it lives");
        }
    }

    private void replace(String entry, String text, String replacement) throws IOException {
        String before = new String(entries.get(entry), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        entries.put(entry, before.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        write();
    }

    private void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                new ByteArrayInputStream(entry.getValue()).transferTo(zip);
            }
        }
    }

    private void refused(String message) {
        assertThatThrownBy(() -> WinnerBundle.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(file + ": " + message);
    }
}
