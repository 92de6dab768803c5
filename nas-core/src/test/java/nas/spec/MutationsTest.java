package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nas.InvalidInputException;
import nas.Seeds;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A law: whatever stands in a file, it is read or refused in lines that name places. */
class MutationsTest {
    private static final int MUTANTS = 500;
    private static final String SYNTAX = "{}[]:,-#&*!|>'\"%@`?~ \n\t\\<=.0159eE_\u0000\u00E9";

    @TempDir
    private Path folder;

    static List<Path> examples() throws IOException {
        return Examples.files();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Timeout(60)
    void every_file_is_read_or_refused_in_lines_with_places(Path example) throws IOException {
        Overrides data = Examples.data(example, folder);
        byte[] original = withoutComments(example);
        for (int i = 0; i < MUTANTS; i++) {
            SplittableRandom random = new SplittableRandom(Seeds.derive(i, example.getFileName()));
            byte[] mutant = original;
            for (int edits = random.nextInt(1, 5); edits > 0; edits--) {
                mutant = edited(mutant, random);
            }
            readOrRefused(mutant, data);
        }
    }

    private void readOrRefused(byte[] mutant, Overrides data) {
        try {
            assertThat(new SpecFile(folder).read(mutant, data).name()).isNotEmpty();
        } catch (InvalidInputException e) {
            assertThat(e.lines())
                    .allSatisfy(line -> assertThat(line)
                            .hasLineCount(1)
                            .containsPattern("^(--data: |.*/x\\.yaml:\\d+:\\d+: |\\.\\.\\. and \\d+ more$)"));
        }
    }

    private static byte[] withoutComments(Path example) throws IOException {
        return Files.readString(example).replaceAll("(?m) *#.*\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Deletes, repeats, replaces or inserts a few bytes. */
    private static byte[] edited(byte[] text, SplittableRandom random) {
        int from = random.nextInt(text.length);
        int length = Math.min(text.length - from, random.nextInt(1, random.nextInt(2, 30)));
        byte[] part = Arrays.copyOfRange(text, from, from + length);
        return switch (random.nextInt(4)) {
            case 0 -> spliced(text, from, length, new byte[0]);
            case 1 -> spliced(text, random.nextInt(text.length), 0, part);
            case 2 -> spliced(text, from, 1, new byte[] {(byte) random.nextInt(256)});
            default -> spliced(text, from, random.nextInt(2), syntax(random));
        };
    }

    private static byte[] syntax(SplittableRandom random) {
        int index = random.nextInt(SYNTAX.length());
        return SYNTAX.substring(index, index + 1).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] text, int from, int length, byte[] inserted) {
        byte[] result = new byte[text.length - length + inserted.length];
        System.arraycopy(text, 0, result, 0, from);
        System.arraycopy(inserted, 0, result, from, inserted.length);
        System.arraycopy(text, from + length, result, from + inserted.length, text.length - from - length);
        return result;
    }
}
