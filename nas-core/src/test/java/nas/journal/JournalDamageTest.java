package nas.journal;

import static nas.journal.JournalFixtures.HEADER;
import static nas.journal.JournalFixtures.generation;
import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Fold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever befalls a journal, it is read up to a torn last line or refused with the line, and never misread. */
class JournalDamageTest {
    private static final int RECORDS = 4;

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));
    private byte[] whole = {};
    private int lastLine;

    @BeforeEach
    void write_a_short_journal() throws IOException {
        folder = RunFolder.create(temporary.resolve("run"));
        write(folder, HEADER);
        whole = Files.readAllBytes(folder.journalFile());
        lastLine = new String(whole, StandardCharsets.US_ASCII).lastIndexOf('\n', whole.length - 2) + 1;
    }

    @Test
    void a_flipped_bit_costs_the_last_record_at_most() throws IOException {
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            check(damaged, bit / 8, "bit " + bit);
        }
    }

    @Test
    void a_byte_of_zero_in_any_place_costs_the_last_record_at_most() throws IOException {
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] = 0;
            check(damaged, i, "byte " + i);
        }
    }

    @Test
    void lines_that_are_dropped_doubled_or_swapped_are_refused_with_their_line() throws IOException {
        List<String> lines = Files.readAllLines(folder.journalFile());
        for (int i = 0; i < RECORDS - 1; i++) {
            List<String> dropped = new ArrayList<>(lines);
            dropped.remove(i);
            if (i < RECORDS - 2) {
                refused(dropped, i + 1);
            }
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            refused(doubled, i + 2);
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, i, i + 1);
            refused(swapped, i + 1);
        }
    }

    @Test
    void a_last_line_that_follows_no_longer_what_it_did_is_torn() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.journalFile()));
        String dropped = lines.remove(RECORDS - 2);
        Files.write(folder.journalFile(), lines);
        JournalReader.Content content = JournalReader.content(folder);
        assertThat(content.sequence()).isEqualTo(RECORDS - 2);
        assertThat(content.length()).isEqualTo(lastLine - dropped.length() - 1);
    }

    /** The same records, so that numbers and fields fit; only the chain of checksums tells the journals apart. */
    @Test
    void spliced_journals_are_refused_where_the_other_one_begins() throws IOException {
        RunFolder other = RunFolder.create(temporary.resolve("other"));
        write(other, JournalFixtures.header(19));
        List<String> ours = Files.readAllLines(folder.journalFile());
        List<String> theirs = Files.readAllLines(other.journalFile());
        for (int cut = 1; cut < RECORDS - 1; cut++) {
            List<String> spliced = new ArrayList<>(ours.subList(0, cut));
            spliced.addAll(theirs.subList(cut, RECORDS));
            refused(spliced, cut + 1);
        }
    }

    @Test
    void what_follows_the_last_record_without_end_is_torn() throws IOException {
        byte[] longer = Arrays.copyOf(whole, whole.length + 5000);
        Files.write(folder.journalFile(), longer);
        JournalReader.Content content = JournalReader.content(folder);
        assertThat(content.length()).isEqualTo(whole.length);
        assertThat(content.tornBytes()).isEqualTo(5000);
        assertThat(content.sequence()).isEqualTo(RECORDS);
    }

    /** Either refused with the line of the damage, or cut off where the damaged record begins, if it is the last. */
    private void check(byte[] damaged, int place, String what) throws IOException {
        Files.write(folder.journalFile(), damaged);
        try {
            JournalReader.Content content = JournalReader.content(folder);
            assertThat(place).as(what).isGreaterThanOrEqualTo(lastLine - 1);
            assertThat(content.tornBytes()).as(what).isEqualTo(damaged.length - content.length());
            assertThat(content.length()).as(what).isLessThanOrEqualTo(place);
            assertThat(content.sequence()).as(what).isEqualTo(place < lastLine ? RECORDS - 2 : RECORDS - 1);
        } catch (InvalidInputException e) {
            assertThat(e).as(what).hasMessageStartingWith(folder.journalFile() + ":" + lineOf(place) + ":1: ");
        }
    }

    private int lineOf(int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            line += whole[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private void refused(List<String> lines, int line) throws IOException {
        Files.write(folder.journalFile(), lines);
        assertThatThrownBy(() -> JournalReader.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(folder.journalFile() + ":" + line + ":1: damaged record: ");
    }

    private static void write(RunFolder folder, Header header) {
        try (Journal journal = JournalFixtures.begin(folder, header)) {
            journal.append(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
            journal.append(new TrialEnded(JournalFixtures.failed(5)));
            journal.append(generation(1, 0, 4, 5));
        }
    }
}
