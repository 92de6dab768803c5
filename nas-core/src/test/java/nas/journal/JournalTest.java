package nas.journal;

import static nas.journal.JournalFixtures.HEADER;
import static nas.journal.JournalFixtures.failed;
import static nas.journal.JournalFixtures.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nas.InvalidInputException;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Fold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void make_folder() {
        folder = RunFolder.create(temporary.resolve("run"));
    }

    @Test
    void what_was_written_is_read() {
        write();
        RunHistory history = JournalReader.read(folder);
        assertThat(history.header()).isEqualTo(HEADER);
        assertThat(history.trials()).containsExactly(measured(4, Fold.VALIDATION, 1, 0.5), failed(5));
        assertThat(history.generations()).containsExactly(new GenerationEnded(1, 3, 1));
        assertThat(history.end()).contains(new RunEnded("", 1.5, 0.25));
    }

    @Test
    void the_live_history_is_the_one_that_is_read() {
        RunHistory live = write();
        RunHistory read = JournalReader.read(folder);
        assertThat(read.trials()).isEqualTo(live.trials());
        assertThat(read.selection()).isEqualTo(live.selection());
    }

    @Test
    void lines_are_golden() throws IOException {
        write();
        List<String> lines = Files.readAllLines(folder.journalFile());
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .isEqualTo("{\"sequence\":1,\"type\":\"header\",\"formatVersion\":1,"
                        + "\"started\":\"2026-01-02T03:04:05Z\",\"seed\":-9223372036854775808,"
                        + "\"strategy\":\"evolution\",\"engine\":\"dl4j\",\"aim\":{\"perDecade\":0.02,\"within\":0.02},"
                        + "\"data\":{\"name\":\"iris\",\"task\":\"classification\",\"inputs\":4,\"outputs\":3,"
                        + "\"rows\":{\"train\":100,\"validation\":30,\"test\":20},\"fingerprint\":\"abc\"},"
                        + "\"provenance\":{\"version\":\"0.1.0\",\"commit\":\"1234\",\"trainingVersion\":1,"
                        + "\"java\":\"Debian 17\",\"system\":\"Linux amd64\",\"processors\":2,"
                        + "\"blasCore\":\"SkylakeX\"},"
                        + "\"settings\":{\"name\":\"iris\"}}");
        assertThat(lines.get(1))
                .isEqualTo("{\"sequence\":2,\"type\":\"trial\",\"key\":\""
                        + JournalFixtures.genome(4).key()
                        + "\",\"layers\":[{\"units\":4,\"activation\":\"elu\",\"dropout\":0.1}],"
                        + "\"recipe\":{\"optimizer\":\"adam\",\"momentum\":0.0,\"learningRate\":0.001,"
                        + "\"schedule\":\"constant\",\"batchSize\":128,\"loss\":\"auto\",\"l1\":0.0,\"l2\":0.0,"
                        + "\"weightDecay\":0.0,\"clipping\":{\"kind\":\"none\",\"threshold\":0.0}},"
                        + "\"epochs\":2,\"seed\":1,\"fold\":\"validation\","
                        + "\"measures\":{\"loss\":0.5,\"lossStandardError\":0.0,\"constantLoss\":1.0986,"
                        + "\"accuracy\":0.9,\"rmse\":null},\"curve\":[[1.5,1.25],[0.1,null]],\"pruned\":false,"
                        + "\"engine\":\"dl4j\",\"worker\":\"worker-0\",\"seconds\":0.25}");
    }

    @Test
    void a_journal_cut_anywhere_in_its_last_line_is_read_up_to_that_line() throws IOException {
        write();
        String whole = Files.readString(folder.journalFile());
        int lastLine = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        for (int length = lastLine; length < whole.length() - 1; length++) {
            Files.writeString(folder.journalFile(), whole.substring(0, length));
            RunHistory history = JournalReader.read(folder);
            assertThat(history.generations()).hasSize(1);
            assertThat(history.end()).isEmpty();
        }
    }

    @Test
    void damage_in_the_middle_is_refused_with_its_line() throws IOException {
        write();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.journalFile()));
        lines.set(2, "{\"sequence\":3,");
        Files.write(folder.journalFile(), lines);
        assertThatThrownBy(() -> JournalReader.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.journalFile() + ":3:1: damaged record: not JSON");
    }

    @Test
    void a_line_that_is_missing_is_noticed() throws IOException {
        write();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.journalFile()));
        lines.remove(2);
        Files.write(folder.journalFile(), lines);
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":3:1: damaged record: sequence must be 3, but was 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"2026-01-02T03:04:05Z\"|\"yesterday\"|1|started must be an instant, but was 'yesterday'",
                "\"seed\":1,|\"seed\":\"one\",|2|seed must be an integer, but was \"one\"",
                "\"loss\":0.5|\"loss\":\"NaN\"|2|loss must be a number, but was \"NaN\"",
                "\"activation\":\"elu\"|\"activation\":7|2|activation must be a text, but was 7",
                "\"epochs\":2|\"epochs\":0|2|epochs must be >= 1, but was 0",
            })
    void a_field_that_is_wrong_is_refused_with_its_line(String right, String wrong, int line, String message)
            throws IOException {
        write();
        String text = Files.readString(folder.journalFile());
        assertThat(text).contains(right);
        Files.writeString(folder.journalFile(), text.replaceFirst(Pattern.quote(right), wrong));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.journalFile() + ":" + line + ":1: damaged record: " + message);
    }

    @Test
    void a_second_header_is_refused() throws IOException {
        write();
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.journalFile()));
        lines.set(1, lines.get(0).replace("\"sequence\":1", "\"sequence\":2"));
        Files.write(folder.journalFile(), lines);
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":2:1: damaged record: a second header");
    }

    @Test
    void lines_are_ascii_so_that_one_cut_short_is_still_text() throws IOException {
        try (Journal journal = Journal.begin(folder, HEADER)) {
            journal.append(new RunEnded("größe ∞", 1, 1));
        }
        assertThat(Files.readString(folder.journalFile())).isASCII();
        assertThat(JournalReader.read(folder).end().map(RunEnded::failure)).contains("größe ∞");
    }

    @Test
    void fields_that_are_not_known_are_ignored() throws IOException {
        write();
        String text = Files.readString(folder.journalFile());
        Files.writeString(folder.journalFile(), text.replace("{\"sequence\"", "{\"new\":{\"field\":1},\"sequence\""));
        assertThat(JournalReader.read(folder).trials()).hasSize(2);
    }

    @Test
    void another_format_version_is_refused() throws IOException {
        write();
        String text = Files.readString(folder.journalFile());
        Files.writeString(folder.journalFile(), text.replace("\"formatVersion\":1", "\"formatVersion\":2"));
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":1:1: damaged record: formatVersion must be 1, but was 2");
    }

    @Test
    void an_empty_journal_and_a_folder_without_one_are_refused() throws IOException {
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.path() + ": there is no run here (no journal.jsonl)");
        Files.createFile(folder.journalFile());
        assertThatThrownBy(() -> JournalReader.read(folder))
                .hasMessage(folder.journalFile() + ":1:1: damaged record: a journal must begin with a header record");
    }

    private RunHistory write() {
        try (Journal journal = Journal.begin(folder, HEADER)) {
            journal.append(new TrialEnded(measured(4, Fold.VALIDATION, 1, 0.5)));
            journal.append(new TrialEnded(failed(5)));
            journal.append(new GenerationEnded(1, 3, 1));
            journal.append(new RunEnded("", 1.5, 0.25));
            return journal.history();
        }
    }
}
