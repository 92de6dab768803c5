package nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import nas.InvalidInputException;
import nas.data.DataDescription;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes valid files at random: whatever comes of it is a data set or one line that says what is wrong. */
class TableMutationsTest {
    private static final int MUTATIONS = 1_500;
    private static final byte[] SPECIAL = "\",;\t\n\r' \\?.-e0\0\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mutated_file_is_loaded_or_refused_in_one_line(boolean isCompressed) throws IOException {
        byte[] valid = isCompressed ? compressed(valid()) : valid();
        SplittableRandom random = new SplittableRandom(isCompressed ? 7 : 8);
        int loaded = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("t.csv"), mutated(valid, random));
            loaded += isLoaded(file, i) ? 1 : 0;
        }
        assertThat(loaded).isBetween(isCompressed ? 1 : MUTATIONS / 20, MUTATIONS - MUTATIONS / 20);
    }

    private static boolean isLoaded(Path file, int number) {
        DataDescription description = Tables.predicting("-1");
        try {
            Table table = TableReader.read(TextSource.of(file), Optional.empty(), description);
            return TableLoader.load("t", table, description).data().rows() > 0;
        } catch (InvalidInputException e) {
            assertThat(e.getMessage())
                    .doesNotContain("\n")
                    .doesNotContain("Exception")
                    .hasSizeLessThan(2_000);
            return false;
        } catch (RuntimeException e) {
            return fail("mutation " + number, e);
        }
    }

    private static byte[] valid() {
        StringBuilder text = new StringBuilder("age,town,\"a \"\"note\"\"\",member,y\n");
        for (int row = 0; row < 60; row++) {
            text.append(row % 7 == 0 ? "" : 20 + row * 13 % 50)
                    .append(",\"New, ")
                    .append(List.of("York", "Oslo", "Rome").get(row % 3))
                    .append("\",caf\u00e9 ")
                    .append(row)
                    .append(row % 2 == 0 ? ",yes," : ",no,")
                    .append(row % 3)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid.clone();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int to = random.nextInt(at, bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(bytes, at, at, new byte[] {SPECIAL[random.nextInt(SPECIAL.length)]});
            case 2 -> spliced(bytes, at, at + 1, new byte[0]);
            case 3 ->
                random.nextInt(10) == 0
                        ? spliced(bytes, at, bytes.length, new byte[0])
                        : spliced(bytes, at, Math.min(to, at + 40), new byte[0]);
            default -> spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, Math.min(to, at + 200)));
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] compressed(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
